import type { NoticeWords } from '../lifecycle/notice-words.js';
import type { LoanAction, LOANS } from './loan-lifecycle.js';

/** What a button says. */
export const LOAN_ACTION_WORDS: Record<LoanAction, string> = {
  approve: 'Accorder',
  refuse: 'Refuser',
  cancel: 'Annuler le prêt',
  lapse: 'Clore, jamais retiré',
  'hand-over': 'Remettre à l’école',
  extend: 'Prolonger',
  return: 'Reprendre',
  clear: 'Contrôle terminé',
};

/** What the thread says was done: the moves, and the request that makes it. */
export const LOAN_DONE_WORDS: Record<LoanAction | 'request', string> = {
  request: 'Demandé',
  approve: 'Accordé',
  refuse: 'Refusé',
  cancel: 'Annulé',
  lapse: 'Jamais retiré',
  'hand-over': 'Remis à l’école',
  extend: 'Prolongé',
  return: 'Repris',
  clear: 'Contrôlé',
};

/** What is said of each move of a loan that somebody is told of, to each of those whom its row `tells`. */
// prettier-ignore
export const LOAN_NOTICE_WORDS: NoticeWords<(typeof LOANS)['tellings'][number]> = {
  approve: { subject: 'accordé', told: 'Le prêt de « {kit} » est accordé, {period}.', next: { school: 'La métropole l’apporte le premier jour.' } },
  refuse: { subject: 'refusé', told: 'Le prêt de « {kit} », {period}, n’est pas accordé.', next: { school: 'Vous pouvez demander d’autres dates.' } },
  cancel: { subject: 'annulé', told: 'Le prêt de « {kit} », {period}, est annulé.', next: { school: null } },
  lapse: { subject: 'jamais retiré', told: 'Le prêt de « {kit} », {period}, est clos : le matériel n’a pas été remis.', next: { school: 'Demandez d’autres dates s’il vous le faut encore.', manager: 'Le matériel est de nouveau libre.' } },
  extend: { subject: 'prolongé', told: 'Le prêt de « {kit} » est prolongé : {period}.', next: { school: null } },
  return: { subject: 'rendu', told: '« {kit} » est repris par la métropole.', next: { school: null } },
};
