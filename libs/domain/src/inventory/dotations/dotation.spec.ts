import { describe, expect, it } from '@jest/globals';
import {
  judgeDotationMove,
  judgeDotationPartMove,
  type DotationFacts,
  type DotationPartFacts,
} from './dotation-rules.js';
import { sharesOf, type ShareSchool } from './sharing.js';

const school = (id: string, more: Partial<ShareSchool> = {}): ShareSchool => ({
  ...{ id, uai: `042${id}`, pupils: 100, asked: 10, wanted: 5 },
  ...more,
});
const shares = (schools: readonly ShareSchool[], quantity: number) =>
  Object.fromEntries(sharesOf(schools, quantity).map((share) => [share.id, share.quantity]));

describe('what there is', () => {
  it('goes to the school that lacks the greatest part first, and evens out from there', () => {
    const poor = school('A', { wanted: 9 });
    const less = school('B', { wanted: 6 });
    expect(shares([less, poor], 1)).toEqual({ A: 1 });
    expect(shares([less, poor], 3)).toEqual({ A: 3 });
    // Both lack six of ten: one each from here on.
    expect(shares([less, poor], 7)).toEqual({ A: 5, B: 2 });
  });

  it('counts what lacks as a part of what should be there, not in devices', () => {
    const small = school('A', { asked: 2, wanted: 2 });
    const large = school('B', { asked: 30, wanted: 15 });
    expect(shares([large, small], 1)).toEqual({ A: 1 });
  });

  it('goes between equals to the most pupils, then by the code of the school', () => {
    const [few, many] = [school('A', { pupils: 50 }), school('B', { pupils: 200 })];
    expect(shares([few, many], 1)).toEqual({ B: 1 });
    expect(shares([school('C'), school('B')], 1)).toEqual({ B: 1 });
    expect(shares([school('B', { pupils: null }), school('C', { pupils: 1 })], 1)).toEqual({ C: 1 });
  });

  it('is the same whatever the order of the schools', () => {
    const schools = ['D', 'A', 'C', 'B'].map((id, n) => school(id, { wanted: n + 2, pupils: 100 - n }));
    const asGiven = sharesOf(schools, 9);
    expect(sharesOf([...schools].reverse(), 9)).toEqual(asGiven);
    expect(asGiven.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(9);
  });

  it('never goes beyond what a school lacks; what nobody lacks stays', () => {
    expect(shares([school('A', { wanted: 2 }), school('B', { wanted: 0 })], 50)).toEqual({ A: 2 });
    expect(sharesOf([], 5)).toEqual([]);
    expect(sharesOf([school('A')], 0)).toEqual([]);
  });

  it('answers a need where no kit is fixed', () => {
    expect(shares([school('A', { asked: 0, wanted: 3 }), school('B', { asked: 10, wanted: 3 })], 2)).toEqual({ A: 2 });
  });
});

describe('a dotation', () => {
  const facts = (more: Partial<DotationFacts> = {}): DotationFacts => ({
    ...{ state: 'asked', schools: 2, undecided: 0, open: 1, came: 0 },
    ...more,
  });
  const judged = (action: 'ask' | 'decide' | 'close' | 'cancel', given: DotationFacts) => {
    const { move, refused } = judgeDotationMove('plan-manager', action, given, 'Marché rompu');
    return move?.next ?? refused?.code;
  };

  it('asks somebody, is decided when every school is, and is closed when nothing is to come', () => {
    expect(judged('ask', facts({ state: 'prepared', schools: 0 }))).toBe('dotation.schools-none');
    expect(judged('ask', facts({ state: 'prepared' }))).toBe('asked');
    expect(judged('decide', facts({ undecided: 1 }))).toBe('dotation.parts-left');
    expect(judged('decide', facts())).toBe('decided');
    expect(judged('close', facts({ state: 'decided' }))).toBe('dotation.parts-to-come');
    expect(judged('close', facts({ state: 'decided', open: 0 }))).toBe('closed');
  });

  it('is cancelled as long as nothing has come', () => {
    expect(judged('cancel', facts({ came: 1 }))).toBe('dotation.came-already');
    expect(judged('cancel', facts())).toBe('cancelled');
    expect(judged('cancel', facts({ state: 'closed' }))).toBe('dotation.state');
  });
});

describe('a school’s part', () => {
  const facts = (more: Partial<DotationPartFacts> = {}): DotationPartFacts => ({
    ...{ state: 'asked', dotationState: 'asked', answerBy: '2026-12-10', today: '2026-12-10', received: 0 },
    ...more,
  });

  it('is answered until its last day, and silent from the next one', () => {
    const opine = (today: string) => judgeDotationPartMove('school-head', 'opine', facts({ today }));
    const fall = (today: string) => judgeDotationPartMove('system', 'fall-silent', facts({ today }));
    expect(opine('2026-12-10').move?.next).toBe('answered');
    expect(fall('2026-12-10').refused).toEqual({ code: 'dotation-part.delay-running' });
    expect(opine('2026-12-11').refused).toEqual({ code: 'dotation-part.delay-over' });
    expect(fall('2026-12-11').move?.next).toBe('silent');
  });

  it('is delivered once all is decided', () => {
    const plan = (dotationState: DotationPartFacts['dotationState']) =>
      judgeDotationPartMove('technician', 'plan', facts({ state: 'confirmed', dotationState }));
    expect(plan('asked').refused).toEqual({ code: 'dotation-part.not-decided' });
    expect(plan('decided').move?.next).toBe('planned');
  });

  it('is dropped with a reason, as long as nothing has come', () => {
    const drop = (received: number, reason: string) =>
      judgeDotationPartMove('plan-manager', 'drop', facts({ state: 'planned', received }), reason);
    expect(drop(0, ' ').refused).toEqual({ code: 'dotation.reason-missing' });
    expect(drop(1, 'Fermée').refused).toEqual({ code: 'dotation.came-already' });
    expect(drop(0, 'Fermée').move?.next).toBe('dropped');
  });
});
