import { describe, expect, it } from '@jest/globals';
import { FOUR_DAY_WEEK } from '../calendar/opening-hours.js';
import { firstAfternoons, firstComeSessions, suggestSessions, type TrainingNeed } from './proposals.js';

const need = (schoolId: string, latitude: number, row: Partial<TrainingNeed> = {}): TrainingNeed => ({
  ...{ schoolId, moduleId: 'm', circonscriptionId: 'c', devices: 1, since: '2026-09-01T08:00:00Z' },
  ...{ position: { latitude, longitude: 4.4 }, ...row },
});

describe('sessions suggested by need', () => {
  it('are held where the others drive the least, one for all where there are places', () => {
    const [session, ...others] = suggestSessions([need('a', 45.4), need('b', 45.45), need('c', 45.46)], 12);
    expect([session, others]).toMatchObject([{ placeId: 'b', schoolIds: ['a', 'b', 'c'], devices: 3 }, []]);
  });

  it('put together schools that are near, and leave nobody over alone', () => {
    const needs = [need('a', 45.4), need('b', 45.6), need('c', 45.41), need('d', 45.61)];
    const groups = suggestSessions(needs, 2).map(({ schoolIds }) => [...schoolIds].sort().join(''));
    expect(groups.sort()).toEqual(['ac', 'bd']);
  });

  it('never mix modules nor circonscriptions, and stand with most devices first', () => {
    const needs = [
      need('a', 45.4),
      need('b', 45.4, { moduleId: 'n', devices: 9 }),
      need('c', 45.4, { circonscriptionId: 'd' }),
    ];
    expect(suggestSessions(needs, 12).map(({ placeId }) => placeId)).toEqual(['b', 'a', 'c']);
  });

  it('count a drive to a place that nobody knows as half an hour', () => {
    expect(suggestSessions([need('a', 45.4), need('b', 45.4, { position: null })], 12)[0]!.travelMinutes).toBe(30);
  });
});

describe('the afternoons of a suggestion', () => {
  const calendar = {
    openingHours: [{ from: '2020-09-01', hours: FOUR_DAY_WEEK }],
    schoolHolidays: [{ from: '2026-12-19', to: '2027-01-03' }],
    publicHolidays: new Set<string>(),
  };
  const days = (minutes: number, busy: { startsAt: Date; endsAt: Date }[] = [], hours = FOUR_DAY_WEEK) =>
    firstAfternoons(minutes, {
      from: '2026-11-30',
      calendar: { ...calendar, openingHours: [{ from: '2020-09-01', hours }] },
      busy,
    })?.map(({ startsAt, endsAt }) => `${startsAt.toISOString().slice(0, 16)} ${endsAt.toISOString().slice(11, 16)}`) ??
    null;

  it('are the first Wednesdays outside the holidays, three weeks ahead at least', () => {
    expect(days(120)).toEqual(['2027-01-06T13:00 15:00']);
    expect(days(360)).toEqual(['2027-01-06T13:00 16:00', '2027-01-13T13:00 16:00']);
  });

  it('leave out when the trainer is taken, and what is taught at the place', () => {
    const busy = [{ startsAt: new Date('2027-01-06T14:00:00Z'), endsAt: new Date('2027-01-06T17:00:00Z') }];
    expect(days(120, busy)).toEqual(['2027-01-13T13:00 15:00']);
    expect(days(120, [], { ...FOUR_DAY_WEEK, wed: FOUR_DAY_WEEK.mon })).toBeNull();
  });
});

it('measured against first come first served, never take more sessions nor release less', () => {
  const needs = Array.from({ length: 40 }, (_, index) =>
    need(`s${index}`, 45 + ((index * 17) % 40) / 100, {
      devices: 1 + (index % 5),
      since: `2026-0${1 + (index % 9)}-01T08:00:00Z`,
    }),
  );
  const [ours, naive] = [suggestSessions(needs, 6), firstComeSessions(needs, 6)];
  const driven = (sessions: typeof ours) => sessions.reduce((total, { travelMinutes }) => total + travelMinutes, 0);
  expect(ours).toHaveLength(naive.length);
  expect(ours.flatMap(({ schoolIds }) => schoolIds).sort()).toEqual(needs.map(({ schoolId }) => schoolId).sort());
  expect(driven(ours)).toBeLessThan(driven(naive));
});
