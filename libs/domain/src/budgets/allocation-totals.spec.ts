import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate, type AllocationRule } from './allocation.js';
import { allocationTotals } from './allocation-totals.js';

const RULE: AllocationRule = {
  baseCents: 40_000,
  perClassCents: 9_000,
  perPupilCents: 300,
  priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
  votedCents: 400_000,
  stepCents: 1_000,
};

describe('what an allocation is made of', () => {
  it('says the base, the classes, the pupils, priority education, the sharing and the hand', () => {
    const schools = [
      { uai: 'A', classes: 6, pupils: 134, priority: 'REP' as const, fixedCents: null },
      { uai: 'B', classes: 2, pupils: 41, priority: 'none' as const, fixedCents: 76_000 },
    ];
    const allocation = allocate(RULE, schools);
    if ('refused' in allocation) throw new Error(allocation.refused);
    expect(allocationTotals(RULE, schools, allocation.shares)).toEqual({
      baseCents: 80_000,
      classesCents: 72_000,
      pupilsCents: 52_500,
      priorityCents: 33_550,
      sharingCents: 324_000 - 167_750,
      byHandCents: 76_000 - 70_300,
    });
  });

  it('adds up to what is allotted, whatever the rule', () => {
    const school = fc.record({
      classes: fc.integer({ min: 0, max: 30 }),
      pupils: fc.integer({ min: 1, max: 700 }),
      priority: fc.constantFrom('none' as const, 'REP' as const, 'REP+' as const),
      fixedCents: fc.option(fc.integer({ min: 0, max: 1_000 })),
    });
    fc.assert(
      fc.property(
        fc.array(school, { maxLength: 50 }),
        fc.integer({ min: 100_000, max: 9_000_000 }),
        (facts, votedCents) => {
          const rule = { ...RULE, votedCents };
          const schools = facts.map((fact, i) => ({ ...fact, uai: String(i).padStart(3, '0') }));
          const allocation = allocate(rule, schools);
          if ('refused' in allocation) throw new Error(allocation.refused);
          const parts = Object.values(allocationTotals(rule, schools, allocation.shares));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(allocation.allottedCents);
        },
      ),
    );
  });
});
