import { type PlainDate, weekdayOf } from './plain-date.js';
import type { Dated } from './in-force.js';
import { isTimeOfDay } from './paris-time.js';
import { type DayPeriod, type PublicHolidays, isWithinAny } from './working-days.js';

export type SchoolWeekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri';

/** From when to when a half-day is taught, `HH:MM` each; null when there is no class. */
export type HalfDayHours = readonly [opens: string, closes: string] | null;

export interface DayHours {
  readonly morning: HalfDayHours;
  readonly afternoon: HalfDayHours;
}

/** The hours of class of a school, by weekday and half-day, as its access card shows them. */
export type OpeningHours = Readonly<Record<SchoolWeekday, DayHours>>;

/** The hours of class that a school keeps from a day on. */
export interface DatedOpeningHours extends Dated {
  readonly hours: OpeningHours;
}

/** When a school teaches and when it does not: its own hours, its zone's holidays, the public ones. */
export interface SchoolCalendar {
  readonly openingHours: OpeningHours;
  readonly schoolHolidays: readonly DayPeriod[];
  readonly publicHolidays: PublicHolidays;
}

export type OpeningHoursRefusal = 'hours-unreadable' | 'hours-reversed' | 'half-days-overlap';

export interface OpeningHoursProblem {
  readonly code: OpeningHoursRefusal;
  readonly weekday: SchoolWeekday;
}

export const SCHOOL_WEEKDAYS: readonly SchoolWeekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

const FULL_DAY: DayHours = { morning: ['08:30', '11:30'], afternoon: ['13:30', '16:30'] };
const NO_CLASS: DayHours = { morning: null, afternoon: null };

/**
 * The commonest week, 24 hours on four days: what a school without its own hours is shown with until it corrects them.
 */
export const FOUR_DAY_WEEK: OpeningHours = {
  mon: FULL_DAY,
  tue: FULL_DAY,
  wed: NO_CLASS,
  thu: FULL_DAY,
  fri: FULL_DAY,
};

/** The first thing wrong in hours that someone typed, by order of weekdays; null when they hold together. */
export function openingHoursProblem(hours: OpeningHours): OpeningHoursProblem | null {
  for (const weekday of SCHOOL_WEEKDAYS) {
    const code = dayProblem(hours[weekday]);
    if (code !== null) return { code, weekday };
  }
  return null;
}

/** The hours of a day of the week; no class on Saturday and Sunday. */
export function hoursOn(date: PlainDate, openingHours: OpeningHours): DayHours {
  const weekday = weekdayOf(date);
  return weekday === 'sat' || weekday === 'sun' ? NO_CLASS : openingHours[weekday];
}

/** True when the school teaches at least one half-day of that day: neither holiday nor a day without class. */
export function isClassDay(date: PlainDate, calendar: SchoolCalendar): boolean {
  return classHalfDays(date, calendar).length > 0;
}

/** The half-days taught on a day, in order; none in the holidays. */
export function classHalfDays(date: PlainDate, calendar: SchoolCalendar): readonly (readonly [string, string])[] {
  if (calendar.publicHolidays.has(date) || isWithinAny(date, calendar.schoolHolidays)) return [];
  const { morning, afternoon } = hoursOn(date, calendar.openingHours);
  return [morning, afternoon].filter((halfDay) => halfDay !== null);
}

function dayProblem({ morning, afternoon }: DayHours): OpeningHoursRefusal | null {
  for (const halfDay of [morning, afternoon]) {
    if (halfDay === null) continue;
    const [opens, closes] = halfDay;
    if (!isTimeOfDay(opens) || !isTimeOfDay(closes)) return 'hours-unreadable';
    if (opens >= closes) return 'hours-reversed';
  }
  return morning !== null && afternoon !== null && morning[1] > afternoon[0] ? 'half-days-overlap' : null;
}
