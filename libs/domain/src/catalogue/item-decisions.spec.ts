import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../roles/roles.js';
import { itemFields } from './item-fields.js';
import { ITEMS, judgeItemMove, type ItemDecision } from './item-lifecycle.js';
import { ITEM_STATE_NAMES, ITEM_STATES, ITEMS_EDITABLE, ITEMS_PRICEABLE } from './item-states.js';

const DECISION: ItemDecision = {
  body: 'Bureau',
  meetingOn: '2026-09-24',
  decisionNumber: '2026-117',
  reason: null,
};

const decide = (action: 'validate' | 'reject', decision: Partial<ItemDecision>, priced = true) => {
  const verdict = judgeItemMove(
    'plan-manager',
    action,
    { state: 'under-review', priced },
    { ...DECISION, ...decision },
  );
  return verdict.move?.next ?? verdict.refused?.code;
};

describe('the decision on an item', () => {
  it.each([{ body: null }, { body: '' }, { meetingOn: null }, { decisionNumber: null }, { decisionNumber: '' }])(
    'is not whole with %j',
    (missing) => expect(decide('validate', missing)).toBe('catalogue.decision-incomplete'),
  );

  it('gives its reason when it is a no, and then asks for no price', () => {
    expect(decide('reject', {})).toBe('catalogue.decision-incomplete');
    expect(decide('reject', { reason: 'Trop cher' }, false)).toBe('rejected');
    expect(decide('reject', { reason: 'Trop cher', body: null })).toBe('catalogue.decision-incomplete');
  });

  it('needs no reason when it is a yes', () => expect(decide('validate', {})).toBe('validated'));

  it('is asked neither to begin a review nor to withdraw', () => {
    const none: ItemDecision = { body: null, meetingOn: null, decisionNumber: null, reason: null };
    expect(judgeItemMove('plan-manager', 'review', { state: 'proposed', priced: false }, none).move?.next).toBe(
      'under-review',
    );
    expect(judgeItemMove('plan-manager', 'withdraw', { state: 'validated', priced: false }, none).move?.next).toBe(
      'withdrawn',
    );
  });
});

describe('an item', () => {
  it('is rewritten until it is decided, and priced until it is out', () => {
    expect(ITEMS_EDITABLE).toEqual(['proposed', 'under-review']);
    expect(ITEMS_PRICEABLE).toEqual(['proposed', 'under-review', 'validated']);
  });

  it('offers the plan manager both answers of a review, and nothing once it is out', () => {
    expect(ITEMS.actionsFor('plan-manager', 'under-review')).toEqual(['validate', 'reject']);
    expect(ITEM_STATE_NAMES.filter((state) => ITEMS.actionsFor('plan-manager', state).length === 0)).toEqual([
      'rejected',
      'withdrawn',
    ]);
    expect(ITEMS.moves.filter(({ guards }) => guards.length === 0).map(({ action }) => action)).toEqual([
      'review',
      'withdraw',
    ]);
  });

  it('has one word for each state, done once it can be ordered', () => {
    expect(new Set(ITEM_STATE_NAMES.map((state) => ITEM_STATES[state].word)).size).toBe(ITEM_STATE_NAMES.length);
    expect(ITEM_STATE_NAMES.filter((state) => ITEM_STATES[state].tone === 'done')).toEqual(['validated']);
    expect(ITEM_STATE_NAMES.filter((state) => ITEM_STATES[state].tone === 'trouble')).toEqual(['rejected']);
  });
});

describe('what a role reads of a decision', () => {
  it('is the decision for those who follow the plan, and who recorded it for its manager alone', () => {
    expect(ROLES.filter((role) => itemFields(role).decisions)).toEqual([
      'technician',
      'plan-manager',
      'inspector',
      'digital-trainer',
      'committee',
    ]);
    expect(ROLES.filter((role) => itemFields(role).recorder)).toEqual(['plan-manager']);
    expect(itemFields('administrator')).toEqual({ prices: false, decisions: false, recorder: false });
  });
});
