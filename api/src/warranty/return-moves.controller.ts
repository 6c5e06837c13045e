import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RETURNS, type ReturnAction, type ReturnPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import {
  ReturnExchangeRequest,
  ReturnFollowingRequest,
  ReturnMovedAnswer,
  ReturnReasonRequest,
  ReturnSendingRequest,
} from './return.dto.js';
import type { ReturnMoved } from './return.moving.js';
import { ReturnMoves } from './return-moves.js';

/** What a move brings besides, or instead of, its reason. */
const BODIES: Partial<Record<ReturnAction, Type>> = {
  send: ReturnSendingRequest,
  follow: ReturnFollowingRequest,
  'receive-replaced': ReturnExchangeRequest,
};

/** The moves of a return, one route a row. */
@ApiTags('warranty')
@Controller('warranty-returns')
export class ReturnMovesController implements MovesObjects {
  constructor(private readonly moves: ReturnMoves) {}

  act(actor: Actor, id: string, action: ReturnAction, body: MoveBody, write: Write): Promise<ReturnMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(ReturnMovesController, {
  moves: RETURNS.moves,
  brings: [],
  permission: (action) => `warranty-returns.${action}` as ReturnPermission,
  body: (action, asksReason) => BODIES[action as ReturnAction] ?? (asksReason ? ReturnReasonRequest : null),
  answer: ReturnMovedAnswer,
  actor: () => CurrentActor(),
});
