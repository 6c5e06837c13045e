import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isTimeOfDay,
  minutesOfTime,
  parisDateOf,
  parisDateTimeOf,
  parisInstantOf,
  readParisDay,
  readParisMoment,
  timeOfMinutes,
} from './paris-time.js';
import { addCalendarDays } from './plain-date.js';

describe('the clock of the métropole', () => {
  it.each([
    ['in winter', '2026-11-24T15:45:00Z', '2026-11-24', '16:45'],
    ['in summer', '2026-07-14T22:30:00Z', '2026-07-15', '00:30'],
    ['at the turn of the year', '2026-12-31T23:30:00Z', '2027-01-01', '00:30'],
    ['just before summer time', '2026-03-29T00:59:59Z', '2026-03-29', '01:59'],
    ['just after it begins', '2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
    ['in the first 02:30 of autumn', '2026-10-25T00:30:00Z', '2026-10-25', '02:30'],
    ['in the second 02:30 of autumn', '2026-10-25T01:30:00Z', '2026-10-25', '02:30'],
  ])('%s shows the local day and time', (_when, instant, date, time) => {
    expect(parisDateTimeOf(new Date(instant))).toEqual({ date, time });
    expect(parisDateOf(new Date(instant))).toBe(date);
  });

  it.each([
    ['a winter afternoon', '2026-11-24', '16:45', '2026-11-24T15:45:00.000Z'],
    ['a summer midnight', '2026-07-15', '00:00', '2026-07-14T22:00:00.000Z'],
    ['the missing hour, moved on', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['the repeated hour, the first of both', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['the evening before winter time', '2026-10-24', '23:59', '2026-10-24T21:59:00.000Z'],
    ['the morning after winter time', '2026-10-25', '08:00', '2026-10-25T07:00:00.000Z'],
    ['the morning after summer time', '2026-03-29', '08:00', '2026-03-29T06:00:00.000Z'],
  ])('gives the instant of %s', (_when, date, time, instant) => {
    expect(parisInstantOf(date, time).toISOString()).toBe(instant);
  });

  it('shows again the day and time it was asked for, whenever that hour exists', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addCalendarDays('2000-01-01', days));
    const minutes = fc.integer({ min: 0, max: 1439 }).filter((minute) => minute < 120 || minute >= 180);
    fc.assert(
      fc.property(day, minutes, (date, minute) => {
        const time = timeOfMinutes(minute);
        expect(parisDateTimeOf(parisInstantOf(date, time))).toEqual({ date, time });
      }),
    );
  });

  it('knows no such day and no such time', () => {
    expect(() => parisInstantOf('2026-02-29', '10:00')).toThrow(RangeError);
    expect(() => parisInstantOf('2026-02-28', '24:00')).toThrow('Not a day and a time: 2026-02-28 24:00');
  });
});

describe('a time of day', () => {
  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['8:30', false],
    ['08:60', false],
    ['08:30:00', false],
  ])('%s is one: %s', (text, valid) => {
    expect(isTimeOfDay(text)).toBe(valid);
  });

  it('is counted in minutes from midnight and back', () => {
    expect(minutesOfTime('16:45')).toBe(1005);
    expect(timeOfMinutes(1005)).toBe('16:45');
    expect(timeOfMinutes(5)).toBe('00:05');
    expect(() => minutesOfTime('midi')).toThrow('Not a time of day: midi');
  });
});

describe('a day as published files write it', () => {
  it.each([
    ['2026-12-18T23:00:00+00:00', '2026-12-19', '00:00'],
    ['2026-12-18 23:00:00.000Z', '2026-12-19', '00:00'],
    ['2026-07-02T22:00:00+0000', '2026-07-03', '00:00'],
    ['2026-05-27T00:00:00+02:00', '2026-05-27', '00:00'],
    ['2026-05-27T08:30+02:00', '2026-05-27', '08:30'],
    ['2026-05-27', '2026-05-27', null],
    ['27/05/2026', '2026-05-27', null],
    ['2026-05-27T08:30:00', '2026-05-27', null],
  ])('« %s » is the %s in Paris, at %s', (text, date, time) => {
    expect(readParisMoment(text)).toEqual({ date, time });
    expect(readParisDay(text)).toBe(date);
  });

  it.each(['2026-02-30T00:00:00+00:00', '2026-12-18T25:00:00Z', '2026-12-18T23:00:00+25:00', 'hier', ''])(
    '« %s » is none',
    (text) => {
      expect(readParisMoment(text)).toBeNull();
      expect(readParisDay(text)).toBeNull();
    },
  );
});
