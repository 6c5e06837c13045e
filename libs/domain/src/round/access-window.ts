import { type DatedOpeningHours, hoursOn } from '../calendar/opening-hours.js';
import { minutesOfTime } from '../calendar/paris-time.js';
import type { PlainDate } from '../calendar/plain-date.js';

/** Between which minutes of a day somebody of the school is there to open; null where nobody is needed, or nobody comes. */
export interface AccessWindow {
  readonly from: number;
  readonly until: number;
}

/** @param presenceNeeded as the access card says */
export function accessWindow(
  day: PlainDate,
  { presenceNeeded, openingHours }: { presenceNeeded: boolean; openingHours: readonly DatedOpeningHours[] },
): AccessWindow | null {
  if (!presenceNeeded) return null;
  const { morning, afternoon } = hoursOn(day, openingHours);
  const halves = [morning, afternoon].filter((half) => half !== null);
  const [first, last] = [halves[0], halves.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { from: minutesOfTime(first[0]), until: minutesOfTime(last[1]) };
}
