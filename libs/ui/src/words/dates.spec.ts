import { describe, expect, it } from '@jest/globals';
import { datedDay, day, dayAndTime, dayOfYear, longDay, shortDay, time } from './dates.js';
import { duration, remaining } from './durations.js';

const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');

describe('dates as people read them', () => {
  it('says the week day and the month in short', () => {
    expect(plain(day('2026-11-24'))).toBe('mar. 24 nov.');
    expect(day('2026-11-24')).not.toContain(' ');
  });

  it('writes the first of a month as an ordinal', () => {
    expect(plain(day('2027-01-01'))).toBe('ven. 1er janv.');
  });

  it('has a short, a yearly and a long form', () => {
    expect(plain(shortDay('2026-11-27'))).toBe('27 nov.');
    expect(plain(dayOfYear('2027-12-31'))).toBe('31 déc. 2027');
    expect(plain(longDay('2026-08-01'))).toBe('samedi 1er août 2026');
  });

  it('says the year where it is far away and another one', () => {
    expect(plain(datedDay('2025-10-27', '2026-11-30'))).toBe('lun. 27 oct. 2025');
    expect(plain(datedDay('2026-01-05', '2026-11-30'))).toBe('lun. 5 janv.');
    expect(plain(datedDay('2027-01-13', '2026-11-30'))).toBe('mer. 13 janv.');
    expect(datedDay('2025-10-27', '2026-11-30')).not.toContain(' ');
  });

  it('reads an instant in Paris, also around midnight and in summer', () => {
    expect(plain(day('2026-11-24T23:30:00Z'))).toBe('mer. 25 nov.');
    expect(plain(day('2026-07-13T22:30:00Z'))).toBe('mar. 14 juil.');
    expect(plain(dayAndTime('2026-11-17T16:20:00Z'))).toBe('mar. 17 nov. à 17 h 20');
    expect(plain(time('2026-07-14T14:45:00Z'))).toBe('16 h 45');
  });

  it('drops the minutes of a full hour and keeps a leading zero of the others', () => {
    expect(plain(time('08:05'))).toBe('8 h 05');
    expect(plain(time('14:00:00'))).toBe('14 h');
    expect(plain(time('2026-11-24T23:00:00Z'))).toBe('0 h');
  });

  it('refuses a date that does not exist', () => {
    expect(() => day('2026-02-30')).toThrow(RangeError);
    expect(() => time('jamais')).toThrow(RangeError);
  });
});

describe('durations as people read them', () => {
  it.each([
    [0, '0 min'],
    [35, '35 min'],
    [65, '1 h 05'],
    [120, '2 h'],
    [130, '2 h 10'],
    [1_440 + 180, '1 j 3 h'],
    [2_880, '2 j'],
  ])('%i minutes read as "%s"', (minutes, words) => {
    expect(plain(duration(minutes))).toBe(words);
  });

  it('says what is left, or how late it is', () => {
    expect(plain(remaining(130))).toBe('encore 2 h 10');
    expect(plain(remaining(-35))).toBe('en retard de 35 min');
  });
});
