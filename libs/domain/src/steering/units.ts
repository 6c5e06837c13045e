import { type Kind, kindRows } from '../kinds/kinds.js';

export interface UnitRow {
  /** After the figure: « % », « jours ». */
  readonly word: string;
  /** What a ratio is multiplied by. */
  readonly factor: number;
  readonly decimals: number;
  /** What a change of it is counted in. */
  readonly change: string;
}

/** Units of figures. A share is kept as num / den and said in per cent. */
export const UNITS = kindRows<UnitRow>()({
  percent: { word: '%', factor: 100, decimals: 0, change: 'points' },
  hundred: { word: 'pour 100', factor: 100, decimals: 1, change: 'pour 100' },
  points: { word: 'points', factor: 100, decimals: 1, change: 'points' },
  count: { word: '', factor: 1, decimals: 0, change: '' },
  devices: { word: 'appareils', factor: 1, decimals: 0, change: 'appareils' },
  people: { word: 'personnes', factor: 1, decimals: 0, change: 'personnes' },
  hours: { word: 'h', factor: 1, decimals: 1, change: 'h' },
  days: { word: 'jours', factor: 1, decimals: 0, change: 'jours' },
  'half-days': { word: 'demi-journées', factor: 1, decimals: 0, change: 'demi-journées' },
  years: { word: 'ans', factor: 1, decimals: 1, change: 'ans' },
  // Kept in cents.
  euros: { word: '€', factor: 0.01, decimals: 0, change: '€' },
  kilograms: { word: 'kg CO₂e par an', factor: 1, decimals: 0, change: 'kg' },
  ratio: { word: '', factor: 1, decimals: 2, change: '' },
  index: { word: 'sur 10', factor: 1, decimals: 1, change: 'sur 10' },
  'fine-index': { word: '', factor: 1, decimals: 4, change: '' },
});
export type Unit = Kind<typeof UNITS>;
