import { type Kind, kindRows } from '../kinds/kinds.js';

export interface ReduceRow {
  readonly word: string;
  /** Each object counts by itself: a school's sum is not enough. */
  readonly ofObjects: boolean;
  /** Sums of parts make the whole, so that several periods may be read as one. */
  readonly adds: boolean;
}

/** How object rows become one figure (indicators-declarations.md): a ratio is of sums, never a mean of ratios. */
export const REDUCES = kindRows<ReduceRow>()({
  ratio: { word: 'rapport de deux sommes', ofObjects: false, adds: true },
  count: { word: 'somme', ofObjects: false, adds: true },
  median: { word: 'médiane', ofObjects: true, adds: false },
  difference: { word: 'différence du premier et du dernier quart', ofObjects: false, adds: false },
  quotient: { word: 'privé rapporté au public', ofObjects: false, adds: false },
  hoover: { word: 'part à déplacer', ofObjects: false, adds: false },
  theil: { word: 'indice de Theil', ofObjects: false, adds: false },
});
export type Reduce = Kind<typeof REDUCES>;
