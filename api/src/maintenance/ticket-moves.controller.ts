import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TICKETS, type TicketAction, type TicketPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import {
  TicketAssignmentRequest,
  TicketHandOverRequest,
  TicketMergeRequest,
  TicketMovedAnswer,
  TicketReasonRequest,
  TicketResolutionRequest,
  TicketVisitRequest,
  TicketWaitRequest,
} from './ticket.dto.js';
import { TicketMoves } from './ticket-moves.js';
import type { TicketMoved } from './ticket.moving.js';

/** What a move brings besides, or instead of, its reason. */
const BODIES: Partial<Record<TicketAction, Type>> = {
  assign: TicketAssignmentRequest,
  'hand-over': TicketHandOverRequest,
  plan: TicketVisitRequest,
  wait: TicketWaitRequest,
  resolve: TicketResolutionRequest,
  merge: TicketMergeRequest,
};

/** What is recorded where the device stands, and may be sent late: its keys count for good. */
const ON_THE_SPOT: ReadonlySet<string> = new Set<TicketAction>(['start', 'wait', 'resolve']);

/** The moves of a ticket, one route a row. */
@ApiTags('tickets')
@Controller('tickets')
export class TicketMovesController implements MovesObjects {
  constructor(private readonly moves: TicketMoves) {}

  act(actor: Actor, id: string, action: TicketAction, body: MoveBody, write: Write): Promise<TicketMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(TicketMovesController, {
  moves: TICKETS.moves,
  brings: [],
  permission: (action) => `tickets.${action}` as TicketPermission,
  body: (action, asksReason) => BODIES[action as TicketAction] ?? (asksReason ? TicketReasonRequest : null),
  once: (action) => ON_THE_SPOT.has(action),
  answer: TicketMovedAnswer,
  actor: () => CurrentActor(),
});
