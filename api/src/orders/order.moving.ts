import type { OrderAction, OrderActionOnMoney, PlanningAction } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { OrderableItem } from '../catalogue/orderable.service.js';
import type { Mover } from '../identity/mover.js';
import type { JudgedOrder } from './order.context.js';
import type { ApproveRequest, ReportRequest, ScheduleRequest } from './order.dto.js';
import type { OrderLine } from './order-line.entity.js';
import type { Order } from './order.entity.js';

/** What is locked before an order, in this order: `lockOrders`. */
export type OrderParent = 'convention' | 'contract-period' | 'envelope' | 'envelope-of-the-year';

/** The parents as they were found and locked; they tell nothing where the action asks for none. */
export interface LockedParents {
  conventionHolds?: boolean;
  /** The contract's period the order counts in: its own, or the one of the day. Null when there is none. */
  periodId?: string | null;
  /** The envelope of the school, the day's year and the order's kind. Null while it is not open. */
  yearEnvelopeId?: string | null;
}

/** What people bring along with a move, besides a reason. */
interface Brought {
  approval: Omit<ApproveRequest, 'seenCents'>;
  slot: ScheduleRequest;
  report: Omit<ReportRequest, 'seenCents'>;
  invoiceNumber: string;
  /** The head confirmed on the performer's phone. */
  onSite: true;
  /** The total that the person saw. Null for a preview, which is there to show it, and for a part of a basket seen whole. */
  seenCents: number | null;
}

interface BroughtBy extends Record<PlanningAction, Pick<Brought, 'slot'>> {
  approve: Pick<Brought, 'approval'>;
  report: Pick<Brought, 'report'>;
  'record-invoice': Pick<Brought, 'invoiceNumber'>;
  confirm: Partial<Pick<Brought, 'onSite'>>;
}

/** What one action brings, whoever makes it; most bring a reason at most. */
export type BroughtWith<Action extends OrderAction> = Action extends keyof BroughtBy ? BroughtBy[Action] : object;

/** What a person brings besides: of an act on money, the total that was seen. The system sees none. */
export type SeenWith<Action extends OrderAction> = Action extends OrderActionOnMoney
  ? Pick<Brought, 'seenCents'>
  : object;

/** The columns that a step may change: never the state, which the table alone decides. */
export type OrderColumns = Omit<QueryDeepPartialEntity<Order>, 'id' | 'state' | 'stateSince' | 'version'>;

/** What becomes of a basket without a person is judged once, when it is sent. */
export interface SentBasket {
  /** Its total, if the system may approve it; null when a person judges. */
  automaticCents: number | null;
}

/** One order on its way through one row, in the transaction that changes it. */
export interface MovingOrder extends JudgedOrder {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly at: Date;
  /** ISO date, Europe/Paris. */
  readonly today: string;
  readonly reason: string | null;
  readonly brought: Partial<Brought>;
  readonly parents: LockedParents;
  /** The row that runs. */
  action?: OrderAction;
  /** The items of its lines on this day, once they were looked up. */
  items?: Map<string, OrderableItem>;
  /** What the whole basket is, as it is sent: told to each of its orders. */
  basket?: SentBasket;
  /** Orders of the same basket that this move made, for other performers, each with its lines. */
  readonly rest: { order: Order; lines: OrderLine[] }[];
  /** What became of them. */
  readonly sent: OrderMoved[];
  /** While the row runs: makes the same move with another order of the basket, under the same locks. */
  alike?(other: { order: Order; lines: OrderLine[] }): Promise<OrderMoved>;
}

/** What every action answers: enough to go on, the page is read again. */
export interface OrderMoved {
  id: string;
  version: number;
  state: string;
  number: string | null;
}

/** @throws Error when the action's caller has not brought it: the types of `BroughtWith` say who does */
export function brought<Name extends keyof Brought>(moving: MovingOrder, name: Name): Brought[Name] {
  const value = moving.brought[name];
  if (value === undefined) throw new Error(`nobody brought "${name}"`);
  return value;
}
