import { addCalendarDays, plainDate, weekdayOf, type PlainDate, type Weekday } from '../calendar/plain-date.js';
import { isWithin, isWorkingDay, isWithinAny, type DayPeriod, type PublicHolidays } from '../calendar/working-days.js';

/** When the devices of a plan are checked. Months are 1 to 12. */
export type DateRule =
  /** The first such day of each term: after each of the school holidays. */
  | { readonly rule: 'term'; readonly weekday: Weekday }
  /** A fixed day a year; 29 February is the 28th of other years. */
  | { readonly rule: 'yearly'; readonly month: number; readonly dayOfMonth: number };

/** Days without class of the plan's zone, both ends included. */
export interface CheckCalendar {
  readonly schoolHolidays: readonly DayPeriod[];
  readonly publicHolidays: PublicHolidays;
}

/** A period so short is a bridge between days of class, not the end of a term. */
const SHORTEST_HOLIDAYS_DAYS = 7;
/** No holidays last so long: past it the calendar is wrong, and what was asked for stays as it is. */
const LONGEST_CLOSED_DAYS = 120;

/** Somebody may be met at a school: a working day outside its holidays. */
export const isCheckDay = (day: PlainDate, { schoolHolidays, publicHolidays }: CheckCalendar): boolean =>
  isWorkingDay(day, publicHolidays) && !isWithinAny(day, schoolHolidays);

/** The day itself where a school is there, else the next on which it is. */
export function checkDayOnOrAfter(day: PlainDate, calendar: CheckCalendar): PlainDate {
  let found = day;
  for (let tried = 0; tried < LONGEST_CLOSED_DAYS; tried++) {
    if (isCheckDay(found, calendar)) return found;
    found = addCalendarDays(found, 1);
  }
  return day;
}

/** The days on which each term begins, as the calendar of holidays tells: a term that it does not know yet has none. */
export function termStarts({ schoolHolidays }: Pick<CheckCalendar, 'schoolHolidays'>): PlainDate[] {
  return joined(schoolHolidays)
    .filter(({ from, to }) => addCalendarDays(from, SHORTEST_HOLIDAYS_DAYS) <= to)
    .map(({ to }) => addCalendarDays(to, 1));
}

/**
 * The days of a plan between two days, both included, in order. A fixed day on which no school is there is the next on which
 * one is; the first Monday of a term that is a public holiday is the Monday after.
 */
export function checkDates(rule: DateRule, calendar: CheckCalendar, from: PlainDate, until: PlainDate): PlainDate[] {
  const days = rule.rule === 'term' ? termDays(rule, calendar) : yearlyDays(rule, calendar, from, until);
  return [...new Set(days)].filter((day) => from <= day && day <= until).sort();
}

/** The same day so many months later; the last of the month where that has no such day. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  return dayOfMonthAtMost(Math.floor(count / 12), (count % 12) + 1, dayOfMonth);
}

/** Of one device: when it began to serve, when it was last checked by this plan. ISO dates. */
export interface DeviceInService {
  readonly inServiceOn: PlainDate;
  readonly lastCheckedOn: PlainDate | null;
}

/** The day on which a device is to be checked next: late or early, the check of before is what counts. */
export const deviceDueOn = ({ inServiceOn, lastCheckedOn }: DeviceInService, everyMonths: number): PlainDate =>
  addMonths(lastCheckedOn ?? inServiceOn, everyMonths);

/**
 * The day on which it is checked with the others of its school that are due in the same month: the first of that month on which
 * a school is there, never before today.
 */
export function gatheredOn(dueOn: PlainDate, calendar: CheckCalendar, today: PlainDate): PlainDate {
  const month = `${dueOn.slice(0, 8)}01`;
  return checkDayOnOrAfter(month < today ? today : month, calendar);
}

function termDays({ weekday }: { weekday: Weekday }, calendar: CheckCalendar): PlainDate[] {
  return termStarts(calendar).flatMap((start) => {
    for (let day = start, tried = 0; tried < LONGEST_CLOSED_DAYS; tried++, day = addCalendarDays(day, 1))
      if (weekdayOf(day) === weekday && isCheckDay(day, calendar)) return [day];
    return [];
  });
}

function yearlyDays(
  { month, dayOfMonth }: { month: number; dayOfMonth: number },
  calendar: CheckCalendar,
  from: PlainDate,
  until: PlainDate,
): PlainDate[] {
  const days: PlainDate[] = [];
  // The day of the year before may have been moved past New Year's Eve.
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(until.slice(0, 4)); year++)
    days.push(checkDayOnOrAfter(dayOfMonthAtMost(year, month, dayOfMonth), calendar));
  return days;
}

function dayOfMonthAtMost(year: number, month: number, dayOfMonth: number): PlainDate {
  const following = month === 12 ? plainDate(year + 1, 1, 1) : plainDate(year, month + 1, 1);
  const last = addCalendarDays(following, -1);
  const asked = `${last.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`;
  return asked < last ? asked : last;
}

/** Periods in order, those that touch or overlap as one: a bridge before the holidays belongs to them. */
function joined(periods: readonly DayPeriod[]): DayPeriod[] {
  const whole: DayPeriod[] = [];
  for (const period of [...periods].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const before = whole.at(-1);
    if (before && isWithin(period.from, { from: before.from, to: addCalendarDays(before.to, 1) }))
      whole[whole.length - 1] = { from: before.from, to: period.to > before.to ? period.to : before.to };
    else whole.push(period);
  }
  return whole;
}
