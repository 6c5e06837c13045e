import type { ItemAction, ItemCategory, ItemKind } from './item-lifecycle.js';

/** What a button says. */
export const ITEM_ACTION_WORDS: Record<ItemAction, string> = {
  review: 'Mettre à l’examen',
  validate: 'Valider',
  reject: 'Refuser',
  withdraw: 'Retirer du catalogue',
};

export const ITEM_KIND_WORDS: Record<ItemKind, string> = {
  service: 'Prestation',
  software: 'Logiciel',
  model: 'Matériel',
};

export const ITEM_CATEGORY_WORDS: Record<ItemCategory, string> = {
  install: 'Installer',
  move: 'Déplacer',
  software: 'Logiciels',
  hardware: 'Petit matériel',
  network: 'Réseau',
};
