import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PROBLEMS, type ProblemAction, type ProblemPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import {
  ProblemCauseRequest,
  ProblemMovedAnswer,
  ProblemReasonRequest,
  ProblemSolutionRequest,
  ProblemTellRequest,
} from './problem.dto.js';
import { ProblemMoves } from './problem-moves.js';
import type { ProblemMoved } from './problem.moving.js';

/** What a move brings besides, or instead of, its reason. */
const BODIES: Partial<Record<ProblemAction, Type>> = {
  tell: ProblemTellRequest,
  find: ProblemCauseRequest,
  solve: ProblemSolutionRequest,
};

/** The moves of a problem, one route a row. */
@ApiTags('problems')
@Controller('problems')
export class ProblemMovesController implements MovesObjects {
  constructor(private readonly moves: ProblemMoves) {}

  act(actor: Actor, id: string, action: ProblemAction, body: MoveBody, write: Write): Promise<ProblemMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(ProblemMovesController, {
  moves: PROBLEMS.moves,
  brings: [],
  permission: (action) => `problems.${action}` as ProblemPermission,
  body: (action, asksReason) => BODIES[action as ProblemAction] ?? (asksReason ? ProblemReasonRequest : null),
  answer: ProblemMovedAnswer,
  actor: () => CurrentActor(),
});
