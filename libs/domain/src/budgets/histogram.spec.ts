import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountHistogram } from './histogram.js';

describe('schools by amount', () => {
  it('are counted between round bounds, the last one open', () => {
    expect(amountHistogram([40_000, 59_999, 60_000, 110_000, 220_000])).toEqual({
      buckets: [
        { fromCents: 40_000, toCents: 60_000, count: 2 },
        { fromCents: 60_000, toCents: 80_000, count: 1 },
        { fromCents: 80_000, toCents: 100_000, count: 0 },
        { fromCents: 100_000, toCents: 120_000, count: 1 },
        { fromCents: 120_000, toCents: 140_000, count: 0 },
        { fromCents: 140_000, toCents: 160_000, count: 0 },
        { fromCents: 160_000, toCents: 180_000, count: 0 },
        { fromCents: 180_000, toCents: 200_000, count: 0 },
        { fromCents: 200_000, toCents: 220_000, count: 0 },
        { fromCents: 220_000, toCents: null, count: 1 },
      ],
      medianCents: 60_000,
    });
  });

  it('are one bucket when all have the same', () => {
    expect(amountHistogram([500, 500]).buckets).toEqual([{ fromCents: 500, toCents: null, count: 2 }]);
  });

  it('are nothing when there is no school', () => {
    expect(amountHistogram([])).toEqual({ buckets: [], medianCents: null });
  });

  it('are each counted once, in ten buckets at the most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 300 }), (amounts) => {
        const { buckets, medianCents } = amountHistogram(amounts);
        expect(buckets.length).toBeLessThanOrEqual(10);
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(amounts.length);
        for (const { fromCents, toCents, count } of buckets) {
          const inside = amounts.filter((amount) => amount >= fromCents && amount < (toCents ?? Infinity));
          expect(count).toBe(inside.length);
        }
        expect(amounts).toContain(medianCents);
      }),
    );
  });
});
