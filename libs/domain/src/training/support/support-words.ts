import type { NoticeWords } from '../../lifecycle/notice-words.js';
import type { SupportAction, SUPPORTS } from './support-lifecycle.js';

/** What a button says. */
export const SUPPORT_ACTION_WORDS: Record<SupportAction, string> = {
  date: 'Fixer la date',
  move: 'Changer la date',
  report: 'Rendre compte',
  cancel: 'Annuler l’accompagnement',
};

/** What the thread says was done: the moves, and the asking that makes it. */
export const SUPPORT_DONE_WORDS: Record<SupportAction | 'ask', string> = {
  ask: 'Demandé',
  date: 'Date fixée',
  move: 'Date changée',
  report: 'Compte rendu écrit',
  cancel: 'Annulé',
};

/** What is said of each move of a request, to each of those whom its row `tells`. */
export const SUPPORT_NOTICE_WORDS: NoticeWords<(typeof SUPPORTS)['tellings'][number]> = {
  date: {
    subject: 'la date est fixée',
    told: 'L’accompagnement « {about} » à {school} aura lieu le {when}.',
    next: { school: 'Si cette date ne convient pas, dites-le au formateur ou annulez la demande.' },
  },
  move: {
    subject: 'la date change',
    told: 'L’accompagnement « {about} » à {school} aura lieu le {when}.',
    next: {
      school: 'Si cette date ne convient pas, dites-le au formateur ou annulez la demande.',
      trainer: 'Un autre formateur de la circonscription s’en charge désormais.',
    },
  },
  report: {
    subject: 'le compte rendu est écrit',
    told: 'Le compte rendu de l’accompagnement « {about} » à {school} est écrit.',
    next: { school: null },
  },
  cancel: {
    subject: 'il est annulé',
    told: 'L’accompagnement « {about} » à {school} n’aura pas lieu.',
    next: { school: null, trainer: null },
  },
};
