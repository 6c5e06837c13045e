import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CHECKS, type CheckAction, type CheckPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import {
  CheckAssignmentRequest,
  CheckDayRequest,
  CheckDoneRequest,
  CheckMovedAnswer,
  CheckReasonRequest,
} from './check.dto.js';
import { CheckMoves } from './check-moves.js';
import type { CheckMoved } from './check.moving.js';

/** What a move brings besides, or instead of, its reason. */
const BODIES: Partial<Record<CheckAction, Type>> = {
  assign: CheckAssignmentRequest,
  postpone: CheckDayRequest,
  do: CheckDoneRequest,
};

/** What is recorded where the devices stand, and may be sent late: its keys count for good. */
const ON_THE_SPOT: ReadonlySet<string> = new Set<CheckAction>(['do', 'give-up']);

/** The moves of a check, one route a row. */
@ApiTags('upkeep')
@Controller('upkeep-checks')
export class CheckMovesController implements MovesObjects {
  constructor(private readonly moves: CheckMoves) {}

  act(actor: Actor, id: string, action: CheckAction, body: MoveBody, write: Write): Promise<CheckMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(CheckMovesController, {
  moves: CHECKS.moves,
  brings: [],
  permission: (action) => `upkeep-checks.${action}` as CheckPermission,
  body: (action, asksReason) => BODIES[action as CheckAction] ?? (asksReason ? CheckReasonRequest : null),
  once: (action) => ON_THE_SPOT.has(action),
  answer: CheckMovedAnswer,
  actor: () => CurrentActor(),
});
