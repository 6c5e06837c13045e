import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  isOnMoney,
  isPlanning,
  isRecordedOnSite,
  ORDER_BRINGS,
  ORDERS,
  type OrderAction,
  type OrderPermission,
} from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import {
  MoveRequest,
  OrderMovedAnswer,
  ReasonRequest,
  ScheduleRequest,
  SeenReasonRequest,
  SeenRequest,
} from './order.dto.js';
import { OrderMoves } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';

/** The moves that need a reason, an appointment and the total seen at most, one route a row: withdrawing, planning, starting, certifying… */
@ApiTags('orders')
@Controller('orders')
export class OrderMovesController implements MovesObjects {
  constructor(private readonly moves: OrderMoves) {}

  act(actor: Actor, id: string, action: OrderAction, body: MoveBody, write: Write): Promise<OrderMoved> {
    const given = isPlanning(action) ? { slot: body as ScheduleRequest, reason: body.reason ?? null } : body;
    return this.moves.move(actor, id, action, { reason: null, ...given }, write);
  }
}

addMoveRoutes(OrderMovesController, {
  moves: ORDERS.moves,
  brings: ORDER_BRINGS,
  permission: (action) => `orders.${action}` as OrderPermission,
  body: (action, asksReason) => {
    if (isPlanning(action)) return asksReason ? MoveRequest : ScheduleRequest;
    if (isOnMoney(action)) return asksReason ? SeenReasonRequest : SeenRequest;
    return asksReason ? ReasonRequest : null;
  },
  once: isRecordedOnSite,
  answer: OrderMovedAnswer,
  actor: () => CurrentActor(),
});
