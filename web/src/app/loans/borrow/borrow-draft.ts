import type { LoanKitDay, LoanKitDays, LoanRequest } from '@parc/api-client';
import {
  type HalfDay,
  type HalfDayStanding,
  halfDayNumber,
  halfDayOf,
  type LoanPeriod,
  spanOf,
  weekdayOf,
} from '@parc/domain';
import { counted } from '@parc/ui';

/** What is being asked for, before it is sent. */
export interface BorrowDraft {
  readonly period: LoanPeriod | null;
  readonly purpose: string;
}
export const NOTHING_ASKED: BorrowDraft = { period: null, purpose: '' };

/** How a half-day is drawn: as it stands, or as one of those that are asked for, or of the check after them. */
export type HalfLook = HalfDayStanding | 'asked' | 'after';

export interface ShownDay {
  readonly day: string;
  readonly date: number;
  readonly morning: HalfLook;
  readonly afternoon: HalfLook;
  readonly chosen: boolean;
  /** Nothing of it can be asked for. */
  readonly closed: boolean;
}

const OPEN: readonly HalfDayStanding[] = ['free'];
const isWeekend = (day: string) => ['sat', 'sun'].includes(weekdayOf(day));

/** The weeks in sight, Monday to Friday. */
export function weeksOf(kit: LoanKitDays, period: LoanPeriod | null): readonly (readonly ShownDay[])[] {
  const asked = period && spanOf(period);
  const until = asked && checkOf(kit, asked.ends);
  const look = (day: string, half: HalfDay, standing: HalfDayStanding): HalfLook => {
    const number = halfDayNumber(day, half);
    if (asked && number >= asked.starts && number < asked.ends && standing !== 'closed') return 'asked';
    return asked && number >= asked.ends && number < until! && OPEN.includes(standing) ? 'after' : standing;
  };
  const shown = kit.calendar
    .filter(({ day }) => !isWeekend(day))
    .map(({ day, morning, afternoon }): ShownDay => {
      const [first, second] = [look(day, 'morning', morning), look(day, 'afternoon', afternoon)];
      return {
        ...{ day, date: Number(day.slice(8)), morning: first, afternoon: second },
        chosen: first === 'asked' || second === 'asked',
        closed: morning === 'closed' && afternoon === 'closed',
      };
    });
  return Array.from({ length: Math.ceil(shown.length / 5) }, (_, week) => shown.slice(week * 5, week * 5 + 5));
}

/** Where the check after a period ends, as far as the calendar in sight knows: on a weekend nobody checks. */
function checkOf({ checkingHalfDays }: LoanKitDays, ends: number): number {
  let until = ends;
  for (let left = checkingHalfDays; left > 0; until += 1) if (!isWeekend(halfDayOf(until).day)) left -= 1;
  return until;
}

/** Whether what is asked for is free, as far as the weeks in sight tell; the answer to the request alone decides. */
export function isFree(kit: LoanKitDays, period: LoanPeriod): boolean {
  const { starts, ends } = spanOf(period);
  const until = checkOf(kit, ends);
  const taken = (standing: HalfDayStanding) => standing !== 'free' && standing !== 'closed';
  return !kit.calendar.some(({ day, morning, afternoon }: LoanKitDay) => {
    const number = halfDayNumber(day, 'morning');
    const inside = (halfDay: number) => halfDay >= starts && halfDay < until;
    return (inside(number) && taken(morning)) || (inside(number + 1) && taken(afternoon));
  });
}

/** A first tap begins a period, a second one ends it, a third begins anew; each day whole, or its one half that is free. */
export function tapped({ day, morning, afternoon }: LoanKitDay, period: LoanPeriod | null): LoanPeriod {
  const fromHalf: HalfDay = morning === 'free' || afternoon !== 'free' ? 'morning' : 'afternoon';
  const toHalf: HalfDay = afternoon === 'free' || morning !== 'free' ? 'afternoon' : 'morning';
  const whole: LoanPeriod = { fromDay: day, fromHalf, toDay: day, toHalf };
  if (period === null || period.fromDay !== period.toDay || day <= period.fromDay) return whole;
  return { ...period, toDay: day, toHalf };
}

/** How many days, the first and the last included. */
export const daysOf = (period: LoanPeriod): number => {
  const { starts, ends } = spanOf(period);
  return Math.ceil((ends - starts) / 2);
};

/** The request, once there are dates. */
export function requestOf(kitId: string, { period, purpose }: BorrowDraft): LoanRequest | null {
  return period === null ? null : { kitId, ...period, purpose: purpose.trim() || null };
}

/** "6 appareils", or the model of one that stands alone. */
export const insideWords = ({ contents, modelName }: Pick<LoanKitDays, 'contents' | 'modelName'>): string =>
  contents > 0 ? counted(contents, 'appareil') : modelName;
