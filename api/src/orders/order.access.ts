import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { SYSTEM, type Mover } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { EVERYTHING } from '../platform/database/predicate.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { OrderLine } from './order-line.entity.js';
import { Order } from './order.entity.js';
import { lockOrders, type LockedOrder } from './order.locks.js';
import type { OrderParent } from './order.moving.js';
import { orderScope } from './order.scope.js';

const NO_PARENTS: ReadonlySet<OrderParent> = new Set();

/** The only door to an order: absent and out of scope answer alike. */
@Injectable()
export class OrderAccess {
  constructor(private readonly clock: Clock) {}

  /** Reads without locking. @throws Refused order.not-found */
  async read(manager: EntityManager, actor: Actor, orderId: string): Promise<Order> {
    return found(await this.reach(manager, actor, orderId).getOne());
  }

  /**
   * Reads and locks an order whose money stays where it is; then the version the person saw must still be the one.
   * @throws Refused order.not-found, version.missing, version.stale
   */
  async lock(manager: EntityManager, actor: Actor, orderId: string, write: Write): Promise<Order> {
    const order = await this.hold(manager, actor, orderId);
    requireVersion(write, order.version);
    return order;
  }

  /** The same for a write that goes by no version. @throws Refused order.not-found, version.stale */
  async hold(manager: EntityManager, actor: Actor, orderId: string): Promise<Order> {
    const [locked] = await this.lockAll(manager, actor, [orderId]);
    if (!locked) throw new Refused('order.not-found');
    return this.readLocked(manager, actor, orderId);
  }

  /**
   * Locks orders, after the parents that are asked for (`lockOrders`): whoever moves several asks for all of them at once.
   * Those that the mover does not reach are left out.
   */
  lockAll(
    manager: EntityManager,
    mover: Mover,
    orderIds: readonly string[],
    parents: ReadonlySet<OrderParent> = NO_PARENTS,
  ): Promise<LockedOrder[]> {
    const scope = mover === SYSTEM ? EVERYTHING : orderScope(mover);
    return lockOrders(manager, { orderIds, scope, parents, today: this.clock.today() });
  }

  /**
   * An order that is locked: when it has left the actor's scope meanwhile (withdrawn before it was approved, say), somebody
   * was faster, and that is what the actor is told.
   * @throws Refused version.stale
   */
  async readLocked(manager: EntityManager, actor: Actor, orderId: string): Promise<Order> {
    const order = await this.reach(manager, actor, orderId).getOne();
    if (!order) throw new Refused('version.stale');
    return order;
  }

  /** For the system's own moves: nobody asks, so no scope applies. The order is locked. */
  async readForSystem(manager: EntityManager, orderId: string): Promise<Order> {
    return manager.createQueryBuilder(Order, 'o').where('o.id = :orderId', { orderId }).getOneOrFail();
  }

  lines(manager: EntityManager, orderId: string): Promise<OrderLine[]> {
    return manager
      .createQueryBuilder(OrderLine, 'l')
      .where('l.order_id = :orderId', { orderId })
      .orderBy('l.position')
      .getMany();
  }

  private reach(manager: EntityManager, actor: Actor, orderId: string): SelectQueryBuilder<Order> {
    const scope = orderScope(actor);
    return manager
      .createQueryBuilder(Order, 'o')
      .innerJoin(...schoolOf('o.school_id'))
      .where('o.id = :orderId', { orderId })
      .andWhere(scope.sql, scope.parameters);
  }
}

function found(order: Order | null): Order {
  if (!order) throw new Refused('order.not-found');
  return order;
}
