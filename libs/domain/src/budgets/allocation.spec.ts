import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allocate,
  askedCents,
  shareByLargestRemainder,
  type Allocation,
  type AllocationRule,
  type AllocationSchool,
} from './allocation.js';

const RULE: AllocationRule = {
  baseCents: 40_000,
  perClassCents: 9_000,
  perPupilCents: 300,
  priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
  votedCents: 1_000_000,
  stepCents: 1,
};

const school = (uai: string, facts: Partial<AllocationSchool> = {}): AllocationSchool => ({
  uai,
  classes: 5,
  pupils: 120,
  priority: 'none',
  fixedCents: null,
  ...facts,
});

function shares(rule: AllocationRule, schools: AllocationSchool[]): Allocation {
  const allocation = allocate(rule, schools);
  if ('refused' in allocation) throw new Error(allocation.refused);
  return allocation;
}

const amounts = (allocation: Allocation) =>
  Object.fromEntries(allocation.shares.map((share) => [share.uai, share.amountCents]));

describe('what the rule asks for a school', () => {
  it('is a base, so much a class and so much a pupil', () => {
    expect(askedCents(RULE, school('A', { classes: 6, pupils: 134 }))).toBe(40_000 + 54_000 + 40_200);
  });

  it('weighs priority education in basis points, half up to the cent', () => {
    expect(askedCents(RULE, school('A', { classes: 6, pupils: 134, priority: 'REP' }))).toBe(167_750);
    const odd = { ...RULE, baseCents: 1, perClassCents: 0, perPupilCents: 0 };
    expect(askedCents(odd, school('A', { priority: 'REP+' }))).toBe(2);
  });
});

describe('sharing the vote', () => {
  it('gives the cents left to the largest remainders, ties by UAI', () => {
    const even = { ...RULE, votedCents: 100 };
    expect(amounts(shares(even, [school('C'), school('A'), school('B')]))).toEqual({ A: 34, B: 33, C: 33 });
    expect(shareByLargestRemainder(10, [1, 2], ['A', 'B'])).toEqual([3, 7]);
  });

  it('looks at the remainder and not at the weight, nor at the place in the list', () => {
    expect(shareByLargestRemainder(2, [6, 4], ['A', 'B'])).toEqual([1, 1]);
    expect(shareByLargestRemainder(7, [6, 3, 2], ['A', 'B', 'C'])).toEqual([4, 2, 1]);
    expect(shareByLargestRemainder(1, [1, 1], ['B', 'A'])).toEqual([0, 1]);
  });

  it('gives nothing where nobody weighs anything', () => {
    expect(shareByLargestRemainder(10, [0, 0], ['A', 'B'])).toEqual([0, 0]);
  });

  it('gives nothing to the one school for which the rule asks nothing', () => {
    const byPupil = { ...RULE, baseCents: 0, perClassCents: 0 };
    expect(amounts(shares(byPupil, [school('A', { pupils: 0 }), school('B')]))).toEqual({ A: 0, B: 1_000_000 });
  });

  it('lets the whole vote be fixed by hand, to the last cent', () => {
    const allocation = shares(RULE, [school('A', { fixedCents: 1_000_000 })]);
    expect(amounts(allocation)).toEqual({ A: 1_000_000 });
    expect(allocation.remainderCents).toBe(0);
  });

  it('does not depend on the order in which schools come', () => {
    const schools = [school('A', { pupils: 41 }), school('B', { pupils: 97 }), school('C'), school('D')];
    expect(amounts(shares(RULE, schools))).toEqual(amounts(shares(RULE, [...schools].reverse())));
  });

  it('takes what is fixed by hand first, and leaves it as it is', () => {
    const allocation = shares(RULE, [school('A', { fixedCents: 140_000 }), school('B'), school('C')]);
    expect(amounts(allocation)).toEqual({ A: 140_000, B: 430_000, C: 430_000 });
    expect(allocation.shares.map(({ fixed }) => fixed)).toEqual([true, false, false]);
  });

  it('leaves less than one step, and says it', () => {
    const tens = { ...RULE, stepCents: 1_000, votedCents: 1_000_999 };
    const allocation = shares(tens, [school('A'), school('B'), school('C')]);
    expect(Object.values(amounts(allocation)).every((amount) => amount % 1_000 === 0)).toBe(true);
    expect(allocation.remainderCents).toBe(999);
  });

  it('refuses more by hand than was voted, and a rule that gives nothing to anyone', () => {
    expect(allocate(RULE, [school('A', { fixedCents: 1_000_001 })])).toEqual({
      refused: 'allocation.fixed-above-vote',
    });
    const nothing = { ...RULE, baseCents: 0, perClassCents: 0, perPupilCents: 0 };
    expect(allocate(nothing, [school('A')])).toEqual({ refused: 'allocation.nothing-to-share' });
  });

  it('has every cent of the vote in a share or in the stated remainder', () => {
    const anySchool = fc.record({
      classes: fc.integer({ min: 0, max: 30 }),
      pupils: fc.integer({ min: 0, max: 700 }),
      priority: fc.constantFrom('none' as const, 'REP' as const, 'REP+' as const),
      fixedCents: fc.option(fc.integer({ min: 0, max: 10_000 }), { freq: 8 }),
    });
    const anyRule = fc.record({
      votedCents: fc.integer({ min: 3_000_000, max: 90_000_000 }),
      stepCents: fc.constantFrom(1, 100, 1_000, 5_000),
    });
    fc.assert(
      fc.property(anyRule, fc.array(anySchool, { minLength: 1, maxLength: 280 }), (changes, facts) => {
        const schools = facts.map((fact, i) => school(String(i).padStart(4, '0'), fact));
        const allocation = shares({ ...RULE, ...changes }, schools);
        const sum = allocation.shares.reduce((total, share) => total + share.amountCents, 0);
        expect(sum).toBe(allocation.allottedCents);
        expect(sum + allocation.remainderCents).toBe(changes.votedCents);
        const someFree = schools.some(({ fixedCents }) => fixedCents === null);
        if (someFree) expect(allocation.remainderCents).toBeLessThan(changes.stepCents);
        expect(allocation.shares.every(({ amountCents }) => Number.isInteger(amountCents) && amountCents >= 0)).toBe(
          true,
        );
      }),
    );
  });

  it('keeps each free school within one step of its exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (weights, total) => {
          const parts = shareByLargestRemainder(
            total,
            weights,
            weights.map((_weight, i) => String(i).padStart(3, '0')),
          );
          const sum = weights.reduce((acc, weight) => acc + weight, 0);
          parts.forEach((part, i) => expect(Math.abs(part - (total * weights[i]!) / sum)).toBeLessThan(1));
        },
      ),
    );
  });
});
