import { describe, expect, it } from '@jest/globals';
import { kitRuleWords } from './kit.js';
import { judgeNeedMove, NEEDS_WAITING } from './need-lifecycle.js';
import {
  judgeRedeploymentMove,
  possibleRedeploymentActions,
  REDEPLOYABLE,
  type RedeploymentFacts,
} from './redeployment-lifecycle.js';

const rule = { perSchool: 0, perClass: 0, pupilsEach: null };

describe('a rule of the base kit', () => {
  it.each([
    [rule, 'aucun'],
    [{ ...rule, perClass: 1 }, '1 par classe'],
    [{ ...rule, perClass: 3, perSchool: 1 }, '3 par classe et 1 par école'],
    [{ ...rule, pupilsEach: 8 }, '1 pour 8 élèves'],
    [{ perSchool: 2, perClass: 1, pupilsEach: 1 }, '1 par classe, 2 par école et 1 par élève'],
  ])('is said in words: %j', (asked, words) => {
    expect(kitRuleWords(asked)).toBe(words);
  });
});

describe('a need', () => {
  it('is declined for a reason, and waits as long as it may be met', () => {
    expect(judgeNeedMove('plan-manager', 'decline', 'stated', ' ').refused).toEqual({ code: 'need.reason-missing' });
    expect(judgeNeedMove('plan-manager', 'decline', 'stated', 'Rien en stock').move?.next).toBe('declined');
    expect(judgeNeedMove('school-head', 'decline', 'stated', 'Non').refused).toEqual({ code: 'role.may-not' });
    expect(judgeNeedMove('plan-manager', 'meet', 'withdrawn').refused).toEqual({ code: 'need.state', possible: [] });
    expect(NEEDS_WAITING).toEqual(['stated', 'taken-up']);
  });
});

describe('a redeployment', () => {
  const facts = (more: Partial<RedeploymentFacts> = {}): RedeploymentFacts => ({
    ...{ state: 'proposed', silent: 1, delayOver: false },
    ...more,
  });
  const carryOut = (given: RedeploymentFacts) => judgeRedeploymentMove('plan-manager', 'carry-out', given, 'Oui');

  it('is decided once all have answered, or their delay is over', () => {
    expect(carryOut(facts()).refused).toEqual({ code: 'redeployment.delay-running' });
    expect(carryOut(facts({ silent: 0 })).move?.next).toBe('carried-out');
    expect(carryOut(facts({ delayOver: true })).move?.next).toBe('carried-out');
    expect(judgeRedeploymentMove('plan-manager', 'drop', facts(), '').refused).toEqual({ code: 'need.reason-missing' });
    expect(judgeRedeploymentMove('school-head', 'drop', facts(), 'Non').refused).toEqual({ code: 'role.may-not' });
    expect(judgeRedeploymentMove('plan-manager', 'drop', facts({ state: 'ended' }), 'Non').refused).toEqual({
      ...{ code: 'redeployment.state', possible: [] },
    });
  });

  it('offers each what it may do', () => {
    expect(possibleRedeploymentActions('school-head', facts())).toEqual(['opine']);
    expect(possibleRedeploymentActions('plan-manager', facts())).toEqual(['drop']);
    expect(possibleRedeploymentActions('plan-manager', facts({ silent: 0 }))).toEqual(['carry-out', 'drop']);
    expect(possibleRedeploymentActions('technician', facts())).toEqual([]);
  });

  it('is of what can be placed, or withdrawn first', () => {
    expect(REDEPLOYABLE).toEqual(['in-stock', 'in-service', 'awaiting-training']);
  });
});
