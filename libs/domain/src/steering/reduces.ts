import { type Kind, kindRows } from '../kinds/kinds.js';

export interface ReduceRow {
  readonly word: string;
  /** Each object counts by itself: a school's sum is not enough. */
  readonly ofObjects: boolean;
  /** Where a cell keeps no sums: what its `num` and its `den` are instead, as people read it. A school's are its sums. */
  readonly sides: readonly [num: string, den: string] | null;
  /** Its value wants the sums of the whole part before each school's own is judged by them. */
  readonly ofShares: boolean;
  /** Sums of parts make the whole, so that several periods may be read as one. */
  readonly adds: boolean;
}

/** How object rows become one figure (rules.md 20): a ratio is of sums, never a mean of ratios. */
export const REDUCES = kindRows<ReduceRow>()({
  ratio: { word: 'rapport de deux sommes', ofObjects: false, ofShares: false, sides: null, adds: true },
  count: { word: 'somme', ofObjects: false, ofShares: false, sides: null, adds: true },
  median: { word: 'médiane', ofObjects: true, ofShares: false, sides: null, adds: false },
  difference: {
    word: 'différence du premier et du dernier quart',
    ofObjects: false,
    ofShares: false,
    sides: ['quart le moins favorisé', 'quart le plus favorisé'],
    adds: false,
  },
  quotient: {
    word: 'privé rapporté au public',
    ofObjects: false,
    ofShares: false,
    sides: ['privé', 'public'],
    adds: false,
  },
  hoover: { word: 'part à déplacer', ofObjects: false, ofShares: true, sides: ['à déplacer', 'en tout'], adds: false },
  theil: {
    word: 'indice de Theil',
    ofObjects: false,
    ofShares: true,
    sides: ['entre public et privé', 'à l’intérieur de chacun'],
    adds: false,
  },
});
export type Reduce = Kind<typeof REDUCES>;
