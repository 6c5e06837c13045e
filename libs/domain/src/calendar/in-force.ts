import type { PlainDate } from './plain-date.js';

/** Something that holds from a day on, until another row of the same thing does. */
export interface Dated {
  readonly from: PlainDate;
}

/** The row in force on a day: the last that begins no later, in whatever order they come. Undefined before them all. */
export function inForceOn<Row extends Dated>(rows: readonly Row[], day: PlainDate): Row | undefined {
  let found: Row | undefined;
  for (const row of rows) if (row.from <= day && (!found || found.from <= row.from)) found = row;
  return found;
}
