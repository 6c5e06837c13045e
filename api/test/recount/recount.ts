import type { IndicatorKey } from '@parc/domain';
import { CONDUCT } from './conduct.js';
import { DIVIDE } from './divide.js';
import { USE } from './use.js';
import { KIT } from './kit.js';
import { PARITY } from './parity.js';
import { RESPONSIBLE } from './responsible.js';
import { SOBRIETY } from './sobriety.js';
import type { Tables } from './tables.js';
import { TEACHERS } from './teachers.js';
import { TICKETS_COUNTED } from './tickets.js';

/** What a figure spans, both days included, with what else its rows are asked with. */
export interface Span {
  from: string;
  to: string;
  /** First civil year of the school year of `to`. */
  year: number;
  /** First day of the plan, and the last day that the data know. */
  start: string;
  dataDay: string;
}

/** One object that a figure counts. */
export interface CountedRow {
  schoolId: string | null;
  num: number | null;
  den: number | null;
  known: boolean;
}

/**
 * A figure counted a second time, by loops over the base tables: it shares with what it checks nothing but its key. What the
 * declaration says besides (how rows become one figure, in which unit, by which axes) is said again, on purpose.
 */
export interface Recount {
  rows: (tables: Tables, span: Span) => CountedRow[];
  reduce: 'ratio' | 'count' | 'median' | 'difference' | 'quotient' | 'hoover' | 'theil';
  /** Per cent, for a hundred: what a ratio is multiplied by. */
  factor: number;
  /** The same for the two sides of a difference or a quotient. */
  sideFactor?: number;
  subject: 'schools' | 'money' | 'persons';
  /** Left out: all those of the subject. */
  axes?: readonly string[];
}

/** A recount of every figure: one without does not compile. Those of a group stand in its file. */
export const RECOUNTS: Readonly<Record<IndicatorKey, Recount>> = {
  ...DIVIDE,
  ...USE,
  ...KIT,
  ...PARITY,
  ...TEACHERS,
  ...TICKETS_COUNTED,
  ...CONDUCT,
  ...SOBRIETY,
  ...RESPONSIBLE,
};
