import { type PlainDate, addCalendarDays, weekdayOf } from './plain-date.js';

/** The public holidays as a set of days; they come from the yearly file, never from a constant. */
export type PublicHolidays = ReadonlySet<PlainDate>;

/** A period of whole days, both ends included. */
export interface DayPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Monday to Friday, public holidays apart (*jour ouvré*). */
export function isWorkingDay(date: PlainDate, publicHolidays: PublicHolidays): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 'sat' && weekday !== 'sun' && !publicHolidays.has(date);
}

/** The day itself when it is a working day, else the next one: reminders leave on working days. */
export function workingDayOnOrAfter(date: PlainDate, publicHolidays: PublicHolidays): PlainDate {
  let day = date;
  while (!isWorkingDay(day, publicHolidays)) day = addCalendarDays(day, 1);
  return day;
}

/**
 * The day so many working days later; earlier when negative. The starting day itself is not counted:
 * one working day after a Friday or a Saturday is Monday. Zero gives the day itself, working or not.
 */
export function addWorkingDays(date: PlainDate, days: number, publicHolidays: PublicHolidays): PlainDate {
  if (!Number.isInteger(days)) throw new RangeError(`Working days are whole: ${days}`);
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0;) {
    day = addCalendarDays(day, step);
    if (isWorkingDay(day, publicHolidays)) left -= 1;
  }
  return day;
}

/** Working days after the first day, up to and including the second; zero when the second does not come later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, publicHolidays: PublicHolidays): number {
  let count = 0;
  for (let day = addCalendarDays(from, 1); day <= to; day = addCalendarDays(day, 1)) {
    if (isWorkingDay(day, publicHolidays)) count += 1;
  }
  return count;
}

export function isWithin(date: PlainDate, period: DayPeriod): boolean {
  return period.from <= date && date <= period.to;
}

export function isWithinAny(date: PlainDate, periods: readonly DayPeriod[]): boolean {
  return periods.some((period) => isWithin(date, period));
}
