import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { CommentsService } from './comments.service.js';
import { TicketChargeAnswer, TicketChargeList, TicketChargeListQuery } from './charge.answers.js';
import { TicketChargesQueries } from './charges.queries.js';
import { TicketChargesService } from './charges.service.js';
import { QuotesService } from './quotes.service.js';
import { ReportService } from './report.service.js';
import {
  QuoteItemList,
  TicketClocksOfRows,
  TicketClocksQuery,
  TicketCounts,
  TicketList,
  TicketListQuery,
  TicketsAlike,
} from './ticket.answers.js';
import {
  TicketChargeRequest,
  TicketCommentRequest,
  TicketMovedAnswer,
  TicketQuoteRequest,
  TicketReportRequest,
  TicketSubjectQuery,
} from './ticket.dto.js';
import type { ChargeSettled, TicketMoved } from './ticket.moving.js';
import { TicketPage } from './ticket-page.answers.js';
import { TicketFigures } from './ticket-figures.answers.js';
import { TicketFiguresQueries } from './ticket-figures.queries.js';
import { TicketPageQueries } from './ticket-page.queries.js';
import { TicketsQueries } from './tickets.queries.js';

/** Breakdowns: the list, the page, the report of a new one, and what is said about one. */
@ApiTags('tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly queries: TicketsQueries,
    private readonly pages: TicketPageQueries,
    private readonly reports: ReportService,
    private readonly comments: CommentsService,
    private readonly quotes: QuotesService,
    private readonly figures: TicketFiguresQueries,
  ) {}

  @Get()
  @Permit('tickets.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: TicketList })
  async list(@CurrentActor() actor: Actor, @Query() query: TicketListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('counts')
  @Permit('tickets.counts')
  @ApiOkResponse({ type: TicketCounts })
  counts(@CurrentActor() actor: Actor): Promise<TicketCounts> {
    return this.queries.counts(actor);
  }

  @Get('figures')
  @Permit('tickets.counts')
  @ApiOkResponse({ type: TicketFigures })
  figuresOf(@CurrentActor() actor: Actor): Promise<TicketFigures> {
    return this.figures.read(actor);
  }

  @Get('alike')
  @Permit('tickets.report')
  @ApiOkResponse({ type: TicketsAlike })
  alike(@CurrentActor() actor: Actor, @Query() query: TicketSubjectQuery): Promise<TicketsAlike> {
    return this.queries.alike(actor, query);
  }

  @Get('clocks')
  @Permit('tickets.read')
  @ApiOkResponse({ type: TicketClocksOfRows })
  clocks(@CurrentActor() actor: Actor, @Query() { ids }: TicketClocksQuery): Promise<TicketClocksOfRows> {
    return this.queries.clocks(actor, ids);
  }

  @Get('quote-items')
  @Permit('tickets.quote')
  @ApiOkResponse({ type: QuoteItemList })
  quoteItems(): Promise<QuoteItemList> {
    return this.quotes.items();
  }

  @Get(':id')
  @Permit('tickets.read')
  @ApiOkResponse({ type: TicketPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<TicketPage> {
    return this.pages.page(actor, id);
  }

  @Post()
  @Permit('tickets.report')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: TicketMovedAnswer })
  report(
    @CurrentActor() actor: Actor,
    @Body() body: TicketReportRequest,
    @WriteRequest() write: Write,
  ): Promise<TicketMoved> {
    return this.reports.report(actor, body, write);
  }

  @Post(':id/reporters')
  @HttpCode(200)
  @Permit('tickets.report')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: TicketMovedAnswer })
  join(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<TicketMoved> {
    return this.reports.join(actor, id, write);
  }

  @Post(':id/comments')
  @HttpCode(200)
  @Permit('tickets.comment')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: TicketMovedAnswer })
  comment(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { text }: TicketCommentRequest,
    @WriteRequest() write: Write,
  ): Promise<TicketMoved> {
    return this.comments.add(actor, id, text, false, write);
  }

  @Post(':id/quote')
  @HttpCode(200)
  @Permit('tickets.quote')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: TicketMovedAnswer })
  quote(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: TicketQuoteRequest,
    @WriteRequest() write: Write,
  ): Promise<TicketMoved> {
    return this.quotes.quote(actor, id, body, write);
  }

  @Post(':id/notes')
  @HttpCode(200)
  @Permit('tickets.note')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: TicketMovedAnswer })
  note(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { text }: TicketCommentRequest,
    @WriteRequest() write: Write,
  ): Promise<TicketMoved> {
    return this.comments.add(actor, id, text, true, write);
  }
}

/** What repairs cost and no envelope has taken yet. */
@ApiTags('tickets')
@Controller('ticket-charges')
export class TicketChargesController {
  constructor(
    private readonly queries: TicketChargesQueries,
    private readonly charges: TicketChargesService,
  ) {}

  @Get()
  @Permit('ticket-charges.settle')
  @JudgedInStatement()
  @ApiOkResponse({ type: TicketChargeList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: TicketChargeListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Permit('ticket-charges.settle')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: TicketChargeAnswer })
  settle(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { on }: TicketChargeRequest,
    @WriteRequest() write: Write,
  ): Promise<ChargeSettled> {
    return this.charges.settle(actor, id, on, write);
  }
}
