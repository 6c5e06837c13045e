import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CONVENTIONS, type ConventionAction } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import { ConclusionService } from './conclusion.service.js';
import { ConventionMovedAnswer, ConventionReasonRequest } from './convention.dto.js';
import { CONVENTION_BRINGS } from './convention.moving.js';

/** The moves that need a reason at most, one route a row: recalling, refusing, approving. */
@ApiTags('conventions')
@Controller('conventions')
export class ConventionMovesController implements MovesObjects {
  constructor(private readonly conclusion: ConclusionService) {}

  act(
    actor: Actor,
    id: string,
    action: ConventionAction,
    body: MoveBody,
    write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.conclusion.move(actor, id, action, { reason: body.reason ?? null }, write);
  }
}

addMoveRoutes(ConventionMovesController, {
  moves: CONVENTIONS.moves,
  brings: CONVENTION_BRINGS,
  permission: () => 'conventions.write',
  body: (_action, asksReason) => (asksReason ? ConventionReasonRequest : null),
  answer: ConventionMovedAnswer,
  actor: () => CurrentActor(),
});
