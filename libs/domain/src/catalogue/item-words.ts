import type { StateWords } from '../orders/order-words.js';
import type { ItemAction, ItemState } from './item-lifecycle.js';

export const ITEM_STATE_WORDS: Record<ItemState, StateWords> = {
  proposed: { word: 'Proposé', tone: 'idle' },
  'under-review': { word: 'À l’examen', tone: 'waiting' },
  validated: { word: 'Validé', tone: 'done' },
  rejected: { word: 'Refusé', tone: 'trouble' },
  withdrawn: { word: 'Retiré', tone: 'idle' },
};

/** What a button says. */
export const ITEM_ACTION_WORDS: Record<ItemAction, string> = {
  review: 'Mettre à l’examen',
  validate: 'Valider',
  reject: 'Refuser',
  withdraw: 'Retirer du catalogue',
};
