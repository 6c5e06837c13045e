import type { NoticeWords } from '../lifecycle/notice-words.js';
import type { TrainingAction, TRAININGS } from './training-lifecycle.js';

/** What a button says. */
export const TRAINING_ACTION_WORDS: Record<TrainingAction, string> = {
  agree: 'Donner l’accord',
  enrol: 'S’inscrire',
  leave: 'Se désinscrire',
  accept: 'Je viens',
  confirm: 'Confirmer la session',
  postpone: 'Proposer une autre date',
  cancel: 'Annuler la session',
  hold: 'La session a eu lieu',
  close: 'Clore la session',
};

/** What the thread says was done: the moves, and the proposal that makes it. */
export const TRAINING_DONE_WORDS: Record<TrainingAction | 'propose', string> = {
  propose: 'Proposée',
  agree: 'Accord donné',
  enrol: 'Inscription',
  leave: 'Désinscription',
  accept: 'Venue confirmée',
  confirm: 'Confirmée',
  postpone: 'Reportée',
  cancel: 'Annulée',
  hold: 'Tenue',
  close: 'Close',
};

/** What is said of each move of a session that somebody is told of, to each of those whom its row `tells`. */
export const TRAINING_NOTICE_WORDS: NoticeWords<(typeof TRAININGS)['tellings'][number]> = {
  agree: {
    subject: 'un accord est donné',
    told: 'La session « {module} » du {when} a un accord de plus.',
    next: { sides: 'Elle ouvre aux inscriptions quand la métropole et l’inspection ont donné leur accord.' },
  },
  confirm: {
    subject: 'elle aura lieu',
    told: 'La session « {module} » du {when} est confirmée.',
    next: {
      enrolled:
        'S’inscrire n’est pas être convoqué : c’est l’inspection qui convoque et qui dit si les heures comptent.',
    },
  },
  postpone: {
    subject: 'nouvelle date',
    told: 'La session « {module} » est reportée au {when}.',
    next: {
      enrolled:
        'Venez-vous à la nouvelle date ? Sans réponse, votre place est gardée. Désinscrivez-vous si elle ne convient pas.',
      sides: 'Votre accord est demandé pour cette date.',
    },
  },
  cancel: {
    subject: 'elle est annulée',
    told: 'La session « {module} » du {when} n’aura pas lieu.',
    next: { enrolled: null, sides: null },
  },
};
