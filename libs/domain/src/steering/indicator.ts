import type { PlainDate } from '../calendar/plain-date.js';
import type { Axis, Subject } from './axes.js';
import type { Grain } from './grains.js';
import type { Objective } from './objectives.js';
import type { Reduce } from './reduces.js';
import type { Unit } from './units.js';

/** What a law or the plan asks, by its civil year; the committee's own targets are dated settings. */
export interface LegalTarget {
  readonly source: string;
  /** In the figure's unit (per cent, not a share), from each civil year on, the first first. */
  readonly steps: readonly { readonly year: number; readonly value: number }[];
}

/** One figure of the plan, declared once: screen, sums, breakdowns, export, open data and test follow from it. */
export interface Indicator {
  /** Kebab-case, in addresses, settings and files. */
  readonly key: string;
  /** Any change of formula, population or period is a new version, from a day on. */
  readonly version: number;
  readonly since: PlainDate;
  readonly objective: Objective;
  /** French, as titles and tables call it. */
  readonly name: string;
  /** What it counts, in one sentence. */
  readonly sentence: string;
  readonly notSaid: string;
  /** Where its rows come from, in French words of the house. */
  readonly from: string;
  readonly unit: Unit;
  /** Which way is better; null: neither. */
  readonly direction: 'up' | 'down' | null;
  /** What the figure spans. */
  readonly grain: Grain;
  /** What a point of its curve spans, where that is less. */
  readonly curve?: Grain;
  readonly reduce: Reduce;
  /** Whose: decides the axes, and what is masked. */
  readonly subject: Subject;
  /** Where fewer axes than those of its subject make sense; none: it is not of schools. */
  readonly axes?: readonly Axis[];
  /** Of a difference or a quotient: what its two sides are said in, and each school's own. */
  readonly sides?: Unit;
  /** What numerator and denominator count: « écoles sous 10 appareils pour 100 élèves », « écoles ». */
  readonly counted: readonly [num: string, den: string];
  /** What stands large on a card: the figure, or its numerator with `counted` beside it. */
  readonly leads: 'value' | 'numerator';
  readonly target: LegalTarget | 'committee' | null;
  /** Worked out of weeks of use, which come late, again and corrected. */
  readonly ofUse?: true;
  /** May stand in open data. */
  readonly publishable: boolean;
}

/** Keeps the key as a word of its own type. */
export const indicator = <const Row extends Indicator>(row: Row): Row => row;
