import { isClassDay, type SchoolCalendar } from '../calendar/opening-hours.js';
import { parisDateOf } from '../calendar/paris-time.js';
import { addCalendarDays, type PlainDate } from '../calendar/plain-date.js';

/** How a place that comes free goes on: at once, as an offer that waits for an answer, or not at all any more. */
export type Passing = { how: 'seat' } | { how: 'offer'; until: Date } | { how: 'none' };

/** So many school days before it, whoever waits is seated by themselves: later they have made other plans. */
export const SEATED_UNTIL_SCHOOL_DAYS = 5;
export const OFFER_HOURS = 24;

/** Days on which the school teaches, from this one on, before another one. */
export function schoolDaysBefore(from: PlainDate, day: PlainDate, calendar: SchoolCalendar): number {
  let count = 0;
  for (let one = from; one < day; one = addCalendarDays(one, 1)) if (isClassDay(one, calendar)) count++;
  return count;
}

/** An offer is never longer than until the session begins. */
export function passingOf({
  now,
  startsAt,
  calendar,
}: {
  now: Date;
  startsAt: Date;
  calendar: SchoolCalendar;
}): Passing {
  if (startsAt <= now) return { how: 'none' };
  const left = schoolDaysBefore(parisDateOf(now), parisDateOf(startsAt), calendar);
  if (left >= SEATED_UNTIL_SCHOOL_DAYS) return { how: 'seat' };
  const until = new Date(now.getTime() + OFFER_HOURS * 3_600_000);
  return { how: 'offer', until: until < startsAt ? until : startsAt };
}

/** Which reminder of a session is owed on a day: each goes out once. */
export type TrainingReminder = 'days' | 'eve';

export function trainingReminder(
  today: PlainDate,
  first: PlainDate,
  calendar: SchoolCalendar,
): TrainingReminder | null {
  if (first <= today) return null;
  if (addCalendarDays(today, 1) === first) return 'eve';
  return schoolDaysBefore(today, first, calendar) <= SEATED_UNTIL_SCHOOL_DAYS ? 'days' : null;
}

/** Where somebody stands in a session: a place, an offer that waits for their answer, or the waiting list. */
export const TRAINING_STANDINGS = ['seated', 'offered', 'waiting'] as const;
export type TrainingStanding = (typeof TRAINING_STANDINGS)[number];
export const OFFER_ENDINGS = ['accepted', 'declined', 'expired'] as const;
