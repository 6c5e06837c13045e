import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Order } from './order.entity.js';
import { orderScope } from './order.scope.js';

/** What other domains read of orders: always through the actor's scope. */
@Injectable()
export class OrdersService {
  /** Orders the actor reaches, as `o`, joined to their school `s`. */
  reachable(manager: EntityManager, actor: Actor): SelectQueryBuilder<Order> {
    const scope = orderScope(actor);
    return manager
      .createQueryBuilder(Order, 'o')
      .innerJoin('school', 's', 's.id = o.school_id')
      .where(scope.sql, scope.parameters);
  }
}
