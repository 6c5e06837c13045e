import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { OrderLine } from './order-line.entity.js';
import { Order } from './order.entity.js';
import { orderScope } from './order.scope.js';

/** The only door to an order: absent and out of scope answer alike. */
@Injectable()
export class OrderAccess {
  /** Reads without locking, to learn the parents that must be locked first. @throws Refused order.not-found */
  async read(manager: EntityManager, actor: Actor, orderId: string): Promise<Order> {
    return found(await this.reach(manager, actor, orderId).getOne());
  }

  /**
   * Reads and locks the order, after its parents; then the version the person saw must still be the one.
   * @throws Refused order.not-found, version.missing, version.stale
   */
  async lock(manager: EntityManager, actor: Actor, orderId: string, write: Write): Promise<Order> {
    const order = await this.hold(manager, actor, orderId);
    requireVersion(write, order.version);
    return order;
  }

  /** The same for what changes nothing that a version counts: a photo beside the text. @throws Refused order.not-found */
  async hold(manager: EntityManager, actor: Actor, orderId: string): Promise<Order> {
    return found(await this.reach(manager, actor, orderId).setLock('for_no_key_update', undefined, ['o']).getOne());
  }

  /**
   * The same at whatever version it has: what only adds to it (a photo) counts what is there, one after the other.
   * @throws Refused order.not-found
   */
  async hold(manager: EntityManager, actor: Actor, orderId: string): Promise<Order> {
    return found(await this.reach(manager, actor, orderId).setLock('for_no_key_update', undefined, ['o']).getOne());
  }

  /**
   * The same for an order already read: when it has left the actor's scope meanwhile (withdrawn before it was approved,
   * say), somebody was faster, and that is what the actor is told.
   */
  async lockSeen(manager: EntityManager, actor: Actor, seen: Order, write: Write): Promise<Order> {
    return this.lock(manager, actor, seen.id, write).catch((error: unknown) => {
      throw error instanceof Refused && error.code === 'order.not-found' ? new Refused('version.stale') : error;
    });
  }

  /** For the system's own moves: nobody asks, so no scope applies. Null when the order is not in one of the states any more. */
  async lockForSystem(manager: EntityManager, orderId: string, states: readonly string[]): Promise<Order | null> {
    return manager
      .createQueryBuilder(Order, 'o')
      .where('o.id = :orderId and o.state in (:...states)', { orderId, states })
      .setLock('for_no_key_update', undefined, ['o'])
      .getOne();
  }

  /** For the system's own reading, before it locks. */
  async readForSystem(manager: EntityManager, orderId: string): Promise<Order | null> {
    return manager.createQueryBuilder(Order, 'o').where('o.id = :orderId', { orderId }).getOne();
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
