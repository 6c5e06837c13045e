import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { itemFields } from './item-fields.js';
import { ITEM_ACTIONS, ITEMS, judgeItemMove, type ItemDecision } from './item-lifecycle.js';
import { ITEM_STATE_NAMES } from './item-states.js';

const DECISION: ItemDecision = {
  body: 'Bureau',
  meetingOn: '2026-09-24',
  decisionNumber: '2026-117',
  reason: 'Trop cher',
};

describe('a catalogue item’s moves', () => {
  it('are the plan manager’s, in the one state that knows them', () => {
    const walked = ITEM_STATE_NAMES.flatMap((state) =>
      ITEM_ACTIONS.map((action) => {
        const verdict = judgeItemMove('plan-manager', action, { state, priced: true }, DECISION);
        return verdict.move ? `${state} ${action} ${verdict.move.next}` : verdict.refused.code;
      }),
    ).filter((outcome) => outcome !== 'catalogue.state');
    expect(walked).toEqual([
      'proposed review under-review',
      'under-review validate validated',
      'under-review reject rejected',
      'validated withdraw withdrawn',
    ]);
  });

  it('are nobody else’s', () => {
    for (const role of [...ROLES.filter((one) => one !== 'plan-manager'), 'system' as const]) {
      expect(judgeItemMove(role, 'review', { state: 'proposed', priced: true }, DECISION)).toEqual({
        refused: { code: 'role.may-not' },
      });
      expect(ITEMS.actionsFor(role, 'proposed')).toEqual([]);
    }
  });

  it('say what is possible when the state refuses', () => {
    expect(judgeItemMove('plan-manager', 'validate', { state: 'proposed', priced: true }, DECISION)).toEqual({
      refused: { code: 'catalogue.state', possible: ['review'] },
    });
  });

  it('ask a whole decision before a price', () => {
    const judge = (decision: Partial<ItemDecision>, priced: boolean) =>
      judgeItemMove(
        'plan-manager',
        'validate',
        { state: 'under-review', priced },
        { ...DECISION, reason: null, ...decision },
      ).refused?.code;
    expect(judge({}, true)).toBeUndefined();
    expect(judge({ meetingOn: null }, false)).toBe('catalogue.decision-incomplete');
    expect(judge({}, false)).toBe('catalogue.price-missing');
  });
});

describe('what a role reads of an item', () => {
  it('has prices for all but Éducation nationale and those who do not read the catalogue', () => {
    expect(ROLES.filter((role) => itemFields(role).prices)).toEqual([
      'technician',
      'installer',
      'plan-manager',
      'committee',
    ]);
  });
});
