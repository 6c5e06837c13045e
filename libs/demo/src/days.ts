import type { DayPeriod, PlainDate } from '@parc/domain';
import { addCalendarDays, addWorkingDays, isWithinAny, isWorkingDay, parisInstantOf, weekdayOf } from '@parc/domain';
import { HOLIDAYS_OF_ZONE_A, publicHolidays } from './holidays.js';

/** Office days, school days and instants, as the people of the demonstration live them. */
export interface DemonstrationDays {
  readonly today: PlainDate;
  readonly schoolHolidays: readonly DayPeriod[];
  readonly publicHolidays: ReadonlySet<PlainDate>;
  isOfficeDay(day: PlainDate): boolean;
  /** Monday, Tuesday, Thursday, Friday outside holidays: a day on which every school teaches. */
  isSchoolDay(day: PlainDate): boolean;
  isSchoolHoliday(day: PlainDate): boolean;
  /** So many office days later (earlier when negative). */
  officeDay(day: PlainDate, count: number): PlainDate;
  officeDayOnOrAfter(day: PlainDate): PlainDate;
  officeDayOnOrBefore(day: PlainDate): PlainDate;
  schoolDayOnOrAfter(day: PlainDate): PlainDate;
  schoolDayOnOrBefore(day: PlainDate): PlainDate;
  schoolDays(from: PlainDate, to: PlainDate): readonly PlainDate[];
}

export function createDays(today: PlainDate): DemonstrationDays {
  const free = new Set(publicHolidays().map((holiday) => holiday.day));
  const schoolHolidays = HOLIDAYS_OF_ZONE_A.map(([, from, to]) => ({ from, to }));
  const isOfficeDay = (day: PlainDate): boolean => isWorkingDay(day, free);
  const numbered = numberOfficeDays(today, isOfficeDay);
  const isSchoolHoliday = (day: PlainDate): boolean => isWithinAny(day, schoolHolidays);
  const isSchoolDay = (day: PlainDate): boolean =>
    isOfficeDay(day) && weekdayOf(day) !== 'wed' && !isSchoolHoliday(day);
  // Schools by the hundred share their year's first and last day.
  const spans = new Map<string, PlainDate[]>();
  const walk = (day: PlainDate, step: 1 | -1, fits: (day: PlainDate) => boolean): PlainDate => {
    let found = day;
    while (!fits(found)) found = addCalendarDays(found, step);
    return found;
  };
  return {
    today,
    schoolHolidays,
    publicHolidays: free,
    isOfficeDay,
    isSchoolDay,
    isSchoolHoliday,
    officeDay: (day, count) => numbered(day, count) ?? addWorkingDays(day, count, free),
    officeDayOnOrAfter: (day) => walk(day, 1, isOfficeDay),
    officeDayOnOrBefore: (day) => walk(day, -1, isOfficeDay),
    schoolDayOnOrAfter: (day) => walk(day, 1, isSchoolDay),
    schoolDayOnOrBefore: (day) => walk(day, -1, isSchoolDay),
    schoolDays: (from, to) => {
      const key = `${from}/${to}`;
      const known = spans.get(key);
      if (known) return known;
      const found: PlainDate[] = [];
      for (let day = from; day <= to; day = addCalendarDays(day, 1)) if (isSchoolDay(day)) found.push(day);
      spans.set(key, found);
      return found;
    },
  };
}

const FIRST_NUMBERED = '2022-09-01';

/**
 * So many office days from a day, by their numbers: breakdowns by the thousand ask. Undefined beyond the years that a plan tells of.
 */
function numberOfficeDays(
  today: PlainDate,
  isOfficeDay: (day: PlainDate) => boolean,
): (day: PlainDate, count: number) => PlainDate | undefined {
  const office: PlainDate[] = [];
  /** How many office days there are up to a day, itself included. */
  const passed = new Map<PlainDate, number>();
  const last = addCalendarDays(today, 90);
  for (let day = FIRST_NUMBERED; day <= last; day = addCalendarDays(day, 1)) {
    if (isOfficeDay(day)) office.push(day);
    passed.set(day, office.length);
  }
  return (day, count) => {
    const place = passed.get(day);
    if (place === undefined) return undefined;
    if (count === 0) return day;
    // Going back from a day off, the first one met is the last that passed.
    const from = count < 0 && office[place - 1] !== day ? place : place - 1;
    return office[from + count];
  };
}

const offsets = new Map<PlainDate, number>();

/** The instant (ISO, UTC) of a day and a time of day in the métropole; `time` is `HH:MM` or `HH:MM:SS`, by daylight. */
export function instantAt(day: PlainDate, time: string): string {
  let offset = offsets.get(day);
  if (offset === undefined) {
    // Asked once a day: clocks change on a Sunday night, when nobody in the demonstration acts.
    offset = Date.parse(`${day}T12:00:00Z`) - parisInstantOf(day, '12:00').getTime();
    offsets.set(day, offset);
  }
  return new Date(Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`) - offset).toISOString();
}

export function laterBy(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
