import { type Kind, kindRows, kindsOf } from '../kinds/kinds.js';

/** What is known of a source and a week. */
export const USAGE_CELLS = kindRows<{ readonly word: string }>()({
  received: { word: 'reçue' },
  missing: { word: 'pas reçue, laissée vide dans les courbes' },
  refused: { word: 'refusée' },
  holiday: { word: 'vacances' },
});
export type UsageCell = Kind<typeof USAGE_CELLS>;
export const USAGE_CELL_NAMES = kindsOf(USAGE_CELLS);

/** Days of class, from Monday to Friday, that make a week of class: the others are kept, and never averaged in. */
export const CLASS_WEEK_DAYS = 3;
