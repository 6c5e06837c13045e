import { Injectable } from '@nestjs/common';
import { ORDER_STATES, ORDERS_BEFORE_WORK } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { requireVersionButOwn } from '../platform/database/done-once.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { OrderAccess } from './order.access.js';
import type { PrerequisiteRequest } from './order.dto.js';
import { recordMove } from './order-history.js';
import type { OrderMoved } from './order.moving.js';
import { Order } from './order.entity.js';

const WORDS: Record<PrerequisiteRequest['what'], string> = {
  power: 'prise électrique',
  network: 'prise réseau',
  furniture: 'mobilier',
};

/** What must be there first: said kept, or not any more, by who stands in the room. */
@Injectable()
export class PrerequisitesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly clock: Clock,
  ) {}

  async tick(actor: Actor, orderId: string, request: PrerequisiteRequest, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.hold(manager, actor, orderId);
      await requireVersionButOwn(manager, write, order.version);
      if (!ORDERS_BEFORE_WORK.includes(order.state))
        throw new Refused('order.state', { state: ORDER_STATES[order.state].word });
      const prerequisites = order.prerequisites.map((one) =>
        one.what === request.what ? { ...one, kept: request.kept } : one,
      );
      await manager.update(Order, orderId, { prerequisites });
      const reason = `${WORDS[request.what]} : ${request.kept ? 'en place' : 'pas encore en place'}`;
      await recordMove(manager, order, {
        move: { action: 'prerequisite', next: order.state },
        mover: actor,
        at: this.clock.now(),
        reason,
      });
      return { id: orderId, version: order.version + 1, state: order.state, number: order.number };
    });
  }
}
