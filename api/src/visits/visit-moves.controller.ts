import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isVisitRecordedOnSite, VISITS, type VisitAction, type VisitPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import { VisitCloseRequest, VisitMovedAnswer, VisitReasonRequest } from './visit.dto.js';
import type { VisitMoved } from './visit.moving.js';
import { VisitMoves } from './visit-moves.js';

/** What a move brings besides, or instead of, its reason. */
const BODIES: Partial<Record<VisitAction, Type>> = { close: VisitCloseRequest };

/** The moves of a visit, one route a row. */
@ApiTags('visits')
@Controller('visits')
export class VisitMovesController implements MovesObjects {
  constructor(private readonly moves: VisitMoves) {}

  act(actor: Actor, id: string, action: VisitAction, body: MoveBody, write: Write): Promise<VisitMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(VisitMovesController, {
  moves: VISITS.moves,
  brings: [],
  permission: (action) => `visits.${action}` as VisitPermission,
  body: (action, asksReason) => BODIES[action as VisitAction] ?? (asksReason ? VisitReasonRequest : null),
  once: isVisitRecordedOnSite,
  answer: VisitMovedAnswer,
  actor: () => CurrentActor(),
});
