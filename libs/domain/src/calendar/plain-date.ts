/**
 * A day of the calendar, written `YYYY-MM-DD` and never an instant: a wished date, a term, a holiday.
 * Written so, days compare and sort as text. Instants become days in one place only: `paris-time.ts`.
 */
export type PlainDate = string;

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ISO_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FRENCH_SHAPE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Day 0 of the count, 1 January 1970, was a Thursday. */
const WEEKDAY_OF_DAY_ZERO = 3;

/** True for a day that exists, written `YYYY-MM-DD`, in the years 1000 to 9999. */
export function isPlainDate(text: string): boolean {
  const parts = ISO_SHAPE.exec(text);
  return parts !== null && dayNumberOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/**
 * Reads a day as open data and spreadsheets write it: `2026-05-27` or `27/05/2026`; a time of day without an offset is
 * dropped. Null when the text is neither, or names a day that does not exist (31/02/2019). What may be an instant is read
 * by `readParisMoment`.
 */
export function readPlainDate(text: string): PlainDate | null {
  const day = text.trim().replace(/[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/, '');
  const french = FRENCH_SHAPE.exec(day);
  const iso = french ? `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}` : day;
  return isPlainDate(iso) ? iso : null;
}

/** Years that days of the plan may lie in, as those that a person sends: holidays, terms. */
export const PLAN_YEARS = { first: 2000, last: 2099 } as const;
/** Years in which a school may have opened. */
export const SCHOOL_OPENING_YEARS = { first: 1800, last: PLAN_YEARS.last } as const;

export function isInYears(date: PlainDate, years: { readonly first: number; readonly last: number }): boolean {
  const year = Number(date.slice(0, 4));
  return year >= years.first && year <= years.last;
}

/** The day of a calendar year, month (1 to 12) and day of month. Throws RangeError when there is no such day. */
export function plainDate(year: number, month: number, dayOfMonth: number): PlainDate {
  const day = dayNumberOf(year, month, dayOfMonth);
  if (day === null) throw new RangeError(`No such day: ${year}-${month}-${dayOfMonth}`);
  return dateOfDayNumber(day);
}

/** The day so many calendar days later, or earlier when negative. Throws RangeError on a text that is no day. */
export function addCalendarDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Calendar days from the first day to the second; negative when the second comes before. */
export function calendarDaysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(date: PlainDate): Weekday {
  const position = (dayNumber(date) + WEEKDAY_OF_DAY_ZERO) % 7;
  return WEEKDAYS[(position + 7) % 7]!;
}

/** The Monday of its week: the day itself, where it is one. */
export function mondayOf(date: PlainDate): PlainDate {
  return addCalendarDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
}

/** The civil year a day belongs to: the year of budgets. */
export function civilYearOf(date: PlainDate): number {
  dayNumber(date);
  return Number(date.slice(0, 4));
}

function dayNumber(date: PlainDate): number {
  const parts = ISO_SHAPE.exec(date);
  const day = parts && dayNumberOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === null) throw new RangeError(`Not a day written YYYY-MM-DD: ${date}`);
  return day;
}

/** Days since 1 January 1970, counted in UTC where every day has 24 hours; null when the day does not exist. */
function dayNumberOf(year: number, month: number, dayOfMonth: number): number | null {
  if (year < 1000) return null;
  const instant = Date.UTC(year, month - 1, dayOfMonth);
  const back = new Date(instant);
  const exists = back.getUTCMonth() === month - 1 && back.getUTCDate() === dayOfMonth;
  return exists ? instant / MILLISECONDS_PER_DAY : null;
}

function dateOfDayNumber(day: number): PlainDate {
  const iso = new Date(day * MILLISECONDS_PER_DAY).toISOString();
  if (iso.length !== '2026-11-24T00:00:00.000Z'.length || iso < '1000') throw new RangeError(`No day so far: ${iso}`);
  return iso.slice(0, 10);
}
