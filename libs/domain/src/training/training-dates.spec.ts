import { describe, expect, it } from '@jest/globals';
import { parisInstantOf } from '../calendar/paris-time.js';
import { datesProblem, datesSpan, sameDates, trainingHalfOf, type TrainingDate } from './training-dates.js';
import { isPlaceWhole, placeSaid, type PlaceTold } from './training-places.js';

const on = (day: string, from: string, to: string, endDay = day): TrainingDate => ({
  startsAt: parisInstantOf(day, from),
  endsAt: parisInstantOf(endDay, to),
});
const WEDNESDAY = '2026-12-02';

describe('a date of a session', () => {
  it.each([
    ['09:00', '12:00', 'morning'],
    ['11:00', '13:30', 'morning'],
    ['12:00', '13:30', 'morning'],
    ['12:00', '13:45', 'afternoon'],
    ['13:00', '16:00', 'afternoon'],
    ['11:45', '13:31', null],
    ['09:00', '17:00', null],
  ])('from %s to %s lies in one half-day: %s', (from, to, half) => {
    expect(trainingHalfOf(on(WEDNESDAY, from, to))).toBe(half);
  });

  it('reaches over no midnight of Paris', () => {
    expect(trainingHalfOf(on(WEDNESDAY, '22:00', '01:00', '2026-12-03'))).toBe(null);
  });
});

describe('the dates of a session', () => {
  const problem = (...dates: TrainingDate[]) =>
    datesProblem(dates, { now: parisInstantOf('2026-11-30', '09:00'), aheadDays: 366 });
  const MORNING = on(WEDNESDAY, '09:00', '12:00');
  const AFTERNOON = on(WEDNESDAY, '13:30', '16:30');

  it('are a half-day each: a whole day is two, in whatever order they are told', () => {
    expect(problem(AFTERNOON, MORNING)).toBe(null);
    expect(datesSpan([AFTERNOON, MORNING])).toEqual({ startsAt: MORNING.startsAt, endsAt: AFTERNOON.endsAt });
  });

  it.each<[string, TrainingDate[], string]>([
    ['none', [], 'training.dates-wrong'],
    ['past', [on('2026-11-30', '08:00', '10:00')], 'training.dates-wrong'],
    ['over before it begins', [on(WEDNESDAY, '10:00', '10:00')], 'training.dates-wrong'],
    ['beyond a year', [on('2027-12-02', '10:00', '12:00')], 'training.dates-wrong'],
    ['across noon', [on(WEDNESDAY, '10:00', '15:00')], 'training.half-day-wrong'],
    [
      'the same morning twice',
      [on(WEDNESDAY, '08:00', '09:00'), on(WEDNESDAY, '10:00', '11:00')],
      'training.half-day-twice',
    ],
    [
      'one over the other',
      [on(WEDNESDAY, '11:00', '13:30'), on(WEDNESDAY, '13:00', '16:00')],
      'training.half-day-twice',
    ],
  ])('%s: refused', (_, dates, code) => {
    expect(problem(...dates)).toBe(code);
  });

  it('are the same in another order, and others by a quarter of an hour', () => {
    expect(sameDates([MORNING, AFTERNOON], [AFTERNOON, MORNING])).toBe(true);
    expect(sameDates([MORNING], [on(WEDNESDAY, '09:00', '12:15')])).toBe(false);
    expect(sameDates([MORNING], [MORNING, AFTERNOON])).toBe(false);
  });
});

describe('the place of a session', () => {
  const NOTHING = { schoolId: null, placeName: null, remoteLink: null };
  const told: Record<string, PlaceTold> = {
    school: { ...NOTHING, placeKind: 'school', schoolId: 'x' },
    centre: { ...NOTHING, placeKind: 'centre', placeName: 'Centre Canopé' },
    remote: { ...NOTHING, placeKind: 'remote', remoteLink: 'https://visio.example/x' },
  };

  it('is told by what its kind asks for, and by nothing else', () => {
    for (const placeKind of ['school', 'centre', 'remote'] as const)
      for (const [kind, place] of Object.entries(told))
        expect(isPlaceWhole({ ...place, placeKind })).toBe(kind === placeKind);
    expect(isPlaceWhole({ ...told.centre!, placeName: ' ' })).toBe(false);
  });

  it('is said in a word', () => {
    const none = { schoolName: null, placeName: null };
    expect([
      placeSaid({ ...none, placeKind: 'school', schoolName: 'École Jules-Ferry' }),
      placeSaid({ ...none, placeKind: 'centre', placeName: 'Centre Canopé' }),
      placeSaid({ ...none, placeKind: 'remote' }),
    ]).toEqual(['École Jules-Ferry', 'Centre Canopé', 'À distance']);
  });
});
