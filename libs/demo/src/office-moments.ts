import { type DemonstrationDays, instantAt } from './days.js';

/** A minute of an office day. */
export interface Moment {
  readonly day: string;
  /** Since midnight. */
  readonly minute: number;
}

/** Hours of the office, in minutes since midnight. */
const OPEN = [
  [480, 720],
  [810, 1050],
] as const;

export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export function instantOf({ day, minute }: Moment, seconds = 0): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return instantAt(day, `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(seconds)}`);
}

/** So many minutes of office hours later, from an office day on: lunch, evenings and days off are passed over. */
export function laterAtWork(days: DemonstrationDays, from: Moment, minutes: number): Moment {
  let { day, minute } = from;
  let left = minutes;
  for (;;) {
    for (const [opens, closes] of OPEN) {
      const begins = Math.max(minute, opens);
      if (begins >= closes) continue;
      if (closes - begins > left) return { day, minute: begins + left };
      left -= closes - begins;
    }
    day = days.officeDay(day, 1);
    minute = 0;
  }
}

/** The same hour so many office days later. */
export const officeDaysLater = (days: DemonstrationDays, { day, minute }: Moment, count: number): Moment => ({
  day: days.officeDay(day, count),
  minute,
});
