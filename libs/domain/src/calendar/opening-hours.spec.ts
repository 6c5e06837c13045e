import { describe, expect, it } from '@jest/globals';
import { type DayHours, FOUR_DAY_WEEK, classHalfDays, isClassDay, openingHoursProblem } from './opening-hours.js';

const calendar = {
  openingHours: [
    {
      from: '2026-11-01',
      hours: { ...FOUR_DAY_WEEK, wed: { morning: ['08:30', '11:30'], afternoon: null } as DayHours },
    },
  ],
  schoolHolidays: [{ from: '2026-10-17', to: '2026-11-02' }],
  publicHolidays: new Set(['2026-11-11']),
};

describe('a class day', () => {
  it.each([
    ['a Tuesday', '2026-11-24', true],
    ['a Wednesday morning', '2026-11-25', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['the last day of the holidays', '2026-11-02', false],
    ['the day after', '2026-11-03', true],
    ['a public holiday', '2026-11-11', false],
  ])('%s, %s: %s', (_case, day, taught) => {
    expect(isClassDay(day, calendar)).toBe(taught);
  });

  it('has its half-days in order, without those not taught', () => {
    expect(classHalfDays('2026-11-24', calendar)).toEqual([
      ['08:30', '11:30'],
      ['13:30', '16:30'],
    ]);
    expect(classHalfDays('2026-11-25', calendar)).toEqual([['08:30', '11:30']]);
  });

  it('is no Wednesday in the four-day week', () => {
    expect(isClassDay('2026-11-25', { ...calendar, openingHours: [] })).toBe(false);
  });

  it('is taught by the hours in force on it, whatever order they come in', () => {
    const [halfWednesday] = calendar.openingHours;
    const later = { from: '2026-12-02', hours: { ...FOUR_DAY_WEEK, tue: { morning: null, afternoon: null } } };
    const changing = { ...calendar, openingHours: [later, halfWednesday!] };
    const taught = ['2026-10-14', '2026-11-25', '2026-12-01', '2026-12-02', '2026-12-08'];
    expect(taught.map((day) => isClassDay(day, changing))).toEqual([false, true, true, false, false]);
  });
});

describe('hours that someone typed', () => {
  const withFriday = (fri: DayHours) => openingHoursProblem({ ...FOUR_DAY_WEEK, fri });

  it('hold together in the four-day week, and when a half-day is free', () => {
    expect(openingHoursProblem(FOUR_DAY_WEEK)).toBeNull();
    expect(withFriday({ morning: ['08:30', '12:00'], afternoon: null })).toBeNull();
    expect(withFriday({ morning: ['08:30', '12:00'], afternoon: ['12:00', '15:00'] })).toBeNull();
  });

  it.each<[string, DayHours, string]>([
    ['an unreadable opening', { morning: ['8h30', '11:30'], afternoon: null }, 'hours-unreadable'],
    ['an unreadable closing', { morning: null, afternoon: ['13:30', '25:00'] }, 'hours-unreadable'],
    ['a closing before the opening', { morning: ['11:30', '08:30'], afternoon: null }, 'hours-reversed'],
    ['a half-day of no length', { morning: ['08:30', '08:30'], afternoon: null }, 'hours-reversed'],
    [
      'a morning into the afternoon',
      { morning: ['08:30', '14:00'], afternoon: ['13:30', '16:30'] },
      'half-days-overlap',
    ],
  ])('are refused for %s', (_case, fri, code) => {
    expect(withFriday(fri)).toEqual({ code, weekday: 'fri' });
  });
});
