import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addCalendarDays,
  calendarDaysBetween,
  civilYearOf,
  isPlainDate,
  plainDate,
  readPlainDate,
  weekdayOf,
} from './plain-date.js';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addCalendarDays('1970-01-01', days));

describe('a day read from a file', () => {
  it.each([
    ['2026-05-27', '2026-05-27'],
    ['27/05/2026', '2026-05-27'],
    ['1/2/1967', '1967-02-01'],
    [' 2026-05-27 ', '2026-05-27'],
    ['2026-05-27T08:30:00', '2026-05-27'],
    ['2026-05-27T00:00:00+02:00', null],
    ['2026-05-27 08:30', '2026-05-27'],
    ['1000-01-01', '1000-01-01'],
    ['2024-02-29', '2024-02-29'],
    ['0999-12-31', null],
    ['le 27/05/2026', null],
    ['27/05/2026 au plus tard', null],
    ['le 2026-05-27', null],
    ['2026-05-271', null],
    ['2026-05-27 au plus tard', null],
    ['127/05/2026', null],
    ['2026-05-27Z08:30', null],
    ['2023-02-29', null],
    ['31/02/2019', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-01-00', null],
    ['0099-01-01', null],
    ['27/05/26', null],
    ['46169', null],
    ['', null],
  ])('« %s » is %s', (text, day) => {
    expect(readPlainDate(text)).toBe(day);
  });
});

describe('a day of the calendar', () => {
  it.each([
    ['2026-11-24', 'tue'],
    ['2026-11-29', 'sun'],
    ['1970-01-01', 'thu'],
    ['1969-12-31', 'wed'],
    ['1967-02-01', 'wed'],
  ])('%s is a %s', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days make %s', (day, days, later) => {
    expect(addCalendarDays(day, days)).toBe(later);
  });

  it('counts back what it counted forward, and the days between are those added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        const other = addCalendarDays(day, days);
        expect(addCalendarDays(other, -days)).toBe(day);
        expect(calendarDaysBetween(day, other)).toBe(days);
        expect(isPlainDate(other)).toBe(true);
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(Math.sign(calendarDaysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0);
      }),
    );
  });

  it('is the same day of the week seven days later', () => {
    fc.assert(fc.property(anyDay, (day) => expect(weekdayOf(addCalendarDays(day, 7))).toBe(weekdayOf(day))));
  });

  it('is made of a year, a month and a day of month that exist', () => {
    expect(plainDate(2026, 2, 28)).toBe('2026-02-28');
    expect(() => plainDate(2026, 2, 29)).toThrow('No such day: 2026-2-29');
  });

  it('belongs to a civil year', () => {
    expect(civilYearOf('2026-12-31')).toBe(2026);
  });

  it('is refused as an instant, as text and beyond the years of four figures', () => {
    expect(() => addCalendarDays('2026-11-24T10:00:00Z', 1)).toThrow('Not a day written YYYY-MM-DD');
    expect(() => weekdayOf('demain')).toThrow(RangeError);
    expect(() => civilYearOf('2026')).toThrow(RangeError);
    expect(() => addCalendarDays('9999-12-31', 1)).toThrow('No day so far');
    expect(() => addCalendarDays('1000-01-01', -1)).toThrow('No day so far');
  });
});
