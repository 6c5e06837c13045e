import { type Kind, kindRows } from '../kinds/kinds.js';

/** What an item is (rules.md 6). */
export const ITEM_KINDS = kindRows<{ readonly word: string }>()({
  service: { word: 'Prestation' },
  software: { word: 'Logiciel' },
  model: { word: 'Matériel' },
});
export type ItemKind = Kind<typeof ITEM_KINDS>;

/** What a school looks for it under. */
export const ITEM_CATEGORIES = kindRows<{ readonly word: string }>()({
  install: { word: 'Installer' },
  move: { word: 'Déplacer' },
  software: { word: 'Logiciels' },
  hardware: { word: 'Petit matériel' },
  network: { word: 'Réseau' },
});
export type ItemCategory = Kind<typeof ITEM_CATEGORIES>;
