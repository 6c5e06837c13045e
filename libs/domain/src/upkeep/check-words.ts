import type { CheckAction } from './check-lifecycle.js';

/** What a button says. */
export const CHECK_ACTION_WORDS: Record<CheckAction, string> = {
  take: 'Prendre ce contrôle',
  assign: 'Confier à quelqu’un',
  postpone: 'Changer de jour',
  do: 'Faire le contrôle',
  'give-up': 'Ne pas le faire',
  cancel: 'Annuler le contrôle',
};

/** What the thread says was done: the moves, and the plan that makes it. */
export const CHECK_DONE_WORDS: Record<CheckAction | 'make', string> = {
  make: 'Prévu par le plan',
  take: 'Pris en charge',
  assign: 'Confié',
  postpone: 'Changé de jour',
  do: 'Fait',
  'give-up': 'Non fait',
  cancel: 'Annulé',
};
