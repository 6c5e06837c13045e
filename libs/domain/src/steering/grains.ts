import { type Kind, kindRows } from '../kinds/kinds.js';

export interface GrainRow {
  /** Of the figure: « au 29 nov. », « sur la semaine ». A stock is counted at the period's last day, a flow within it. */
  readonly stock: boolean;
  readonly word: string;
}

/** What one figure spans. Stocks are taken at the end of each month and on the day of the data. */
export const GRAINS = kindRows<GrainRow>()({
  day: { stock: true, word: 'au jour dit' },
  'class-week': { stock: false, word: 'par semaine de classe' },
  'school-period': { stock: false, word: 'par période de classe' },
  month: { stock: false, word: 'par mois' },
  'civil-year': { stock: false, word: 'par année civile' },
  'school-year': { stock: false, word: 'par année scolaire' },
});
export type Grain = Kind<typeof GRAINS>;
