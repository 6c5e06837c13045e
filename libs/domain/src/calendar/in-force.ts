import type { PlainDate } from './plain-date.js';

/** Something that holds from a day on, until another row of the same thing does. */
export interface Dated {
  readonly from: PlainDate;
}

/**
 * The row in force on a day: the last that begins no later. A day before them all has the first, the best that is known
 * of it. Undefined when there is none at all. The rows come in any order.
 */
export function inForceOn<Row extends Dated>(rows: readonly Row[], day: PlainDate): Row | undefined {
  const [first, ...others] = [...rows].sort((one, other) => (one.from < other.from ? -1 : 1));
  return others.reduce((found, row) => (row.from <= day ? row : found), first);
}
