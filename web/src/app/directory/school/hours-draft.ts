import type { OpeningHoursBody } from '@parc/api-client';
import { SCHOOL_WEEKDAYS, type SchoolWeekday } from '@parc/domain';
import { time } from '@parc/ui';

export type HalfDay = 'morning' | 'afternoon';

/** Two times of day as typed, "HH:MM" or empty. */
export interface HalfDayDraft {
  readonly from: string;
  readonly to: string;
}

export type HoursDraft = Readonly<Record<SchoolWeekday, Readonly<Record<HalfDay, HalfDayDraft>>>>;

export const HALF_DAYS: readonly HalfDay[] = ['morning', 'afternoon'];
export const HALF_DAY_WORDS: Record<HalfDay, string> = { morning: 'Matin', afternoon: 'Après-midi' };
export const WEEKDAY_WORDS: Record<SchoolWeekday, string> = {
  mon: 'Lundi',
  tue: 'Mardi',
  wed: 'Mercredi',
  thu: 'Jeudi',
  fri: 'Vendredi',
};
/** Monday's hours are most often those of these days too. */
const LIKE_MONDAY: readonly SchoolWeekday[] = ['tue', 'thu', 'fri'];

export function draftOf(hours: OpeningHoursBody): HoursDraft {
  return eachDay((weekday) => ({
    morning: typed(hours[weekday].morning),
    afternoon: typed(hours[weekday].afternoon),
  }));
}

/** What is sent: both times empty means no class; one alone is sent as it is, so that its refusal stands beside the day. */
export function hoursOf(draft: HoursDraft): OpeningHoursBody {
  return eachDay((weekday) => ({
    morning: sent(draft[weekday].morning),
    afternoon: sent(draft[weekday].afternoon),
  }));
}

export function withTime(
  draft: HoursDraft,
  weekday: SchoolWeekday,
  halfDay: HalfDay,
  change: Partial<HalfDayDraft>,
): HoursDraft {
  const day = draft[weekday];
  return { ...draft, [weekday]: { ...day, [halfDay]: { ...day[halfDay], ...change } } };
}

export function withMondayCopied(draft: HoursDraft): HoursDraft {
  return { ...draft, ...Object.fromEntries(LIKE_MONDAY.map((weekday) => [weekday, draft.mon])) };
}

/** "8 h 30 – 11 h 30", "–" without class. */
export function halfDayWords(hours: readonly string[] | null): string {
  return hours === null || hours.length !== 2 ? '–' : `${time(hours[0]!)} – ${time(hours[1]!)}`;
}

function typed(hours: readonly string[] | null): HalfDayDraft {
  return { from: hours?.[0] ?? '', to: hours?.[1] ?? '' };
}

function sent({ from, to }: HalfDayDraft): string[] | null {
  const times = [from, to].filter((each) => each !== '');
  return times.length === 0 ? null : times;
}

function eachDay<Value>(of: (weekday: SchoolWeekday) => Value): Record<SchoolWeekday, Value> {
  return Object.fromEntries(SCHOOL_WEEKDAYS.map((weekday) => [weekday, of(weekday)])) as Record<SchoolWeekday, Value>;
}
