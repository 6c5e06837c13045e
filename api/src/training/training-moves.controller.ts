import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TRAININGS, type TrainingAction, type TrainingPermission } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import {
  TrainingMovedAnswer,
  TrainingPersonRequest,
  TrainingPostponeRequest,
  TrainingReasonRequest,
} from './training.dto.js';
import { QuickEnrolments } from './quick-enrolments.js';
import { TrainingMoves } from './training-moves.js';
import type { TrainingMoved } from './training.moving.js';

/** The moves of a session, one route a row. Places are taken, kept and left whatever else has changed: those three see no version. */
@ApiTags('training')
@Controller('training-sessions')
export class TrainingMovesController implements MovesObjects {
  constructor(
    private readonly moves: TrainingMoves,
    private readonly quick: QuickEnrolments,
  ) {}

  act(actor: Actor, id: string, action: TrainingAction, body: MoveBody, write: Write): Promise<TrainingMoved> {
    return this.moves.move(actor, id, action, body, write);
  }

  @Post(':id/enrol')
  @HttpCode(200)
  @Permit('training-sessions.enrol')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: TrainingMovedAnswer })
  async enrol(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: TrainingPersonRequest,
    @WriteRequest() write: Write,
  ): Promise<TrainingMoved> {
    return (await this.quick.enrol(actor, id, body, write)) ?? this.moves.move(actor, id, 'enrol', body, write);
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Permit('training-sessions.leave')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: TrainingMovedAnswer })
  leave(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: TrainingPersonRequest,
    @WriteRequest() write: Write,
  ): Promise<TrainingMoved> {
    return this.moves.move(actor, id, 'leave', body, write);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Permit('training-sessions.accept')
  @Writes({ versioned: false })
  @ApiOkResponse({
    type: TrainingMovedAnswer,
    description: 'The offered place is theirs, or they come on the new date',
  })
  accept(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<TrainingMoved> {
    return this.moves.move(actor, id, 'accept', {}, write);
  }
}

addMoveRoutes(TrainingMovesController, {
  moves: TRAININGS.moves,
  brings: ['enrol', 'leave', 'accept'],
  permission: (action) => `training-sessions.${action}` as TrainingPermission,
  body: (action, asksReason) =>
    action === 'postpone' ? TrainingPostponeRequest : asksReason ? TrainingReasonRequest : null,
  answer: TrainingMovedAnswer,
  actor: () => CurrentActor(),
});
