import type { ActorRole } from '../roles/roles.js';

/** States of a catalogue item (lifecycles.md, last paragraph). */
export const ITEM_STATES = ['proposed', 'under-review', 'validated', 'rejected', 'withdrawn'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const ITEM_ACTIONS = ['review', 'validate', 'reject', 'withdraw'] as const;
export type ItemAction = (typeof ITEM_ACTIONS)[number];

/** Conditions beyond role and state. */
export type ItemGuard = 'decision-complete' | 'price-known';

export interface ItemMove {
  state: ItemState;
  action: ItemAction;
  who: readonly ActorRole[];
  next: ItemState;
  /** A written reason is required. */
  reason?: true;
  guards: readonly ItemGuard[];
}

const M = 'plan-manager';

/** The committee's decision is recorded by the plan manager: body, meeting, number. Only what is validated is ordered. */
// prettier-ignore
export const ITEM_MOVES: readonly ItemMove[] = [
  { state: 'proposed',     action: 'review',   who: [M], next: 'under-review', guards: [] },
  { state: 'under-review', action: 'validate', who: [M], next: 'validated',    guards: ['decision-complete', 'price-known'] },
  { state: 'under-review', action: 'reject',   who: [M], next: 'rejected',     reason: true, guards: ['decision-complete'] },
  { state: 'validated',    action: 'withdraw', who: [M], next: 'withdrawn',    guards: [] },
];

/** States in which what the item is may still be rewritten; once decided, only its prices go on. */
export const EDITABLE_ITEM_STATES: readonly ItemState[] = ['proposed', 'under-review'];

/** States in which a price may be added. */
export const PRICEABLE_ITEM_STATES: readonly ItemState[] = ['proposed', 'under-review', 'validated'];

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

export type ItemRefusal =
  'role.may-not' | 'catalogue.state' | 'catalogue.decision-incomplete' | 'catalogue.price-missing';

export type ItemVerdict =
  | { move: ItemMove; refused?: undefined }
  | { move?: undefined; refused: { code: ItemRefusal; possible?: readonly ItemAction[] } };

/** What this role could do in this state, guards left aside. */
export function itemActionsFor(role: ActorRole, state: ItemState): ItemAction[] {
  return ITEM_MOVES.filter((move) => move.state === state && move.who.includes(role)).map((move) => move.action);
}

/** May this role make this move, with this decision? Refusals in order: role, state, decision, price. */
export function judgeItemMove(
  role: ActorRole,
  action: ItemAction,
  facts: ItemFacts,
  decision: ItemDecision,
): ItemVerdict {
  if (!ITEM_MOVES.some((move) => move.action === action && move.who.includes(role)))
    return { refused: { code: 'role.may-not' } };
  const move = ITEM_MOVES.find((one) => one.state === facts.state && one.action === action);
  if (!move) return { refused: { code: 'catalogue.state', possible: itemActionsFor(role, facts.state) } };
  const complete = decision.body && decision.meetingOn && decision.decisionNumber && (!move.reason || decision.reason);
  if (move.guards.includes('decision-complete') && !complete)
    return { refused: { code: 'catalogue.decision-incomplete' } };
  if (move.guards.includes('price-known') && !facts.priced) return { refused: { code: 'catalogue.price-missing' } };
  return { move };
}
