import type { RefusalRegister } from '../refusals/register.js';

/** Every way a problem is refused. */
// prettier-ignore
export const PROBLEM_REFUSALS = {
  'problem.state':           { status: 409, sentence: 'Ce problème est « {state} » : cette étape n’est pas possible maintenant.' },
  'problem.over':            { status: 409, sentence: 'Ce problème est terminé : il ne réunit plus de tickets. Signalez la panne.' },
  'problem.not-solved':      { status: 409, sentence: 'Ses tickets se résolvent ensemble une fois le problème réglé.' },
  'problem.ticket-over':     { status: 409, sentence: 'Un ticket choisi est fini. Relisez la liste.' },
  'problem.ticket-elsewhere': { status: 409, sentence: 'Un ticket choisi est déjà dans un problème ouvert.' },
  'problem.ticket-not-there': { status: 409, sentence: 'Ce ticket n’est pas, ou plus, dans ce problème.' },
  'problem.not-here':        { status: 409, sentence: 'Cette panne connue n’est pas celle de ce que vous signalez.' },
  'problem.reason-missing':  { status: 422, sentence: 'Dites pourquoi en quelques mots.' },
  'problem.day-past':        { status: 422, sentence: 'Choisissez un retour prévu à partir d’aujourd’hui, dans l’année.' },
  'problem.about-unknown':   { status: 422, sentence: 'Dites de quoi il s’agit : un service, un modèle du catalogue, ou autre chose.' },
} as const satisfies RefusalRegister;
