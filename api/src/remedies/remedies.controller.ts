import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { REMEDIES, type RemedyAction, type RemedyPermission } from '@parc/domain';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../platform/http/move-routes.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { FoundQueries } from './found.queries.js';
import { RemediesFound, RemediesFoundQuery, RemedyList, RemedyListQuery, RemedyPage } from './remedy.answers.js';
import {
  RemedyAnswered,
  RemedyAnswerRequest,
  RemedyMovedAnswer,
  RemedyReasonRequest,
  RemedyRequest,
  RemedyTexts,
} from './remedy.dto.js';
import { type RemedyMoved, RemedyMoves } from './remedy-moves.js';
import { RemediesQueries } from './remedies.queries.js';
import { WritingService } from './writing.service.js';

/** What others may try before they report: the list, the page, what is found, and what is said of it. */
@ApiTags('remedies')
@Controller('remedies')
export class RemediesController {
  constructor(
    private readonly queries: RemediesQueries,
    private readonly foundOnes: FoundQueries,
    private readonly writing: WritingService,
  ) {}

  @Get()
  @Permit('remedies.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: RemedyList })
  async list(@CurrentActor() actor: Actor, @Query() query: RemedyListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('found')
  @Permit('remedies.find')
  @ApiOkResponse({ type: RemediesFound })
  found(@CurrentActor() actor: Actor, @Query() query: RemediesFoundQuery): Promise<RemediesFound> {
    return this.foundOnes.before(actor, query);
  }

  @Get('of-ticket/:id')
  @Permit('remedies.read')
  @ApiOkResponse({ type: RemediesFound })
  ofTicket(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<RemediesFound> {
    return this.foundOnes.ofTicket(actor, id);
  }

  @Get(':id')
  @Permit('remedies.read')
  @ApiOkResponse({ type: RemedyPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<RemedyPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('remedies.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: RemedyMovedAnswer })
  make(@CurrentActor() actor: Actor, @Body() body: RemedyRequest, @WriteRequest() write: Write): Promise<RemedyMoved> {
    return this.writing.make(actor, body, write);
  }

  @Put(':id')
  @Permit('remedies.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: RemedyMovedAnswer })
  change(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: RemedyTexts,
    @WriteRequest() write: Write,
  ): Promise<RemedyMoved> {
    return this.writing.change(actor, id, body, write);
  }

  @Post(':id/answers')
  @HttpCode(200)
  @Permit('remedies.answer')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: RemedyAnswered })
  answer(
    @Param() { id }: IdParam,
    @Body() body: RemedyAnswerRequest,
    @WriteRequest() write: Write,
  ): Promise<RemedyAnswered> {
    return this.writing.answer(id, body, write);
  }
}

/** The moves of a remedy, one route a row. */
@ApiTags('remedies')
@Controller('remedies')
export class RemedyMovesController implements MovesObjects {
  constructor(private readonly moves: RemedyMoves) {}

  act(actor: Actor, id: string, action: RemedyAction, body: MoveBody, write: Write): Promise<RemedyMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(RemedyMovesController, {
  moves: REMEDIES.moves,
  brings: [],
  permission: (action) => `remedies.${action}` as RemedyPermission,
  body: (_, asksReason) => (asksReason ? RemedyReasonRequest : null),
  answer: RemedyMovedAnswer,
  actor: () => CurrentActor(),
});
