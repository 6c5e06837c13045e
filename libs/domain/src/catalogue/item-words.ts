import type { ItemAction } from './item-lifecycle.js';

/** What a button says. */
export const ITEM_ACTION_WORDS: Record<ItemAction, string> = {
  review: 'Mettre à l’examen',
  validate: 'Valider',
  reject: 'Refuser',
  withdraw: 'Retirer du catalogue',
};
