import { describe, expect, it } from '@jest/globals';
import type { LoanKitDay, LoanKitDays } from '@parc/api-client';
import { addCalendarDays, type HalfDayStanding, type LoanPeriod } from '@parc/domain';
import { daysOf, isFree, NOTHING_ASKED, requestOf, tapped, weeksOf } from './borrow-draft';

const standing = (day: string, both: HalfDayStanding): LoanKitDay => ({ day, morning: both, afternoon: both });
const kit = (changes: Readonly<Record<string, HalfDayStanding>> = {}): LoanKitDays => ({
  ...{
    id: 'k',
    name: 'Robots',
    modelName: 'Robot',
    contents: 6,
    accessories: null,
    needsApproval: true,
    freeNow: true,
  },
  ...{ checkingHalfDays: 2, free: [] },
  calendar: Array.from({ length: 14 }, (_, index) => {
    const day = addCalendarDays('2026-12-07', index);
    return standing(day, changes[day] ?? (index % 7 > 4 ? 'closed' : 'free'));
  }),
});
const period = (fromDay: string, toDay: string): LoanPeriod => ({
  ...{ fromDay, fromHalf: 'morning', toDay, toHalf: 'afternoon' },
});

describe('dates that are asked for', () => {
  it('begin with a tap, end with the next, and begin anew with the third', () => {
    const tap = (day: string, before: LoanPeriod | null) => tapped(standing(day, 'free'), before);
    const one = tap('2026-12-08', null);
    expect(one).toEqual(period('2026-12-08', '2026-12-08'));
    const two = tap('2026-12-11', one);
    expect(two).toEqual(period('2026-12-08', '2026-12-11'));
    expect(tap('2026-12-09', two)).toEqual(period('2026-12-09', '2026-12-09'));
    expect(tap('2026-12-07', one)).toEqual(period('2026-12-07', '2026-12-07'));
  });

  it('take the one half of a day that is free', () => {
    const half = { day: '2026-12-08', morning: 'checking', afternoon: 'free' } as const;
    expect(tapped(half, null)).toMatchObject({ fromHalf: 'afternoon', toHalf: 'afternoon' });
    expect(
      tapped({ day: '2026-12-10', morning: 'free', afternoon: 'closed' }, period('2026-12-08', '2026-12-08')),
    ).toMatchObject({
      ...{ toDay: '2026-12-10', toHalf: 'morning' },
    });
  });

  it('show the check that comes after them, past the weekend', () => {
    const [first, second] = weeksOf(kit(), period('2026-12-10', '2026-12-11'));
    expect(first!.map(({ morning, chosen }) => `${morning} ${chosen}`)).toEqual([
      ...['free false', 'free false', 'free false', 'asked true', 'asked true'],
    ]);
    expect(second!.slice(0, 2).map(({ morning, afternoon }) => [morning, afternoon])).toEqual([
      ...[
        ['after', 'after'],
        ['free', 'free'],
      ],
    ]);
  });

  it('are free where nobody has them, nor the days of their check', () => {
    expect(isFree(kit(), period('2026-12-08', '2026-12-09'))).toBe(true);
    expect(isFree(kit({ '2026-12-09': 'taken' }), period('2026-12-08', '2026-12-09'))).toBe(false);
    expect(isFree(kit({ '2026-12-10': 'taken' }), period('2026-12-08', '2026-12-09'))).toBe(false);
    expect(isFree(kit({ '2026-12-11': 'taken' }), period('2026-12-08', '2026-12-09'))).toBe(true);
  });

  it('make a request once they are there', () => {
    expect(requestOf('k', NOTHING_ASKED)).toBeNull();
    expect(requestOf('k', { period: period('2026-12-08', '2026-12-09'), purpose: ' ' })).toEqual({
      ...{ kitId: 'k', ...period('2026-12-08', '2026-12-09'), purpose: null },
    });
    expect(daysOf(period('2026-12-07', '2026-12-11'))).toBe(5);
  });
});
