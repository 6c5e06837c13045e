import { lifecycle, type AboutOf, type NameOf } from '../lifecycle/lifecycle.js';
import { ORDER_STATES, ORDERS_UNDER_WAY } from './order-states.js';
import { orderTableFaults, unbegun } from './order-table-check.js';

const T = 'teacher';
const H = 'school-head';
const K = 'technician';
const X = 'installer';
const M = 'plan-manager';
const S = 'system';

/**
 * An installation or maintenance order, row for row. `compose` makes a draft and therefore starts from no state: it is not
 * a move. `order-rules.ts` answers the guards that an order's own facts answer; the service's steps answer the others and
 * every effect. What waits on a desk all day is not also mailed.
 */
// prettier-ignore
export const ORDERS = lifecycle({
  name: 'orders', states: ORDER_STATES, initial: 'draft',
  moves: [
    { from: 'draft',                    action: 'discard',            who: [T, H],    to: 'discarded',   guards: ['own-draft'] },
    { from: 'draft',                    action: 'submit',             who: [H],       to: 'submitted',   guards: ['school-may-order', 'convention-in-force', 'before-cut-off', 'lines-orderable', 'total-seen'], effects: ['split-by-performer', 'freeze-prices', 'reserve', 'number', 'date submission', 'send-the-rest'] },
    { from: 'submitted',                action: 'withdraw',           who: [H],       to: 'draft',       guards: ['total-seen'], effects: ['release'] },
    { from: 'submitted',                action: 'return',             who: [M],       to: 'draft',       reason: true, guards: ['total-seen'], effects: ['release'], tells: ['school'] },
    { from: 'submitted',                action: 'approve',            who: [S, M],    to: 'approved',    guards: ['not-submitter', 'year-not-over', 'school-may-order', 'convention-in-force', 'within-contract', 'quantities-approved', 'total-seen'], effects: ['approve-quantities', 'commit approved', 'count-contract approved', 'number-purchase-order', 'date decision'], tells: ['school', 'performer'] },
    { from: 'submitted',                action: 'reject',             who: [M],       to: 'rejected',    reason: true, guards: ['total-seen'], effects: ['release', 'date decision'], tells: ['school'] },
    { from: 'submitted',                action: 'lapse',              who: [S],       to: 'draft',       effects: ['release'], tells: ['school'] },
    { from: 'approved',                 action: 'schedule',           who: [M, K],    to: 'scheduled',   guards: ['prerequisites-kept', 'assignee-named', 'school-open'], effects: ['plan'], tells: ['school', 'performer'] },
    { from: 'scheduled',                action: 'move',               who: [M, K, X], to: 'same',        reason: true, guards: ['assignee-named', 'school-open'], effects: ['plan'], tells: ['school', 'performer'] },
    { from: ['approved', 'scheduled'],  action: 'ask-to-cancel',      who: [H],       to: 'same',        reason: true, effects: ['flag-cancellation'], tells: ['manager'] },
    { from: ['approved', 'scheduled'],  action: 'cancel',             who: [M],       to: 'cancelled',   reason: true, guards: ['never-started', 'total-seen'], effects: ['release', 'uncount-contract whole'], tells: ['school', 'performer'] },
    { from: 'scheduled',                action: 'start',              who: [K, X],    to: 'in-progress', guards: ['assignee'], effects: ['mark-performer'] },
    { from: 'in-progress',              action: 'interrupt',          who: [K, X],    to: 'scheduled',   reason: true, guards: ['assignee'], effects: ['mark-performer'], tells: ['school'] },
    { from: 'in-progress',              action: 'report',             who: [K, X],    to: 'installed',   guards: ['assignee', 'quantities-reported', 'total-seen'], effects: ['record-report', 'install-devices', 'mark-performer'], tells: ['school'] },
    { from: 'installed',                action: 'confirm',            who: [H],       to: 'confirmed',   guards: ['not-performer', 'total-seen'], effects: ['date confirmation'] },
    { from: 'installed',                action: 'confirm-by-default', who: [M],       to: 'confirmed',   reason: true, guards: ['not-performer', 'verification-due', 'total-seen'], effects: ['date confirmation-by-default'], tells: ['school'] },
    { from: 'installed',                action: 'dispute',            who: [H],       to: 'in-progress', reason: true, effects: ['forget-confirmation'], tells: ['manager', 'performer'] },
    { from: ['installed', 'confirmed'], action: 'complement',         who: [M],       to: 'same',        guards: ['cost-above-commitment', 'within-contract', 'total-seen'], effects: ['commit reported', 'count-contract reported'], tells: ['school'] },
    { from: 'confirmed',                action: 'adjourn',            who: [M],       to: 'in-progress', reason: true, effects: ['forget-confirmation'], tells: ['school', 'performer'] },
    { from: 'confirmed',                action: 'certify',            who: [M],       to: 'certified',   guards: ['delegation', 'not-performer', 'not-submitter', 'not-confirmer', 'not-default-confirmer', 'cost-within-commitment', 'total-seen'], effects: ['spend', 'uncount-contract unspent', 'date certification', 'tell-ticket'], tells: ['school', 'performer'] },
    { from: 'certified',                action: 'record-invoice',     who: [M],       to: 'same',        guards: ['invoice-number'], effects: ['record-invoice'] },
    { from: 'certified',                action: 'close',              who: [S],       to: 'closed',      guards: ['closable'] },
  ],
});

const faults = orderTableFaults(ORDER_STATES, ORDERS);
if (faults.length > 0) throw new Error(`the table of orders: ${faults.join('; ')}`);

/** Sent, and perhaps not begun yet: what must be there first may still be said kept or not. */
export const ORDERS_BEFORE_WORK = ORDERS_UNDER_WAY.filter((state) => unbegun(ORDERS, 'draft').has(state));

/** One row per state and action. */
export type OrderMove = (typeof ORDERS)['moves'][number];
export type OrderAction = OrderMove['action'];
export type OrderGuard = OrderMove['guards'][number];
export type OrderEffect = NameOf<OrderMove['effects'][number]>;
/** What an effect may be about: `OrderEffectOn<'commit'>`. */
export type OrderEffectOn<Name extends OrderEffect> = AboutOf<OrderMove['effects'][number], Name>;
/** Who is told once the transaction has committed. */
export type OrderNotice = OrderMove['tells'][number];

export const ORDER_ACTIONS = ORDERS.actions;

const PLANNING = ['schedule', 'move'] as const satisfies OrderAction[];
export type PlanningAction = (typeof PLANNING)[number];
/** Actions that fix the appointment (effect `plan`): each brings a day and hours, and is sent by its name. */
export const ORDER_PLANNING: readonly PlanningAction[] = PLANNING;
export const isPlanning = (action: string): action is PlanningAction =>
  PLANNING.some((planning) => planning === action);

const BRINGS = ['submit', 'approve', 'report', 'record-invoice'] as const satisfies OrderAction[];
/** Actions that are sent each in its own way: they bring more than a reason or an appointment, or make more than one move. */
export const ORDER_BRINGS: readonly OrderAction[] = BRINGS;
/** Every other: it brings a reason, an appointment and the total seen at most, and is sent by its name. */
export type PlainOrderAction = Exclude<OrderAction, (typeof BRINGS)[number]>;

const ON_SITE: readonly string[] = ['start', 'interrupt', 'report'] satisfies OrderAction[];
/** Facts that the performer records where the work is, with or without a network: they may arrive late, and are done once for good. */
export const isRecordedOnSite = (action: string): boolean => ON_SITE.includes(action);
