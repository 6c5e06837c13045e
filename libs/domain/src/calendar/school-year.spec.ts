import { describe, expect, it } from '@jest/globals';
import { readSchoolYearStart, schoolYearOf, schoolYearStarting } from './school-year.js';

describe('a school year', () => {
  it.each([
    ['2026-08-31', '2025-2026'],
    ['2026-09-01', '2026-2027'],
    ['2026-12-31', '2026-2027'],
    ['2027-01-01', '2026-2027'],
  ])('%s belongs to %s', (day, label) => {
    expect(schoolYearOf(day).label).toBe(label);
  });

  it('goes from 1 September to 31 August', () => {
    expect(schoolYearStarting(2026)).toEqual({
      startYear: 2026,
      label: '2026-2027',
      from: '2026-09-01',
      to: '2027-08-31',
    });
  });

  it.each([
    ['2022', 2022],
    ['2021-2022', 2021],
    ['2021/2022', 2021],
    [' 2021 - 2022 ', 2021],
    ['2021 -2022', 2021],
    ['2021- 2022', 2021],
    ['rentrée 2022', null],
    ['2022 bis', null],
    ['2021 2022', null],
    ['20222', null],
    ['2021-2023', null],
    ['2022-2021', null],
    ['1998', null],
    ['22', null],
    ['', null],
  ])('written « %s » starts in %s', (text, startYear) => {
    expect(readSchoolYearStart(text)).toBe(startYear);
  });
});
