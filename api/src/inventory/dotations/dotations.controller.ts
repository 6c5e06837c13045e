import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DOTATIONS, type DotationAction } from '@parc/domain';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../../platform/http/move-routes.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import {
  DotationCounts,
  DotationList,
  DotationMovedAnswer,
  DotationPage,
  DotationPreview,
  DotationPreviewQuery,
} from './dotation.answers.js';
import { DotationListQuery, DotationReasonRequest, DotationRequest, DotationShare } from './dotation.dto.js';
import { DotationMoves, type DotationMoved } from './dotation-moves.js';
import { DotationsQueries } from './dotations.queries.js';
import { DotationsService } from './dotations.service.js';
import { SharingService } from './sharing.service.js';

/** Campaigns that allot a model to schools. */
@ApiTags('dotations')
@Controller('dotations')
export class DotationsController {
  constructor(
    private readonly queries: DotationsQueries,
    private readonly sharing: SharingService,
    private readonly dotations: DotationsService,
  ) {}

  @Get()
  @Permit('dotations.list')
  @JudgedInStatement()
  @ApiOkResponse({ type: DotationList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: DotationListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('counts')
  @Permit('dotations.counts')
  @ApiOkResponse({ type: DotationCounts })
  counts(): Promise<DotationCounts> {
    return this.queries.counts();
  }

  @Get('preview')
  @Permit('dotations.write')
  @ApiOkResponse({ type: DotationPreview })
  preview(@CurrentActor() actor: Actor, @Query() query: DotationPreviewQuery): Promise<DotationPreview> {
    return inTurn('allocation', actor.accountId, () => this.sharing.preview(query));
  }

  @Get(':id')
  @Permit('dotations.list')
  @ApiOkResponse({ type: DotationPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DotationPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('dotations.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: DotationMovedAnswer })
  prepare(
    @CurrentActor() actor: Actor,
    @Body() body: DotationRequest,
    @WriteRequest() write: Write,
  ): Promise<DotationMoved> {
    return this.dotations.prepare(actor, body, write);
  }

  @Post(':id/schools')
  @Permit('dotations.write')
  @Writes({ versioned: true })
  @ApiCreatedResponse({ type: DotationMovedAnswer })
  addSchool(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: DotationShare,
    @WriteRequest() write: Write,
  ): Promise<DotationMoved> {
    return this.dotations.addSchool(actor, id, body, write);
  }
}

/** The moves of a dotation, one route a row. */
@ApiTags('dotations')
@Controller('dotations')
export class DotationMovesController implements MovesObjects {
  constructor(private readonly moves: DotationMoves) {}

  act(actor: Actor, id: string, action: DotationAction, { reason }: MoveBody, write: Write): Promise<DotationMoved> {
    return this.moves.move(actor, id, action, reason ?? null, write);
  }
}

addMoveRoutes(DotationMovesController, {
  moves: DOTATIONS.moves,
  brings: [],
  permission: () => 'dotations.write',
  body: (_action, asksReason) => (asksReason ? DotationReasonRequest : null),
  answer: DotationMovedAnswer,
  actor: () => CurrentActor(),
});
