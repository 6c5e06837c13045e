import { judge, type Answers, type Rules, type Verdict } from '../lifecycle/judging.js';
import { lifecycle, type NameOf } from '../lifecycle/lifecycle.js';
import type { GENERAL_REFUSALS } from '../refusals/general-refusals.js';
import type { Judged, PlainCode } from '../refusals/register.js';
import type { ActorRole } from '../roles/roles.js';
import type { CATALOGUE_REFUSALS } from './catalogue-refusals.js';
import { ITEM_STATES, type ItemState } from './item-states.js';

const M = 'plan-manager';

/** The committee's decision is recorded by the plan manager: body, meeting, number. Only what is validated is ordered. */
// prettier-ignore
export const ITEMS = lifecycle({
  name: 'catalogue items', states: ITEM_STATES, initial: 'proposed',
  moves: [
    { from: 'proposed',     action: 'review',   who: [M], to: 'under-review', effects: ['record-decision'] },
    { from: 'under-review', action: 'validate', who: [M], to: 'validated',    guards: ['decision-complete', 'price-known'], effects: ['record-decision'] },
    { from: 'under-review', action: 'reject',   who: [M], to: 'rejected',     reason: true, guards: ['decision-complete'], effects: ['record-decision'] },
    { from: 'validated',    action: 'withdraw', who: [M], to: 'withdrawn',    effects: ['record-decision'] },
  ],
});

export type ItemMove = (typeof ITEMS)['moves'][number];
export type ItemAction = ItemMove['action'];
export type ItemGuard = ItemMove['guards'][number];
export type ItemEffect = NameOf<ItemMove['effects'][number]>;
export const ITEM_ACTIONS = ITEMS.actions;

/** What the metropole's body decided, as recorded. Days are ISO dates. */
export interface ItemDecision {
  body: string | null;
  meetingOn: string | null;
  decisionNumber: string | null;
  reason: string | null;
}

export interface ItemFacts {
  state: ItemState;
  /** At least one price, whatever its day. */
  priced: boolean;
}

type Register = Pick<typeof GENERAL_REFUSALS, 'role.may-not'> & typeof CATALOGUE_REFUSALS;
export type ItemRefused = Judged<Register, ItemAction>;

interface Subject {
  facts: ItemFacts;
  decision: ItemDecision;
}

const refuseIf = (refused: boolean, code: PlainCode<Register>): ItemRefused | null => (refused ? { code } : null);

/** Every guard of the table is a rule: the item and the decision's own words answer them all. */
export const ITEM_RULES = {
  'decision-complete': ({ decision: { body, meetingOn, decisionNumber } }) =>
    refuseIf(!body || !meetingOn || !decisionNumber, 'catalogue.decision-incomplete'),
  'price-known': ({ facts }) => refuseIf(!facts.priced, 'catalogue.price-missing'),
} satisfies Rules<ItemGuard, Subject, ItemRefused>;

const ANSWERS: Answers<Subject, ItemRefused> = {
  rules: ITEM_RULES,
  refusals: {
    role: () => ({ code: 'role.may-not' }),
    state: (possible) => ({ code: 'catalogue.state', possible: possible as ItemAction[] }),
    reason: () => ({ code: 'catalogue.decision-incomplete' }),
  },
};

/** May this role make this move, with this decision? Refusals in order: role, state, reason, decision, price. */
export function judgeItemMove(
  role: ActorRole,
  action: ItemAction,
  facts: ItemFacts,
  decision: ItemDecision,
): Verdict<ItemMove, ItemRefused> {
  const { state } = facts;
  return judge(ITEMS, ANSWERS, { role, state, action, reason: decision.reason, subject: { facts, decision } });
}
