import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LOANS, type LoanAction, type LoanPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import {
  LoanClearRequest,
  LoanExtensionRequest,
  LoanHandOverRequest,
  LoanMovedAnswer,
  LoanReasonRequest,
  LoanReturnRequest,
} from './loan.dto.js';
import type { LoanMoved } from './loan.moving.js';
import { LoanMoves } from './loan-moves.js';

/** What a move brings besides, or instead of, its reason. */
const BODIES: Partial<Record<LoanAction, Type>> = {
  'hand-over': LoanHandOverRequest,
  extend: LoanExtensionRequest,
  return: LoanReturnRequest,
  clear: LoanClearRequest,
};

/** The moves of a loan, one route a row. */
@ApiTags('loans')
@Controller('loans')
export class LoanMovesController implements MovesObjects {
  constructor(private readonly moves: LoanMoves) {}

  act(actor: Actor, id: string, action: LoanAction, body: MoveBody, write: Write): Promise<LoanMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(LoanMovesController, {
  moves: LOANS.moves,
  brings: [],
  permission: (action) => `loans.${action}` as LoanPermission,
  body: (action, asksReason) => BODIES[action as LoanAction] ?? (asksReason ? LoanReasonRequest : null),
  answer: LoanMovedAnswer,
  actor: () => CurrentActor(),
});
