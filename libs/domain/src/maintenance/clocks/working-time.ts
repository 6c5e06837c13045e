import { inForceOn } from '../../calendar/in-force.js';
import { type DatedOpeningHours, hoursOn } from '../../calendar/opening-hours.js';
import { parisDateOf, parisInstantOf } from '../../calendar/paris-time.js';
import { type PlainDate, addCalendarDays, weekdayOf } from '../../calendar/plain-date.js';
import { type DayPeriod, type PublicHolidays, isWithinAny } from '../../calendar/working-days.js';
import { END_OF_DAY, type ServiceHours, STANDARD_SERVICE_WEEK } from './service-hours.js';

/** An instant cut to the minute: minutes since 1 January 1970, UTC. */
export type Minute = number;

/** Half-open: the second minute is no longer worked. */
export type Stretch = readonly [from: Minute, to: Minute];

/** Working time, day by day, at the hours and holidays of each day. */
export interface WorkingTime {
  stretchesOn(day: PlainDate): readonly Stretch[];
  /** The last day whose holidays are loaded: what falls later is to be confirmed. Null when none is. */
  readonly knownUntil: PlainDate | null;
}

/** The days of the métropole's service. */
export interface ServiceCalendar {
  readonly hours: readonly ServiceHours[];
  /** when the service closes besides public holidays */
  readonly closings: readonly DayPeriod[];
  readonly publicHolidays: PublicHolidays;
  readonly publicHolidaysUntil: PlainDate | null;
}

/** When somebody is at a school to open the door. */
export interface SchoolDays {
  readonly openingHours: readonly DatedOpeningHours[];
  readonly holidays: readonly DayPeriod[];
  readonly holidaysUntil: PlainDate | null;
}

/** Beyond it nothing is looked for: a calendar without working time must not be walked for ever. */
export const HORIZON_DAYS = 800;
/** Where a school's day is cut in two half-days. */
const NOON = '13:00';
const MILLISECONDS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
/** Somewhat more than a year of them. */
const HOURS_KEPT = 10_000;

export const minuteOf = (instant: Date): Minute => Math.floor(instant.getTime() / MILLISECONDS_PER_MINUTE);
export const instantOf = (minute: Minute): Date => new Date(minute * MILLISECONDS_PER_MINUTE);

/** The service's own working time. Days are kept once worked out: one calendar serves many tickets. */
export function serviceTime(service: ServiceCalendar): WorkingTime {
  return { stretchesOn: kept((day) => serviceDay(day, service)), knownUntil: service.publicHolidaysUntil };
}

/** The service's working time in the half-days when the school is open: the hours stay the service's. */
export function presenceTime(service: WorkingTime, school: SchoolDays): WorkingTime {
  return {
    stretchesOn: kept((day) => presenceDay(service.stretchesOn(day), day, school)),
    knownUntil: earlier(service.knownUntil, school.holidaysUntil),
  };
}

/** Working minutes from one minute to another; 0 when the second does not come later. */
export function minutesBetween(time: WorkingTime, from: Minute, to: Minute): number {
  if (to <= from) return 0;
  let sum = 0;
  const last = dayOf(to);
  for (let day = dayOf(from); day <= last; day = addCalendarDays(day, 1)) {
    for (const [opens, closes] of time.stretchesOn(day))
      sum += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
  }
  return sum;
}

/**
 * The earliest minute at which so many working minutes have run; at closing it stays at closing. None asked: the start
 * itself. Null when they do not run within 800 days.
 */
export function addWorkingMinutes(time: WorkingTime, from: Minute, minutes: number): Minute | null {
  let left = minutes;
  if (left <= 0) return from;
  let day = dayOf(from);
  for (let passed = 0; passed <= HORIZON_DAYS; passed += 1, day = addCalendarDays(day, 1)) {
    for (const [opens, closes] of time.stretchesOn(day)) {
      const begins = Math.max(opens, from);
      if (begins >= closes) continue;
      if (closes - begins >= left) return begins + left;
      left -= closes - begins;
    }
  }
  return null;
}

/**
 * The day in Paris. Days begin there on a full hour of UTC, winter and summer: what one minute was answered serves its
 * whole hour, where the formatter would take most of the time that a clock is counted in.
 */
export function dayOf(minute: Minute): PlainDate {
  const hour = Math.floor(minute / MINUTES_PER_HOUR);
  const known = dayOfHour.get(hour);
  if (known) return known;
  if (dayOfHour.size >= HOURS_KEPT) dayOfHour.clear();
  const day = parisDateOf(instantOf(hour * MINUTES_PER_HOUR));
  dayOfHour.set(hour, day);
  return day;
}

const dayOfHour = new Map<number, PlainDate>();

function serviceDay(day: PlainDate, service: ServiceCalendar): readonly Stretch[] {
  if (service.publicHolidays.has(day) || isWithinAny(day, service.closings)) return [];
  const week = inForceOn(service.hours, day)?.week ?? STANDARD_SERVICE_WEEK;
  return week[weekdayOf(day)].map(([opens, closes]) => [clockMinute(day, opens), clockMinute(day, closes)]);
}

function presenceDay(worked: readonly Stretch[], day: PlainDate, school: SchoolDays): readonly Stretch[] {
  if (worked.length === 0 || isWithinAny(day, school.holidays)) return [];
  const { morning, afternoon } = hoursOn(day, school.openingHours);
  const noon = clockMinute(day, NOON);
  return worked.flatMap(([opens, closes]) => {
    const halves: Stretch[] = [];
    if (morning && opens < noon) halves.push([opens, Math.min(closes, noon)]);
    if (afternoon && closes > noon) halves.push([Math.max(opens, noon), closes]);
    return halves;
  });
}

/** Each bound becomes an instant by itself, never by adding 24 hours: two days of the year have 23 or 25. */
function clockMinute(day: PlainDate, time: string): Minute {
  if (time === END_OF_DAY) return clockMinute(addCalendarDays(day, 1), '00:00');
  return minuteOf(parisInstantOf(day, time));
}

function kept(stretchesOf: (day: PlainDate) => readonly Stretch[]): WorkingTime['stretchesOn'] {
  const days = new Map<PlainDate, readonly Stretch[]>();
  return (day) => {
    const known = days.get(day);
    if (known) return known;
    const stretches = stretchesOf(day);
    days.set(day, stretches);
    return stretches;
  };
}

function earlier(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return null;
  return one < other ? one : other;
}
