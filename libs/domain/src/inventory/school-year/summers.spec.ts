import { describe, expect, it } from '@jest/globals';
import { summerOf } from './summers.js';

describe('the summer that a school prepares', () => {
  it.each([
    ['2027-04-30', 2026],
    ['2027-05-01', 2027],
    ['2027-09-01', 2027],
    ['2027-12-31', 2027],
    ['2028-01-01', 2027],
  ])('is on %s the one of %i', (today, year) => {
    expect(summerOf(today)).toEqual({ year, from: `${year}-05-01` });
  });
});
