import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SUPPORTS, type SupportAction, type SupportPermission } from '@parc/domain';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import type { Write } from '../../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../../platform/http/move-routes.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { SupportAsking } from './support-asking.service.js';
import { SupportCountsQueries } from './support-counts.queries.js';
import { SupportMoves } from './support-moves.js';
import {
  SupportClashesQuery,
  SupportClashList,
  SupportCounts,
  SupportCountsQuery,
  SupportListQuery,
  SupportRequestList,
  SupportSheet,
} from './support.answers.js';
import {
  SupportAskRequest,
  SupportDateRequest,
  SupportMovedAnswer,
  SupportMoveRequest,
  SupportReasonRequest,
  SupportReportRequest,
} from './support.dto.js';
import type { SupportMoved } from './support.moving.js';
import { SupportQueries } from './support.queries.js';

/** A trainer's visit to a class: asked for, dated, told about. */
@ApiTags('training')
@Controller('support-requests')
export class SupportController {
  constructor(
    private readonly queries: SupportQueries,
    private readonly countsQueries: SupportCountsQueries,
    private readonly asking: SupportAsking,
  ) {}

  @Get()
  @Permit('support-requests.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: SupportRequestList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: SupportListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('counts')
  @Permit('support-requests.counts')
  @ApiOkResponse({ type: SupportCounts })
  counts(@CurrentActor() actor: Actor, @Query() { year }: SupportCountsQuery): Promise<SupportCounts> {
    return this.countsQueries.counts(actor, year);
  }

  @Get(':id')
  @Permit('support-requests.read')
  @ApiOkResponse({ type: SupportSheet })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SupportSheet> {
    return this.queries.page(actor, id);
  }

  @Get(':id/clashes')
  @Permit('support-requests.date')
  @ApiOkResponse({ type: SupportClashList, description: 'What a date meets, before it is saved' })
  clashes(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: SupportClashesQuery,
  ): Promise<SupportClashList> {
    return this.queries.clashes(actor, id, query);
  }

  @Post()
  @Permit('support-requests.ask')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: SupportMovedAnswer })
  ask(
    @CurrentActor() actor: Actor,
    @Body() body: SupportAskRequest,
    @WriteRequest() write: Write,
  ): Promise<SupportMoved> {
    return this.asking.ask(actor, body, write);
  }
}

/** The moves of a visit of support, one route a row. */
@ApiTags('training')
@Controller('support-requests')
export class SupportMovesController implements MovesObjects {
  constructor(private readonly moves: SupportMoves) {}

  act(actor: Actor, id: string, action: SupportAction, body: MoveBody, write: Write): Promise<SupportMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

const BODIES = {
  date: SupportDateRequest,
  move: SupportMoveRequest,
  report: SupportReportRequest,
  cancel: SupportReasonRequest,
} satisfies Record<SupportAction, unknown>;

addMoveRoutes(SupportMovesController, {
  moves: SUPPORTS.moves,
  brings: [],
  permission: (action) => `support-requests.${action}` as SupportPermission,
  body: (action) => BODIES[action as SupportAction],
  answer: SupportMovedAnswer,
  actor: () => CurrentActor(),
});
