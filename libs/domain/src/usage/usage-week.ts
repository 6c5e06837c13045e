import { addCalendarDays, mondayOf, plainDate, type PlainDate } from '../calendar/plain-date.js';
import { schoolYearOf } from '../calendar/school-year.js';

const ISO_WEEK = /^(20\d\d)-?[Ww](\d{1,2})$/;

/**
 * The Monday of a week as files write it: `2026-W05`, `2026W5` (ISO 8601, whose first week holds the year's first Thursday).
 * Null when there is no such week.
 */
export function readIsoWeek(text: string): PlainDate | null {
  const parts = ISO_WEEK.exec(text.trim());
  if (parts === null) return null;
  const year = Number(parts[1]);
  const week = Number(parts[2]);
  if (week < 1) return null;
  const monday = addCalendarDays(mondayOf(plainDate(year, 1, 4)), 7 * (week - 1));
  // Week 53 of a year that has 52 is the next one's first.
  return addCalendarDays(monday, 3).startsWith(String(year)) ? monday : null;
}

/** `2026-W05`. @param monday the Monday of a week */
export function isoWeekOf(monday: PlainDate): string {
  const year = addCalendarDays(monday, 3).slice(0, 4);
  const first = mondayOf(plainDate(Number(year), 1, 4));
  const days = (Date.parse(`${monday}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
  return `${year}-W${String(1 + days / 7).padStart(2, '0')}`;
}

/**
 * The weeks that may be told on a day: from the oldest school year that is kept to the week that goes on.
 * @param years how many school years are kept, the present one among them
 */
export function usageWeeksTold(
  today: PlainDate,
  years: number,
): { readonly first: PlainDate; readonly last: PlainDate } {
  const oldest = `${schoolYearOf(today).startYear - years + 1}-09-01`;
  const monday = mondayOf(oldest);
  return { first: monday < oldest ? addCalendarDays(monday, 7) : monday, last: mondayOf(today) };
}
