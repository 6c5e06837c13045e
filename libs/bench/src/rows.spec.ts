import { describe, expect, it } from '@jest/globals';
import { isReached, median, printed, type Figure } from './rows.ts';

const list: Figure = {
  row: 'order list',
  size: '1x',
  value: 1.23456,
  unit: 'of bare',
  goal: 1.2,
  higherIsBetter: true,
  detail: '470/s',
};

describe('a figure', () => {
  it('reaches its goal from the side it names, the goal included', () => {
    expect(isReached(list)).toBe(true);
    expect(isReached({ ...list, value: 1.19 })).toBe(false);
    expect(isReached({ ...list, value: 300, goal: 300, higherIsBetter: false })).toBe(true);
    expect(isReached({ ...list, value: 301, goal: 300, higherIsBetter: false })).toBe(false);
  });

  it('is printed as JSON with the agreed fields alone', () => {
    expect(JSON.parse(printed(list, true))).toEqual({
      row: 'order list',
      size: '1x',
      value: 1.23,
      unit: 'of bare',
      goal: 1.2,
      higherIsBetter: true,
    });
  });

  it('is printed for a person with its verdict and what stands behind it', () => {
    expect(printed({ ...list, value: 1.1 }, false)).toMatch(/order list .*1\.1 of bare .*≥ 1\.2 .*MISSED .*470\/s/);
  });
});

describe('the median', () => {
  it('is the middle of an odd number, the mean of the middle two of an even one', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });
});
