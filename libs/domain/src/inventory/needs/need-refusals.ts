import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a base kit, a need or a redeployment is refused. */
// prettier-ignore
export const NEED_REFUSALS = {
  'kit.group-taken':             { status: 409, sentence: 'Une partie du socle porte déjà ce nom.' },
  'kit.groups-too-many':         { status: 422, sentence: 'Le socle a déjà trop de parties : il ne se lirait plus.' },
  'kit.model-unknown':           { status: 422, sentence: 'Un de ces modèles n’est pas un matériel du catalogue.' },
  'kit.rule-past':               { status: 422, sentence: 'Ce qui a valu reste : une règle change à partir d’aujourd’hui ou plus tard.' },
  'need.state':                  { status: 409, sentence: 'Ce besoin est « {state} » : cette étape n’est pas possible maintenant.' },
  'need.reason-missing':         { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'need.group-unknown':          { status: 422, sentence: 'Cette partie du socle n’existe pas.' },
  'need.room-other':             { status: 422, sentence: 'Cette salle n’est pas de votre école.' },
  'redeployment.state':          { status: 409, sentence: 'Ce redéploiement est « {state} » : cette étape n’est pas possible maintenant.' },
  'redeployment.need-unknown':   { status: 422, sentence: 'Choisissez le besoin d’une école.' },
  'redeployment.need-over':      { status: 409, sentence: 'Ce besoin n’attend plus d’appareil.' },
  'redeployment.not-idle':       { status: 409, sentence: 'Cet appareil n’est ni en stock ni au-delà du socle de son école : il reste où il sert.' },
  'redeployment.same-school':    { status: 422, sentence: 'Cet appareil est déjà dans l’école qui en a besoin.' },
  'redeployment.need-covered': { status: 409, sentence: 'Assez d’appareils sont déjà proposés pour ce besoin : attendez une réponse, ou abandonnez l’une des propositions.' },
  'redeployment.already':        { status: 409, sentence: 'Cet appareil est déjà proposé à une école.' },
  'redeployment.delay-running':  { status: 409, sentence: 'Une direction n’a pas encore répondu, et son délai court toujours.' },
  'redeployment.room-other':     { status: 422, sentence: 'Choisissez une salle de l’école qui en a besoin.' },
} as const satisfies RefusalRegister;
