import type { RefusalRegister } from '../refusals/register.js';

/** Every way a visit is refused. */
// prettier-ignore
export const VISIT_REFUSALS = {
  'visit.state':             { status: 409, sentence: 'Cette intervention est « {state} » : cette étape n’est pas possible maintenant.' },
  'visit.open-already':      { status: 409, sentence: 'Vous avez déjà une intervention en cours dans cette école. Reprenez-la.' },
  'visit.not-yours':         { status: 409, sentence: 'Une autre personne a commencé cette intervention : elle seule, ou la gestion du plan, la termine.' },
  'visit.nothing-done':      { status: 409, sentence: 'Rien n’a été fait pendant cette intervention. Classez-la sans suite en disant pourquoi.' },
  'visit.something-done':    { status: 409, sentence: 'Quelque chose a été fait pendant cette intervention : elle se termine par un procès-verbal.' },
  'visit.too-early':         { status: 409, sentence: 'Cette intervention vient de commencer : quelqu’un est peut-être encore sur place.' },
  'visit.confirmed-already': { status: 409, sentence: 'La direction a déjà confirmé cette intervention.' },
  'visit.nothing-to-confirm': { status: 409, sentence: 'Cette intervention n’attend pas de confirmation.' },
  'visit.not-told-yet':      { status: 409, sentence: 'Cette intervention n’est pas terminée : son procès-verbal n’existe pas encore.' },
  'visit.photo-unknown':     { status: 409, sentence: 'Vous n’avez pas annoncé cette photo sur cette intervention, ou c’était il y a plus de 60 jours.' },
  'visit.reason-missing':    { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'visit.begun-unreadable':  { status: 422, sentence: 'L’heure d’arrivée est à venir, ou trop ancienne. Corrigez-la.' },
  'visit.hours-wrong':       { status: 422, sentence: 'Le départ vient après l’arrivée, le même jour, et n’est pas à venir.' },
  'visit.met-missing':       { status: 422, sentence: 'Dites qui vous avez rencontré, par sa fonction.' },
  'visit.absence-missing':   { status: 422, sentence: 'Dites pourquoi personne n’a signé.' },
  'visit.signature-missing': { status: 422, sentence: 'Faites signer la personne rencontrée, ou dites que personne n’était là.' },
  'visit.photos-too-many':   { status: 422, sentence: 'Une intervention a 12 photos au plus. Retirez-en avant d’envoyer.' },
} as const satisfies RefusalRegister;
