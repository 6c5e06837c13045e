import type { PlainDate } from '../../calendar/plain-date.js';

/** From which day on schools prepare a summer: what is put away from then on is put back after it. */
const PREPARED_FROM = '05-01';

/** A summer between two school years, by its civil year. */
export interface Summer {
  readonly year: number;
  /** First day on which devices are gathered for it. */
  readonly from: PlainDate;
}

/** The summer that is prepared, or the last one until the next is. */
export function summerOf(today: PlainDate): Summer {
  const thisYear = Number(today.slice(0, 4));
  const year = today.slice(5) < PREPARED_FROM ? thisYear - 1 : thisYear;
  return { year, from: `${year}-${PREPARED_FROM}` };
}
