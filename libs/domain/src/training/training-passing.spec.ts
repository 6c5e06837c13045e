import { describe, expect, it } from '@jest/globals';
import type { SchoolCalendar } from '../calendar/opening-hours.js';
import { parisInstantOf } from '../calendar/paris-time.js';
import { passingOf, schoolDaysBefore } from './training-passing.js';

/** Four days of class a week; Christmas from the 19th of December on. */
const CALENDAR: SchoolCalendar = {
  openingHours: [],
  schoolHolidays: [{ from: '2026-12-19', to: '2027-01-03' }],
  publicHolidays: new Set(['2026-11-11']),
};

describe('school days before a session', () => {
  it.each([
    ['2026-11-30', '2026-12-01', 1],
    ['2026-11-30', '2026-12-07', 4],
    ['2026-11-27', '2026-12-07', 5],
    ['2026-12-18', '2027-01-05', 2],
    ['2026-11-09', '2026-11-13', 3],
  ])('from %s to %s are %i: no Wednesday, no week-end, no holiday', (from, day, count) => {
    expect(schoolDaysBefore(from, day, CALENDAR)).toBe(count);
  });
});

describe('a place that comes free', () => {
  const passing = (day: string, time: string) =>
    passingOf({ now: parisInstantOf(day, time), startsAt: parisInstantOf('2026-12-07', '14:00'), calendar: CALENDAR });

  it('seats whoever waits until five school days before', () => {
    expect(passing('2026-11-27', '23:59')).toEqual({ how: 'seat' });
  });

  it('is offered for a day later, and never beyond the session’s beginning', () => {
    expect(passing('2026-11-30', '08:00')).toEqual({ how: 'offer', until: parisInstantOf('2026-12-01', '08:00') });
    expect(passing('2026-12-07', '09:00')).toEqual({ how: 'offer', until: parisInstantOf('2026-12-07', '14:00') });
  });

  it('goes to nobody once the session has begun', () => {
    expect(passing('2026-12-07', '14:00')).toEqual({ how: 'none' });
  });
});
