import { minutesOfTime, parisDateOf, parisDateTimeOf } from '../calendar/paris-time.js';
import { addCalendarDays } from '../calendar/plain-date.js';
import type { HalfDay } from '../inventory/dotations/dotation-states.js';

/** One half-day of a session. */
export interface TrainingDate {
  startsAt: Date;
  endsAt: Date;
}

/** A morning has ended by then in Paris; what begins at noon or later is an afternoon. */
const MORNING_ENDS = minutesOfTime('13:30');
const AFTERNOON_BEGINS = minutesOfTime('12:00');

const minuteOf = (instant: Date): number => minutesOfTime(parisDateTimeOf(instant).time);

/** Which half-day of its day a date lies in; null: it reaches over both, or over midnight. */
export function trainingHalfOf({ startsAt, endsAt }: TrainingDate): HalfDay | null {
  if (parisDateOf(startsAt) !== parisDateOf(endsAt)) return null;
  if (minuteOf(endsAt) <= MORNING_ENDS) return 'morning';
  return minuteOf(startsAt) >= AFTERNOON_BEGINS ? 'afternoon' : null;
}

/** In order of their start. */
export const inOrder = (dates: readonly TrainingDate[]): TrainingDate[] =>
  [...dates].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());

/** From the first start to the last end. @param dates at least one */
export function datesSpan(dates: readonly TrainingDate[]): TrainingDate {
  const ordered = inOrder(dates);
  return { startsAt: ordered[0]!.startsAt, endsAt: ordered[ordered.length - 1]!.endsAt };
}

export type DatesProblem = 'training.dates-wrong' | 'training.half-day-wrong' | 'training.half-day-twice';

/** What a proposal's dates have against them: ahead, within `aheadDays`, each within a half-day, none twice nor over another. */
export function datesProblem(
  dates: readonly TrainingDate[],
  { now, aheadDays }: { now: Date; aheadDays: number },
): DatesProblem | null {
  const latest = addCalendarDays(parisDateOf(now), aheadDays);
  const isWrong = ({ startsAt, endsAt }: TrainingDate) =>
    startsAt <= now || endsAt <= startsAt || parisDateOf(endsAt) > latest;
  if (dates.length === 0 || dates.some(isWrong)) return 'training.dates-wrong';
  const halves = dates.map((date) => `${parisDateOf(date.startsAt)} ${trainingHalfOf(date)}`);
  if (dates.some((date) => trainingHalfOf(date) === null)) return 'training.half-day-wrong';
  const ordered = inOrder(dates);
  const isOver = ordered.some(({ startsAt }, index) => index > 0 && startsAt < ordered[index - 1]!.endsAt);
  return new Set(halves).size < dates.length || isOver ? 'training.half-day-twice' : null;
}

/** Are both made of the same half-days? */
export function sameDates(these: readonly TrainingDate[], those: readonly TrainingDate[]): boolean {
  const told = (dates: readonly TrainingDate[]) =>
    inOrder(dates)
      .map(({ startsAt, endsAt }) => `${startsAt.getTime()}-${endsAt.getTime()}`)
      .join();
  return told(these) === told(those);
}
