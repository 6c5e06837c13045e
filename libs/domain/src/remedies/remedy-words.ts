import type { RemedyAction } from './remedy-lifecycle.js';

/** What a button says. */
export const REMEDY_ACTION_WORDS: Record<RemedyAction, string> = {
  publish: 'Publier pour les écoles',
  withdraw: 'Retirer',
};

/** What stands in the thread and is no move: the writing that makes it, and each writing anew. */
export const REMEDY_LINES = ['writing', 'change'] as const;
export type RemedyLine = (typeof REMEDY_LINES)[number];

/** What the thread says was done. */
export const REMEDY_DONE_WORDS: Record<RemedyAction | RemedyLine, string> = {
  writing: 'Écrit',
  change: 'Changé',
  publish: 'Publié',
  withdraw: 'Retiré',
};
