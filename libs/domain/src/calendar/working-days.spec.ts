import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays } from './plain-date.js';
import { addWorkingDays, isWithinAny, isWorkingDay, workingDayOnOrAfter, workingDaysBetween } from './working-days.js';

/** Easter Monday, 1 and 8 May, Ascension, Whit Monday of 2026. */
const HOLIDAYS = new Set(['2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25']);
const anyDay = fc.integer({ min: 0, max: 730 }).map((days) => addCalendarDays('2025-09-01', days));

describe('a working day', () => {
  it.each([
    ['2026-05-13', true],
    ['2026-05-14', false],
    ['2026-05-16', false],
    ['2026-05-17', false],
    ['2026-05-18', true],
  ])('%s is one: %s', (day, working) => {
    expect(isWorkingDay(day, HOLIDAYS)).toBe(working);
  });

  it.each([
    ['2026-05-13', '2026-05-13'],
    ['2026-05-14', '2026-05-15'],
    ['2026-05-23', '2026-05-26'],
  ])('on or after %s is %s', (day, working) => {
    expect(workingDayOnOrAfter(day, HOLIDAYS)).toBe(working);
  });
});

describe('a delay in working days', () => {
  it.each([
    ['over a weekend', '2026-05-15', 1, '2026-05-18'],
    ['from a Saturday', '2026-05-16', 1, '2026-05-18'],
    ['over Ascension', '2026-05-13', 1, '2026-05-15'],
    ['over a weekend and Whit Monday', '2026-05-22', 2, '2026-05-27'],
    ['backwards over Whit Monday', '2026-05-26', -1, '2026-05-22'],
    ['of nothing, on a working day', '2026-05-22', 0, '2026-05-22'],
    ['of nothing, on a Sunday', '2026-05-24', 0, '2026-05-24'],
  ])('%s: %s and %i is %s', (_case, day, days, later) => {
    expect(addWorkingDays(day, days, HOLIDAYS)).toBe(later);
  });

  it('ends on a working day, with as many working days behind it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, days) => {
        const end = addWorkingDays(day, days, HOLIDAYS);
        expect(isWorkingDay(end, HOLIDAYS)).toBe(true);
        expect(workingDaysBetween(day, end, HOLIDAYS)).toBe(days);
        expect(addWorkingDays(end, -days, HOLIDAYS) <= day).toBe(true);
      }),
    );
  });

  it('is whole', () => {
    expect(() => addWorkingDays('2026-05-22', 1.5, HOLIDAYS)).toThrow('Working days are whole: 1.5');
  });

  it('counts nothing when the second day does not come later', () => {
    expect(workingDaysBetween('2026-05-22', '2026-05-22', HOLIDAYS)).toBe(0);
    expect(workingDaysBetween('2026-05-22', '2026-05-18', HOLIDAYS)).toBe(0);
  });
});

describe('a period', () => {
  const winter = { from: '2026-02-07', to: '2026-02-22' };
  it.each([
    ['2026-02-06', false],
    ['2026-02-07', true],
    ['2026-02-22', true],
    ['2026-02-23', false],
  ])('holds %s: %s', (day, within) => {
    expect(isWithinAny(day, [winter])).toBe(within);
  });

  it('holds no day when there is none', () => {
    expect(isWithinAny('2026-02-10', [])).toBe(false);
  });
});
