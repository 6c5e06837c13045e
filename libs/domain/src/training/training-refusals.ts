import type { RefusalRegister } from '../refusals/register.js';

/** Every way a training is refused. */
// prettier-ignore
export const TRAINING_REFUSALS = {
  'training.state':               { status: 409, sentence: 'Cette session est « {state} » : cette étape n’est pas possible maintenant.' },
  'training.agreed-already':      { status: 409, sentence: 'Votre accord est déjà donné pour cette date.' },
  'training.agreement-missing':   { status: 409, sentence: 'Il manque l’accord de la métropole ou de l’inspection pour cette date.' },
  'training.minimum-missing':     { status: 409, sentence: 'Il n’y a pas encore assez d’inscrits pour confirmer cette session.' },
  'training.begun':               { status: 409, sentence: 'La date de cette session est passée.' },
  'training.too-early':           { status: 409, sentence: 'Cette session n’a pas encore commencé.' },
  'training.not-your-session':    { status: 409, sentence: 'Un autre formateur anime cette session.' },
  'training.attendance-missing':  { status: 409, sentence: 'Dites de chaque inscrit s’il était là avant de clore.' },
  'training.attendance-not-now':  { status: 409, sentence: 'Les présences se notent une fois la session tenue, avant sa clôture.' },
  'training.enrolled-already':    { status: 409, sentence: 'Cette personne est déjà inscrite à cette session.' },
  'training.not-enrolled':        { status: 409, sentence: 'Cette personne n’est pas inscrite à cette session.' },
  'training.trainer-taken':       { status: 409, sentence: 'Ce formateur anime déjà une autre session à ce moment.' },
  'training.title-taken':         { status: 409, sentence: 'Un module porte déjà ce titre.' },
  'training.reason-missing':      { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'training.dates-wrong':         { status: 422, sentence: 'La session commence dans l’année qui vient, et finit le même jour après son début.' },
  'training.date-unchanged':      { status: 422, sentence: 'C’est déjà la date de cette session. Proposez-en une autre.' },
  'training.capacity-wrong':      { status: 422, sentence: 'Le minimum d’inscrits ne dépasse pas le nombre de places.' },
  'training.duration-wrong':      { status: 422, sentence: 'La durée se dit en quarts d’heure.' },
  'training.trainer-unknown':     { status: 422, sentence: 'Cette personne ne forme pas dans cette circonscription aujourd’hui.' },
  'training.person-unknown':      { status: 422, sentence: 'Cette personne ne travaille dans aucune des écoles invitées que vous suivez.' },
  'training.module-unknown':      { status: 422, sentence: 'Ce module n’existe pas.' },
  'training.place-unknown':       { status: 422, sentence: 'Cette école ou cette circonscription n’existe pas, ou n’est pas la vôtre.' },
  'training.model-unknown':       { status: 422, sentence: 'Un de ces modèles ne demande pas de formation au catalogue.' },
  'training.model-not-opened':    { status: 422, sentence: 'Ce genre de module n’ouvre aucun matériel.' },
  'coherence.nothing-waits':      { status: 409, sentence: 'Rien de ce modèle n’attend une formation dans cette école.' },
  'handover.not-functional':      { status: 409, sentence: 'Ce modèle demande une vraie session : une remise en main ne l’ouvre pas.' },
  'handover.asked-already':       { status: 409, sentence: 'Cette remise en main est déjà demandée.' },
  'handover.signer-unknown':      { status: 422, sentence: 'Cette personne ne travaille pas dans cette école aujourd’hui.' },
} as const satisfies RefusalRegister;
