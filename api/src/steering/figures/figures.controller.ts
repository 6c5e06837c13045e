import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { streamInTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { Permit } from '../../platform/http/permit.js';
import { FigureRowsQueries } from './figure-rows.queries.js';
import {
  BreakdownAnswer,
  BreakdownQuery,
  FigureAnswer,
  FigureFilter,
  FigureRows,
  FiguresAnswer,
  FiguresQuery,
  KeyParam,
  SchoolFigures,
  SchoolFiguresQuery,
  SchoolOfKeyParam,
} from './figures.answers.js';
import { FiguresQueries } from './figures.queries.js';
import { FigureTargets, TargetRequest } from './targets.dto.js';
import { TargetsService } from './targets.service.js';
import { RankingQueries } from './ranking.queries.js';

/** The figures of the plan: each with its curve, its breakdowns, its schools, and what stands behind each of these. */
@ApiTags('steering')
@Controller('figures')
export class FiguresController {
  constructor(
    private readonly figures: FiguresQueries,
    private readonly ranking: RankingQueries,
    private readonly rows: FigureRowsQueries,
    private readonly targets: TargetsService,
  ) {}

  @Get()
  @Permit('figures.read')
  @ApiOkResponse({ type: FiguresAnswer })
  list(@CurrentActor() actor: Actor, @Query() query: FiguresQuery): Promise<FiguresAnswer> {
    return this.figures.figures(actor, query);
  }

  @Get(':key')
  @Permit('figures.read')
  @ApiOkResponse({ type: FigureAnswer })
  figure(
    @CurrentActor() actor: Actor,
    @Param() { key }: KeyParam,
    @Query() filter: FigureFilter,
  ): Promise<FigureAnswer> {
    return this.figures.figure(actor, key, filter);
  }

  @Get(':key/breakdown')
  @Permit('figures.read')
  @ApiOkResponse({ type: BreakdownAnswer })
  breakdown(
    @CurrentActor() actor: Actor,
    @Param() { key }: KeyParam,
    @Query() query: BreakdownQuery,
  ): Promise<BreakdownAnswer> {
    return this.figures.breakdown(actor, key, query);
  }

  @Get(':key/target')
  @Permit('figures.targets')
  @ApiOkResponse({ type: FigureTargets })
  readTarget(@Param() { key }: KeyParam): Promise<FigureTargets> {
    return this.targets.read(key);
  }

  @Put(':key/target')
  @Permit('figures.targets')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: FigureTargets })
  setTarget(
    @Param() { key }: KeyParam,
    @Body() body: TargetRequest,
    @WriteRequest() write: Write,
  ): Promise<FigureTargets> {
    return this.targets.set(key, body, write);
  }

  @Get(':key/schools')
  @Permit('figures.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: SchoolFigures })
  async schools(
    @CurrentActor() actor: Actor,
    @Param() { key }: KeyParam,
    @Query() query: SchoolFiguresQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.ranking.list(actor, key, query));
  }

  @Get(':key/schools/export.csv')
  @Permit('figures.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Param() { key }: KeyParam,
    @Query() query: SchoolFiguresQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${key}.csv"`)
      .send(await streamInTurn('export', actor.accountId, () => this.ranking.csv(actor, key, query)));
  }

  @Get(':key/schools/:schoolId/rows')
  @Permit('figures.read')
  @ApiOkResponse({ type: FigureRows })
  ofSchool(@CurrentActor() actor: Actor, @Param() { key, schoolId }: SchoolOfKeyParam): Promise<FigureRows> {
    return this.rows.ofSchool(actor, key, schoolId);
  }
}
