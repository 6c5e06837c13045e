import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, isPlainDate, readPlainDate } from './plain-date.js';

describe('a day as it is written', () => {
  it.each([
    ['2026-05-27T10:30', '2026-05-27'],
    ['2026-05-27 10:30:00', '2026-05-27'],
    ['2026-05-27T10:30:00', '2026-05-27'],
    ['2026-05-27T10:3', null],
    ['2026-05-27T10', null],
    ['2026-05-27 matin', null],
    ['2026-02-29', null],
    ['2026-13-01', null],
  ])('« %s » is %s', (text, day) => expect(readPlainDate(text)).toBe(day));

  it.each(['2026-04-31', '2026-02-30', '2026-01-32', '2026-01-00', '2026-12-32', '2024-01-60'])(
    '%s does not exist',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
    },
  );

  it('has four figures for its year, before and after', () => {
    expect(addCalendarDays('9999-12-30', 1)).toBe('9999-12-31');
    expect(() => addCalendarDays('9999-12-31', 1)).toThrow(RangeError);
    expect(addCalendarDays('1000-01-02', -1)).toBe('1000-01-01');
    expect(() => addCalendarDays('1000-01-01', -1)).toThrow(RangeError);
  });
});
