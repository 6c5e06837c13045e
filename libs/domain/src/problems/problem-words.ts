import type { ProblemAction } from './problem-lifecycle.js';

/** What a button says. */
export const PROBLEM_ACTION_WORDS: Record<ProblemAction, string> = {
  tell: 'Changer ce que lisent les écoles',
  find: 'La cause est trouvée',
  solve: 'Le problème est réglé',
  'give-up': 'Abandonner',
};

/** What stands in the thread and is no move: the opening that makes it, tickets that come and go. */
export const PROBLEM_LINES = ['opening', 'add', 'take-out', 'join'] as const;
export type ProblemLine = (typeof PROBLEM_LINES)[number];

/** What the thread says was done. */
export const PROBLEM_DONE_WORDS: Record<ProblemAction | ProblemLine, string> = {
  opening: 'Ouvert',
  add: 'Tickets ajoutés',
  'take-out': 'Tickets retirés',
  join: 'Une école est concernée aussi',
  tell: 'Message aux écoles changé',
  find: 'Cause trouvée',
  solve: 'Réglé',
  'give-up': 'Abandonné',
};
