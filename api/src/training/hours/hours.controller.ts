import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { PageQuery } from '../../platform/http/page.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import {
  HoursMarkedAnswer,
  HoursMarksRequest,
  TrainingHoursList,
  TrainingHoursQuery,
  UnmarkedHoursList,
} from './hours.answers.js';
import { HoursQueries } from './hours.queries.js';
import { HoursService } from './hours.service.js';

/** Hours of teachers: of a year, what remains to be said of them, and saying it. */
@ApiTags('training')
@Controller('training-hours')
export class HoursController {
  constructor(
    private readonly queries: HoursQueries,
    private readonly hours: HoursService,
  ) {}

  @Get()
  @Permit('training-hours.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: TrainingHoursList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: TrainingHoursQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('export')
  @Permit('training-hours.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: TrainingHoursQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, text } = await inTurn('export', actor.accountId, () => this.queries.csv(actor, query));
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(text);
  }

  @Get('unmarked')
  @Permit('training-hours.mark')
  @JudgedInStatement()
  @ApiOkResponse({ type: UnmarkedHoursList })
  async unmarked(@CurrentActor() actor: Actor, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.unmarked(actor, query));
  }

  @Post('marks')
  @HttpCode(200)
  @Permit('training-hours.mark')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: HoursMarkedAnswer })
  mark(
    @CurrentActor() actor: Actor,
    @Body() body: HoursMarksRequest,
    @WriteRequest() write: Write,
  ): Promise<HoursMarkedAnswer> {
    return this.hours.mark(actor, body, write);
  }
}
