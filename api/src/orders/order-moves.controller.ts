import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ORDER_BRINGS, ORDERS, type OrderAction, type OrderPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MovesObjects } from '../platform/http/move-routes.js';
import { OrderMovedAnswer, ReasonRequest } from './order.dto.js';
import { OrderMoves } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';

/** The moves that need a reason at most, one route a row: withdrawing, cancelling, starting, confirming, certifying… */
@ApiTags('orders')
@Controller('orders')
export class OrderMovesController implements MovesObjects {
  constructor(private readonly moves: OrderMoves) {}

  move(actor: Actor, id: string, action: OrderAction, reason: string | null, write: Write): Promise<OrderMoved> {
    return this.moves.move(actor, id, action, { reason }, write);
  }
}

addMoveRoutes(OrderMovesController, {
  moves: ORDERS.moves,
  brings: ORDER_BRINGS,
  permission: (action) => `orders.${action}` as OrderPermission,
  reason: ReasonRequest,
  answer: OrderMovedAnswer,
  actor: () => CurrentActor(),
});
