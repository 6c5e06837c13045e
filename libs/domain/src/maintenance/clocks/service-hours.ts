import type { Dated } from '../../calendar/in-force.js';
import { isTimeOfDay } from '../../calendar/paris-time.js';
import type { Weekday } from '../../calendar/plain-date.js';

/** Stretches of one day at work, `HH:MM` each, half-open, in order; a day may end at 24:00. */
export type ServiceDay = readonly (readonly [opens: string, closes: string])[];

/** When the métropole's service works in a week, from a day on. */
export interface ServiceHours extends Dated {
  readonly week: Readonly<Record<Weekday, ServiceDay>>;
}

export type ServiceHoursRefusal = 'hours-unreadable' | 'hours-reversed' | 'hours-overlap' | 'hours-in-clock-change';

export const SERVICE_WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const AT_WORK: ServiceDay = [
  ['08:00', '12:00'],
  ['13:30', '17:30'],
];

/** What the plan starts with until its setting says otherwise: eight hours a day, Monday to Friday. */
export const STANDARD_SERVICE_WEEK: ServiceHours['week'] = {
  mon: AT_WORK,
  tue: AT_WORK,
  wed: AT_WORK,
  thu: AT_WORK,
  fri: AT_WORK,
  sat: [],
  sun: [],
};

/** Midnight at the end of a day: without it a service that never closes would lose a minute every night. */
export const END_OF_DAY = '24:00';

/** The first thing wrong in the hours of one day; null when they hold together. */
export function serviceDayProblem(day: ServiceDay): ServiceHoursRefusal | null {
  let closed = '00:00';
  for (const [opens, closes] of day) {
    if (!isTimeOfDay(opens) || !(isTimeOfDay(closes) || closes === END_OF_DAY)) return 'hours-unreadable';
    if (opens >= closes) return 'hours-reversed';
    if (opens < closed) return 'hours-overlap';
    if (isInClockChange(opens) || isInClockChange(closes)) return 'hours-in-clock-change';
    closed = closes;
  }
  return null;
}

/** Between 02:00 and 03:00 a time is missing one night of the year and comes twice another. */
function isInClockChange(time: string): boolean {
  return '02:00' < time && time < '03:00';
}
