import { type Kind, kindRows } from '../kinds/kinds.js';

/** Kinds of ledger entries (ledger.md); the words people read are the French ones. */
export const ENTRY_KINDS = kindRows<{ readonly word: string }>()({
  allocation: { word: 'Allocation' },
  'provisional-allocation': { word: 'Allocation provisoire' },
  transfer: { word: 'Virement' },
  reservation: { word: 'Réservation' },
  commitment: { word: 'Engagement' },
  release: { word: 'Dégagement' },
  expense: { word: 'Réalisé' },
  rounding: { word: 'Écart d’arrondi' },
  'carry-over': { word: 'Report' },
  lapse: { word: 'Annulation' },
});
export type EntryKind = Kind<typeof ENTRY_KINDS>;
