import { parisDateTimeOf } from '../calendar/paris-time.js';
import { addCalendarDays, calendarDaysBetween, type PlainDate } from '../calendar/plain-date.js';
import { isWorkingDay, type PublicHolidays } from '../calendar/working-days.js';
import type { HalfDay } from '../inventory/dotations/dotation-states.js';
import { frenchDay } from '../words/french.js';

/** One half of one day. */
export interface DayAndHalf {
  readonly day: PlainDate;
  readonly half: HalfDay;
}

/** Half-days since the morning of 1 January 1970: the database counts them so too. */
export type HalfDayNumber = number;

/** From the first half-day to the last, that one included, as people say it. */
export interface LoanPeriod {
  readonly fromDay: PlainDate;
  readonly fromHalf: HalfDay;
  readonly toDay: PlainDate;
  readonly toHalf: HalfDay;
}

/** The same as it is counted: the first half-day, and the one that follows the last. */
export interface HalfDaySpan {
  readonly starts: HalfDayNumber;
  readonly ends: HalfDayNumber;
}

const DAY_ZERO = '1970-01-01';
/** After a day. */
const HALF_WORDS: Readonly<Record<HalfDay, string>> = { morning: 'matin', afternoon: 'après-midi' };
const AFTERNOON_FROM = '13:00';

export function halfDayNumber(day: PlainDate, half: HalfDay): HalfDayNumber {
  return calendarDaysBetween(DAY_ZERO, day) * 2 + (half === 'afternoon' ? 1 : 0);
}

export function halfDayOf(number: HalfDayNumber): DayAndHalf {
  const half = number % 2 === 0 ? 'morning' : 'afternoon';
  return { day: addCalendarDays(DAY_ZERO, Math.floor(number / 2)), half };
}

/** The half-day that an instant falls in, in Paris: a morning lasts until 13 h. */
export function halfDayAt(instant: Date): HalfDayNumber {
  const { date, time } = parisDateTimeOf(instant);
  return halfDayNumber(date, time < AFTERNOON_FROM ? 'morning' : 'afternoon');
}

export function spanOf({ fromDay, fromHalf, toDay, toHalf }: LoanPeriod): HalfDaySpan {
  return { starts: halfDayNumber(fromDay, fromHalf), ends: halfDayNumber(toDay, toHalf) + 1 };
}

export function periodOf({ starts, ends }: HalfDaySpan): LoanPeriod {
  const from = halfDayOf(starts);
  const to = halfDayOf(ends - 1);
  return { fromDay: from.day, fromHalf: from.half, toDay: to.day, toHalf: to.half };
}

/** Where the checking after a return ends: so many half-days of working days later. @param ends the half-day after the last one */
export function checkedUntil(ends: HalfDayNumber, halfDays: number, publicHolidays: PublicHolidays): HalfDayNumber {
  let until = ends;
  for (let left = halfDays; left > 0; until += 1) if (isWorkingDay(halfDayOf(until).day, publicHolidays)) left -= 1;
  return until;
}

/** What is asked of a search for free dates. */
export interface FreeSearch {
  /** What is taken, each until the half-day that follows; null: nobody knows until when. */
  readonly taken: readonly { readonly starts: HalfDayNumber; readonly until: HalfDayNumber | null }[];
  readonly from: HalfDayNumber;
  /** Where the search stops. */
  readonly until: HalfDayNumber;
  /** How many days, the first and the last included. */
  readonly days: number;
  readonly checkingHalfDays: number;
  readonly publicHolidays: PublicHolidays;
  /** Whether the school is there to take a kit, or to give it back. */
  isOpen(halfDay: HalfDayNumber): boolean;
}

/** The first periods of whole days that are free, their checking included, and that begin and end while the school is open. */
export function firstFreePeriods(search: FreeSearch, count: number): LoanPeriod[] {
  const { taken, from, until, days, checkingHalfDays, publicHolidays, isOpen } = search;
  const found: LoanPeriod[] = [];
  for (let starts = from + (from % 2); starts < until && found.length < count; starts += 2) {
    const last = lastOpenOf(starts + days * 2, isOpen);
    if (!isOpen(starts) || last === null) continue;
    const held = checkedUntil(last + 1, checkingHalfDays, publicHolidays);
    const free = taken.every((each) => each.starts >= held || (each.until !== null && each.until <= starts));
    if (free) found.push(periodOf({ starts, ends: last + 1 }));
  }
  return found;
}

/** The afternoon of the last day, or its morning where nobody is there in the afternoon. */
function lastOpenOf(ends: HalfDayNumber, isOpen: FreeSearch['isOpen']): HalfDayNumber | null {
  return [ends - 1, ends - 2].find(isOpen) ?? null;
}

/** "du lun. 7 déc. au ven. 11 déc."; halves are said where a day is not whole. */
export function loanPeriodWords({ fromDay, fromHalf, toDay, toHalf }: LoanPeriod): string {
  if (fromDay === toDay) {
    const half = fromHalf === toHalf ? ` ${HALF_WORDS[fromHalf]}` : '';
    return `le ${frenchDay(fromDay)}${half}`;
  }
  const from = fromHalf === 'afternoon' ? ` ${HALF_WORDS.afternoon}` : '';
  const to = toHalf === 'morning' ? ` ${HALF_WORDS.morning}` : '';
  return `du ${frenchDay(fromDay)}${from} au ${frenchDay(toDay)}${to}`;
}
