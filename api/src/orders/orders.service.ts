import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import type { Predicate } from '../platform/database/predicate.js';
import { Order } from './order.entity.js';
import { countedOrderScope, orderScope } from './order.scope.js';

/** What other domains read of orders: always through the actor's scope, as `o`, joined to their school `s`. */
@Injectable()
export class OrdersService {
  /** Orders the actor reaches. */
  reachable(manager: EntityManager, actor: Actor): SelectQueryBuilder<Order> {
    return inScope(manager, orderScope(actor));
  }

  /** Orders the actor may count, the reading of each apart. */
  countable(manager: EntityManager, actor: Actor): SelectQueryBuilder<Order> {
    return inScope(manager, countedOrderScope(actor));
  }
}

function inScope(manager: EntityManager, scope: Predicate): SelectQueryBuilder<Order> {
  return manager
    .createQueryBuilder(Order, 'o')
    .innerJoin(...schoolOf('o.school_id'))
    .where(scope.sql, scope.parameters);
}
