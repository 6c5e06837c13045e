import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import { inTurn } from '../platform/bounds/dear-work.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { BeginningService } from './beginning.service.js';
import { VisitConfirmationsService } from './confirmations.service.js';
import { VisitRemarksService } from './remarks.service.js';
import { VisitCounts, VisitList, VisitListQuery, VisitPage } from './visit.answers.js';
import { VisitDocuments } from './visit.documents.js';
import { VisitBeginRequest, VisitMovedAnswer, VisitRemarkRequest } from './visit.dto.js';
import type { VisitMoved } from './visit.moving.js';
import { VisitPageQueries } from './visit-page.queries.js';
import { VisitsQueries } from './visits.queries.js';

/** What is done at one school in one go: the list, the page, its minutes, and the beginning of a new one. */
@ApiTags('visits')
@Controller('visits')
export class VisitsController {
  constructor(
    private readonly queries: VisitsQueries,
    private readonly pages: VisitPageQueries,
    private readonly documents: VisitDocuments,
    private readonly beginning: BeginningService,
    private readonly remarks: VisitRemarksService,
    private readonly confirmations: VisitConfirmationsService,
  ) {}

  @Get()
  @Permit('visits.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: VisitList })
  async list(@CurrentActor() actor: Actor, @Query() query: VisitListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('counts')
  @Permit('visits.counts')
  @ApiOkResponse({ type: VisitCounts })
  counts(@CurrentActor() actor: Actor): Promise<VisitCounts> {
    return this.queries.counts(actor);
  }

  @Get(':id')
  @Permit('visits.read')
  @ApiOkResponse({ type: VisitPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<VisitPage> {
    return this.pages.page(actor, id);
  }

  @Get(':id/minutes')
  @Permit('visits.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async minutes(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await inTurn('document', actor.accountId, () => this.documents.pdf(actor, id));
    await reply.type('application/pdf').header('content-disposition', `inline; filename="${name}"`).send(content);
  }

  @Post()
  @Permit('visits.begin')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: VisitMovedAnswer })
  begin(
    @CurrentActor() actor: Actor,
    @Body() body: VisitBeginRequest,
    @WriteRequest() write: Write,
  ): Promise<VisitMoved> {
    return this.beginning.begin(actor, body, write);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Permit('visits.confirm')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: VisitMovedAnswer })
  confirm(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<VisitMoved> {
    return this.confirmations.confirm(actor, id, write);
  }

  @Post(':id/remarks')
  @HttpCode(200)
  @Permit('visits.remark')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: VisitMovedAnswer })
  remark(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { text }: VisitRemarkRequest,
    @WriteRequest() write: Write,
  ): Promise<VisitMoved> {
    return this.remarks.add(actor, id, text, write);
  }
}
