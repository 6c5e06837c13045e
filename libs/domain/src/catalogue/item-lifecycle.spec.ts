import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { itemFields } from './item-fields.js';
import { ITEMS, judgeItemMove, type ItemDecision } from './item-lifecycle.js';

const DECISION: ItemDecision = {
  body: 'Bureau',
  meetingOn: '2026-09-24',
  decisionNumber: '2026-117',
  reason: 'Trop cher',
};

describe('a catalogue item’s moves', () => {
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
