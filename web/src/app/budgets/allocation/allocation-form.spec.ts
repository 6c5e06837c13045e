import { describe, expect, it } from '@jest/globals';
import type { AllocationDefaults } from '@parc/api-client';
import {
  type HandChange,
  parseWeight,
  previewRequest,
  ruleErrors,
  typedFrom,
  weightWords,
  withHandChange,
} from './allocation-form';

const DEFAULTS: AllocationDefaults = {
  baseCents: 40_000,
  perClassCents: 9_000,
  perPupilCents: 300,
  priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
  stepCents: 1_000,
  lastVotedCents: 31_245_000,
  source: 'Budget primitif 2026',
  fromDay: '2026-01-01',
  alreadyOpened: false,
};
const ASKED = { year: 2027, kind: 'installation' } as const;
const CHANGE: HandChange = { schoolId: 's', amountCents: 140_000, reason: 'classe ouverte', formerCents: 107_000 };

describe('the rule as it is typed', () => {
  it('opens with the rule in force and last year’s vote, and asks for the same', () => {
    expect(previewRequest(ASKED, typedFrom(DEFAULTS), DEFAULTS)).toEqual({
      ...ASKED,
      rule: {
        baseCents: 40_000,
        perClassCents: 9_000,
        perPupilCents: 300,
        priorityWeights: { none: 10_000, REP: 12_500, 'REP+': 15_000 },
        votedCents: 31_245_000,
        stepCents: 1_000,
      },
      fixed: [],
      reserveCents: 0,
      complement: false,
    });
  });

  it('proposes no sum for a complement: it is another vote', () => {
    const typed = typedFrom({ ...DEFAULTS, alreadyOpened: true });
    expect(typed.voted).toBe('');
    expect(previewRequest(ASKED, typed, { ...DEFAULTS, alreadyOpened: true })).toBeNull();
    const voted = previewRequest(ASKED, { ...typed, voted: '10 000' }, { ...DEFAULTS, alreadyOpened: true });
    expect(voted).toMatchObject({ complement: true, rule: { votedCents: 1_000_000 } });
  });

  it('asks for nothing while a figure is wrong, and says which', () => {
    const typed = { ...typedFrom(DEFAULTS), perClass: 'beaucoup', rep: '1,2,5', step: '0' };
    expect(Object.keys(ruleErrors(typed))).toEqual(['perClass', 'rep', 'step']);
    expect(previewRequest(ASKED, typed, DEFAULTS)).toBeNull();
  });

  it('says by how much the hand and the reserve are above the vote', () => {
    const typed = { ...typedFrom(DEFAULTS), voted: '1 500', reserve: '200', fixed: [CHANGE] };
    expect(ruleErrors(typed).voted?.replace(/\u202f/g, ' ')).toContain('dépassent le vote de 100,00 €');
  });

  it('reads a coefficient digit by digit', () => {
    expect(['1,25', '1.5', '2', '0,0001', '11', '1,', 'x'].map(parseWeight)).toEqual([
      12_500,
      15_000,
      20_000,
      1,
      null,
      null,
      null,
    ]);
    expect([12_500, 15_000, 10_000, 12_345].map(weightWords)).toEqual(['1,25', '1,50', '1,00', '1,2345']);
  });
});

describe('a school fixed by hand', () => {
  it('keeps what it had before the first hand', () => {
    const once = withHandChange([], CHANGE);
    const twice = withHandChange(once, { ...CHANGE, amountCents: 150_000, formerCents: 140_000 });
    expect(twice).toEqual([{ ...CHANGE, amountCents: 150_000, formerCents: 107_000 }]);
  });
});
