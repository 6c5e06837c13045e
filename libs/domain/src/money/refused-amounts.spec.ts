import { describe, expect, it } from '@jest/globals';
import { lineAmounts, type PricedLine } from './money.js';

describe('a line that cannot be priced', () => {
  const line: PricedLine = { quantity: 1, unitNetCents: 100, vatBasisPoints: 2000 };

  it.each(['quantity', 'unitNetCents', 'vatBasisPoints'] as const)('says that its %s is wrong', (field) => {
    expect(() => lineAmounts({ ...line, [field]: 0.5 })).toThrow(field);
  });
});
