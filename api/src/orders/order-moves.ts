import {
  judgeMove,
  ORDER_STATES,
  ORDERS,
  type OrderAction,
  type OrderActor,
  type OrderMove,
  type WordsIn,
} from '@parc/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { SYSTEM, type Mover } from '../identity/mover.js';
import { NotificationsService } from '../notifications/notifications.service.js';
import { Clock } from '../platform/clock.js';
import { requireVersionButOwn } from '../platform/database/done-once.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { oneByOne } from '../platform/one-by-one.js';
import { allowed, parentsOf, runMove, type Running } from '../platform/lifecycle/run-move.js';
import { OrderAccess } from './order.access.js';
import { OrderContext } from './order.context.js';
import type { LockedOrder } from './order.locks.js';
import type { OrderLine } from './order-line.entity.js';
import {
  type BroughtWith,
  type LockedParents,
  type MovingOrder,
  type OrderColumns,
  type OrderMoved,
  type OrderParent,
  type SeenWith,
} from './order.moving.js';
import { OrderSteps } from './order.steps.js';
import { recordMove } from './order-history.js';
import { Order } from './order.entity.js';

export function orderActor(mover: Mover): OrderActor {
  if (mover === SYSTEM) return { accountId: SYSTEM, role: SYSTEM, mayCertify: false, contractHolderId: null };
  const { accountId, role, mayCertify, contractHolderId } = mover;
  return { accountId, role, mayCertify, contractHolderId };
}

interface Given {
  reason?: string | null;
}

/** A move as a person asks for it. */
interface AskedMove<Action extends OrderAction> {
  actor: Actor;
  orderId: string;
  action: Action;
  given: BroughtWith<Action> & SeenWith<Action> & Given;
  write: Write;
}

/**
 * Every move of an order: the row is found, judged and run by the table, and here alone the state changes, with the line of
 * the thread that explains it and the mails to whom the row tells.
 */
@Injectable()
export class OrderMoves {
  /** What each action locks beside its order, read from the table once. */
  private readonly parents = new Map<OrderAction, ReadonlySet<OrderParent>>();

  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly context: OrderContext,
    private readonly steps: OrderSteps,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** One move by a person, in a transaction of its own. @throws Refused as the table and its steps say */
  move<Action extends OrderAction>(
    actor: Actor,
    orderId: string,
    action: Action,
    given: BroughtWith<Action> & SeenWith<Action> & Given,
    write: Write,
  ): Promise<OrderMoved> {
    return this.transactions.run(write, (manager) => this.moveIn(manager, { actor, orderId, action, given, write }));
  }

  /** The same inside a transaction of the caller's. @param locked where the caller has locked the order with others */
  async moveIn<Action extends OrderAction>(
    manager: EntityManager,
    asked: AskedMove<Action>,
    locked?: readonly LockedOrder[],
  ): Promise<OrderMoved> {
    return this.run(await this.open(manager, asked, locked), asked.action);
  }

  /** Locks what an action needs of these orders, all at once; those out of the mover's scope are left out. */
  lock(manager: EntityManager, mover: Mover, orderIds: readonly string[], action: OrderAction): Promise<LockedOrder[]> {
    const parents = this.parents.get(action) ?? parentsOf(ORDERS.moves, this.steps, action);
    this.parents.set(action, parents);
    return this.access.lockAll(manager, mover, orderIds, parents);
  }

  /** A move of the system's, of all these orders or of none: null when one is not, or no longer, where the action leaves from. */
  async moveAsSystem<Action extends OrderAction>(
    manager: EntityManager,
    orderIds: readonly string[],
    action: Action,
    given: BroughtWith<Action> & Given,
  ): Promise<OrderMoved[] | null> {
    const locked = await this.lock(manager, SYSTEM, orderIds, action);
    if (locked.length < orderIds.length || locked.some(({ unmoved }) => !unmoved)) return null;
    const orders = await oneByOne(locked, ({ id }) => this.access.readForSystem(manager, id));
    if (!orders.every(({ state }) => ORDERS.statesFrom(action).includes(state))) return null;
    return oneByOne(orders, async (order, index) =>
      this.run(await this.moving(manager, SYSTEM, { order }, given, locked[index]!), action),
    );
  }

  /** Locks what the action's rows ask for, then the order, through the actor's door; nothing is judged yet. */
  async open<Action extends OrderAction>(
    manager: EntityManager,
    { actor, orderId, action, given, write }: AskedMove<Action>,
    locked?: readonly LockedOrder[],
  ): Promise<MovingOrder> {
    const held = (locked ?? (await this.lock(manager, actor, [orderId], action))).find(({ id }) => id === orderId);
    if (!held) throw new Refused('order.not-found');
    const order = await this.access.readLocked(manager, actor, orderId);
    const passedByOwn = await requireVersionButOwn(manager, write, order.version);
    // Waited for one's own move: what locks no parent has none to have missed.
    if (!held.unmoved && !(passedByOwn && this.parents.get(action)!.size === 0)) throw new Refused('version.stale');
    return this.moving(manager, actor, { order }, given, held);
  }

  /** Judges the move, runs its row and writes what follows. @param mover in whose name, when not the one who opened it */
  async run(moving: MovingOrder, action: OrderAction, mover = moving.mover): Promise<OrderMoved> {
    const { order, facts, reason, manager } = moving;
    const move = allowed(judgeMove(orderActor(mover), action, facts, reason), ORDER_STATES[order.state].word);
    const alike: MovingOrder['alike'] = async (other) => {
      const given = { ...moving.brought, reason, seenCents: null };
      const next = await this.moving(manager, mover, other, given, moving.parents);
      return this.run({ ...next, at: moving.at, basket: moving.basket }, action);
    };
    await runMove(this.running(), move, Object.assign(moving, { mover, action, alike }), order);
    return { id: order.id, version: order.version + 1, state: move.next, number: order.number };
  }

  /** The one place that tells: also for the submission in three statements, which writes its rows itself. */
  async tell(
    manager: EntityManager,
    orderId: string,
    { action, tells }: Pick<OrderMove, 'action' | 'tells'>,
  ): Promise<void> {
    await this.notifications.orderMoved(manager, { orderId, action, notices: tells });
  }

  private running(): Running<WordsIn<typeof ORDERS>, MovingOrder, OrderColumns, OrderParent> {
    return {
      table: ORDERS,
      steps: this.steps,
      write: async ({ manager, order, mover, at, reason }, move, { columns, detail }) => {
        const state = move.next === order.state ? {} : { state: move.next, stateSince: at };
        await manager.update(Order, order.id, { ...columns, ...state });
        await recordMove(manager, order, { move, mover, at, reason, detail });
      },
      tell: ({ manager, order }, move) => this.tell(manager, order.id, move),
    };
  }

  private async moving(
    manager: EntityManager,
    mover: Mover,
    { order, lines }: { order: Order; lines?: OrderLine[] },
    { reason = null, ...brought }: Given,
    parents: LockedParents,
  ): Promise<MovingOrder> {
    const judged = await this.context.judge(manager, order, lines);
    const moment = { at: this.clock.now(), today: this.clock.today() };
    return { ...judged, ...moment, manager, mover, reason, brought, parents, rest: [], sent: [] };
  }
}
