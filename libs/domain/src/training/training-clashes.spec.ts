import { describe, expect, it } from '@jest/globals';
import type { SchoolCalendar } from '../calendar/opening-hours.js';
import { parisInstantOf } from '../calendar/paris-time.js';
import { clashesOf, TRAINING_CLASHES, TRAINING_CLASH_NAMES, type TrainingMeanwhile } from './training-clashes.js';

const CALENDAR: SchoolCalendar = {
  openingHours: [],
  schoolHolidays: [{ from: '2026-12-19', to: '2027-01-03' }],
  publicHolidays: new Set(['2026-11-11']),
};
const FREE: TrainingMeanwhile = { trainer: false, place: false, people: 0 };
const on = (day: string, from: string, to: string, meanwhile: Partial<TrainingMeanwhile> = {}) => ({
  ...{ startsAt: parisInstantOf(day, from), endsAt: parisInstantOf(day, to), ...FREE, ...meanwhile },
});
const kinds = (...dates: ReturnType<typeof on>[]) => clashesOf(dates, CALENDAR).map(({ kind }) => kind);

describe('what a date of a session meets', () => {
  it.each([
    ['2026-12-01', '10:00', '12:00', ['class']],
    ['2026-12-01', '16:30', '18:00', []],
    ['2026-12-01', '11:30', '13:30', []],
    ['2026-12-02', '09:00', '12:00', []],
    ['2026-11-11', '14:00', '16:00', ['public-holiday']],
    ['2026-12-05', '09:00', '12:00', ['week-end']],
    ['2026-12-21', '09:00', '12:00', ['school-holiday']],
  ])('on %s from %s to %s is %j', (day, from, to, expected) => {
    expect(kinds(on(day, from, to))).toEqual(expected);
  });

  it('is said of each date, who is elsewhere before what day it is, and people by how many', () => {
    const dates = [
      on('2026-12-02', '09:00', '12:00'),
      on('2026-12-01', '10:00', '12:00', { trainer: true, place: true, people: 3 }),
    ];
    expect(kinds(...dates)).toEqual(['trainer', 'place', 'people', 'class']);
    expect(clashesOf(dates, CALENDAR)[2]).toEqual({ kind: 'people', startsAt: dates[1]!.startsAt, count: 3 });
  });

  it('stops nobody but for the trainer’s other session', () => {
    expect(TRAINING_CLASH_NAMES.filter((kind) => TRAINING_CLASHES[kind].blocks)).toEqual(['trainer']);
  });
});
