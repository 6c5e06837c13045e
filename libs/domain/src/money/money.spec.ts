import { describe, expect, it } from '@jest/globals';
import { divideHalfUp, lineAmounts, sumAmounts, unitTotalCents } from './money.js';

describe('amounts of order lines', () => {
  it.each([
    // quantity, unit net, VAT bp → net, vat, total
    [1, 1500, 2000, 1500, 300, 1800],
    [12, 1500, 2000, 18000, 3600, 21600],
    [1, 17917, 2000, 17917, 3583, 21500],
    [3, 5, 550, 15, 1, 16],
    [1, 5, 1000, 5, 1, 6], // exactly half a cent of VAT goes up
    [0, 999, 2000, 0, 0, 0],
    [1, 100, 0, 100, 0, 100],
  ])(
    '%i × %i cents at %i bp is %i net, %i VAT, %i in all',
    (quantity, unitNetCents, vatBasisPoints, netCents, vatCents, totalCents) => {
      expect(lineAmounts({ quantity, unitNetCents, vatBasisPoints })).toEqual({ netCents, vatCents, totalCents });
    },
  );

  it('sums rounded lines instead of rounding the sum', () => {
    const line = { quantity: 1, unitNetCents: 5, vatBasisPoints: 1000 };
    expect(sumAmounts([line, line])).toEqual({ netCents: 10, vatCents: 2, totalCents: 12 });
    expect(sumAmounts([])).toEqual({ netCents: 0, vatCents: 0, totalCents: 0 });
  });

  it('shows a catalogue price tax included', () => expect(unitTotalCents(1500, 2000)).toBe(1800));

  it.each([
    [-1, 100],
    [1.5, 100],
    [1, 0.1],
    [Number.NaN, 1],
  ])('refuses %p units at %p cents', (quantity, unitNetCents) => {
    expect(() => lineAmounts({ quantity, unitNetCents, vatBasisPoints: 2000 })).toThrow(RangeError);
  });

  it.each([-1, 20.5, Number.NaN])('refuses a VAT of %p basis points', (vatBasisPoints) => {
    expect(() => lineAmounts({ quantity: 1, unitNetCents: 100, vatBasisPoints })).toThrow('vatBasisPoints');
  });

  it('rounds halves up', () =>
    expect([divideHalfUp(1, 2), divideHalfUp(49, 100), divideHalfUp(50, 100)]).toEqual([1, 0, 1]));
});
