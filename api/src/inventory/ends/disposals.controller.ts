import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn, streamInTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { DisposalListQuery, Disposals, EndingAnswer } from './disposals.answers.js';
import { DisposalsQueries } from './disposals.queries.js';
import { EndingsService } from './endings.service.js';
import { ManyDisposedRequest, ManyWipedRequest } from './ends.dto.js';

/** What has left for good, and the same end for many devices at once. */
@ApiTags('disposals')
@Controller('disposals')
export class DisposalsController {
  constructor(
    private readonly queries: DisposalsQueries,
    private readonly endings: EndingsService,
  ) {}

  @Get()
  @Permit('disposals.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: Disposals })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: DisposalListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('export.csv')
  @Permit('disposals.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: DisposalListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="registre-des-sorties.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.queries.csv(actor, query)));
  }

  @Post('wipes')
  @HttpCode(200)
  @Permit('equipment.wipe')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: EndingAnswer })
  wipe(
    @CurrentActor() actor: Actor,
    @Body() body: ManyWipedRequest,
    @WriteRequest() write: Write,
  ): Promise<EndingAnswer> {
    return inTurn('bulk', actor.accountId, () => this.endings.end(actor, 'wipe', body, write));
  }

  @Post()
  @HttpCode(200)
  @Permit('equipment.dispose')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: EndingAnswer })
  dispose(
    @CurrentActor() actor: Actor,
    @Body() body: ManyDisposedRequest,
    @WriteRequest() write: Write,
  ): Promise<EndingAnswer> {
    return inTurn('bulk', actor.accountId, () => this.endings.end(actor, 'dispose', body, write));
  }
}
