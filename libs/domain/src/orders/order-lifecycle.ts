import type { ActorRole } from '../roles/roles.js';

/** States of an installation or maintenance order (lifecycles.md, Order). */
export const ORDER_STATES = [
  'draft',
  'discarded',
  'submitted',
  'rejected',
  'approved',
  'scheduled',
  'in-progress',
  'installed',
  'confirmed',
  'certified',
  'closed',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_ACTIONS = [
  'discard',
  'submit',
  'withdraw',
  'return',
  'approve',
  'reject',
  'lapse',
  'schedule',
  'move',
  'ask-to-cancel',
  'cancel',
  'start',
  'interrupt',
  'report',
  'confirm',
  'confirm-by-default',
  'dispute',
  'complement',
  'adjourn',
  'certify',
  'record-invoice',
  'close',
] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** Conditions beyond role and state; `order-rules.ts` says what each asks and how it refuses. */
export type OrderGuard =
  | 'convention-in-force'
  | 'before-cut-off'
  | 'lines-orderable'
  | 'within-contract'
  | 'not-submitter'
  | 'assignee-named'
  | 'school-open'
  | 'prerequisites-kept'
  | 'never-started'
  | 'assignee'
  | 'quantities-reported'
  | 'not-performer'
  | 'verification-due'
  | 'cost-above-commitment'
  | 'delegation'
  | 'not-default-confirmer'
  | 'cost-within-commitment'
  | 'invoice-number'
  | 'closable';

/** What happens inside the transaction; the ledger words are ledger.md's. */
export type OrderEffect =
  | 'number'
  | 'split-by-performer'
  | 'reserve'
  | 'commit'
  | 'release'
  | 'spend'
  | 'count-contract'
  | 'uncount-contract'
  | 'number-purchase-order'
  | 'freeze-prices'
  | 'record-report'
  | 'flag-cancellation';

/** Who is told once the transaction has committed. What waits on a desk all day is not also mailed. */
export type OrderNotice = 'school' | 'manager' | 'performer';

export interface OrderMove {
  state: OrderState;
  action: OrderAction;
  who: readonly ActorRole[];
  next: OrderState;
  /** A written reason is required. */
  reason?: true;
  guards: readonly OrderGuard[];
  inTransaction: readonly OrderEffect[];
  afterCommit: readonly OrderNotice[];
}

type Row = [
  OrderState | readonly OrderState[],
  OrderAction,
  readonly ActorRole[],
  OrderState | 'same',
  { reason?: true; guards?: readonly OrderGuard[]; tx?: readonly OrderEffect[]; after?: readonly OrderNotice[] },
];

const T = 'teacher';
const H = 'school-head';
const K = 'technician';
const X = 'installer';
const M = 'plan-manager';
const S = 'system';

/** lifecycles.md's table, row for row. `compose` creates a draft and therefore starts from no state: it is not a move. */
// prettier-ignore
const ROWS: readonly Row[] = [
  ['draft',                    'discard',            [T, H],    'discarded',   {}],
  ['draft',                    'submit',             [H],       'submitted',   { guards: ['convention-in-force', 'before-cut-off', 'lines-orderable'], tx: ['split-by-performer', 'freeze-prices', 'reserve', 'number'] }],
  ['submitted',                'withdraw',           [H],       'draft',       { tx: ['release'] }],
  ['submitted',                'return',             [M],       'draft',       { reason: true, tx: ['release'], after: ['school'] }],
  ['submitted',                'approve',            [S, M],    'approved',    { guards: ['not-submitter', 'convention-in-force', 'within-contract'], tx: ['count-contract', 'commit', 'number-purchase-order'], after: ['school', 'performer'] }],
  ['submitted',                'reject',             [M],       'rejected',    { reason: true, tx: ['release'], after: ['school'] }],
  ['submitted',                'lapse',              [S],       'draft',       { tx: ['release'], after: ['school'] }],
  ['approved',                 'schedule',           [M, K],    'scheduled',   { guards: ['assignee-named', 'school-open', 'prerequisites-kept'], after: ['school', 'performer'] }],
  ['scheduled',                'move',               [M, K, X], 'scheduled',   { reason: true, guards: ['school-open'], after: ['school', 'performer'] }],
  [['approved', 'scheduled'],  'ask-to-cancel',      [H],       'same',        { reason: true, tx: ['flag-cancellation'], after: ['manager'] }],
  [['approved', 'scheduled'],  'cancel',             [M],       'cancelled',   { reason: true, guards: ['never-started'], tx: ['uncount-contract', 'release'], after: ['school', 'performer'] }],
  ['scheduled',                'start',              [K, X],    'in-progress', { guards: ['assignee'] }],
  ['in-progress',              'interrupt',          [K, X],    'scheduled',   { reason: true, guards: ['assignee'], after: ['school'] }],
  ['in-progress',              'report',             [K, X],    'installed',   { guards: ['assignee', 'quantities-reported'], tx: ['record-report'], after: ['school'] }],
  ['installed',                'confirm',            [H],       'confirmed',   { guards: ['not-performer'] }],
  ['installed',                'confirm-by-default', [M],       'confirmed',   { reason: true, guards: ['not-performer', 'verification-due'], after: ['school'] }],
  ['installed',                'dispute',            [H],       'in-progress', { reason: true, after: ['manager', 'performer'] }],
  [['installed', 'confirmed'], 'complement',         [M],       'same',        { guards: ['cost-above-commitment', 'within-contract'], tx: ['count-contract', 'commit'], after: ['school'] }],
  ['confirmed',                'adjourn',            [M],       'in-progress', { reason: true, after: ['school', 'performer'] }],
  ['confirmed',                'certify',            [M],       'certified',   { guards: ['delegation', 'not-performer', 'not-default-confirmer', 'cost-within-commitment'], tx: ['uncount-contract', 'spend'], after: ['school', 'performer'] }],
  ['certified',                'record-invoice',     [M],       'certified',   { guards: ['invoice-number'] }],
  ['certified',                'close',              [S],       'closed',      { guards: ['closable'] }],
];

/** One row per state and action: what a reader, the API, the screens and the generated tests all use. */
export const ORDER_MOVES: readonly OrderMove[] = ROWS.flatMap(([states, action, who, next, more]) =>
  [states].flat().map((state) => ({
    state,
    action,
    who,
    next: next === 'same' ? state : next,
    ...(more.reason ? { reason: true as const } : {}),
    guards: more.guards ?? [],
    inTransaction: more.tx ?? [],
    afterCommit: more.after ?? [],
  })),
);

/** States in which money is held for the order; the database ties the same list to an open hold (ledger.md). */
export const STATES_WITH_HOLD: Record<OrderState, 'reserved' | 'committed' | null> = {
  draft: null,
  discarded: null,
  submitted: 'reserved',
  rejected: null,
  approved: 'committed',
  scheduled: 'committed',
  'in-progress': 'committed',
  installed: 'committed',
  confirmed: 'committed',
  certified: null,
  closed: null,
  cancelled: null,
};

export function findMove(state: OrderState, action: OrderAction): OrderMove | undefined {
  return ORDER_MOVES.find((move) => move.state === state && move.action === action);
}

/** Whether the role appears anywhere in the table for this action: the question asked before the order is even loaded. */
export function roleMayEver(role: ActorRole, action: OrderAction): boolean {
  return ORDER_MOVES.some((move) => move.action === action && move.who.includes(role));
}

/** What this role could do in this state, guards left aside: a refusal names it. */
export function actionsFor(role: ActorRole, state: OrderState): OrderAction[] {
  return ORDER_MOVES.filter((move) => move.state === state && move.who.includes(role)).map((move) => move.action);
}
