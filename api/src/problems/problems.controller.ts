import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import { TicketMovedAnswer, TicketSubjectQuery } from '../maintenance/ticket.dto.js';
import type { TicketMoved } from '../maintenance/ticket.moving.js';
import { inTurn } from '../platform/bounds/dear-work.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { JoiningService } from './joining.service.js';
import { KnownProblems, ProblemsOfTickets, ProblemsOfTicketsQuery } from './known.answers.js';
import { KnownQueries } from './known.queries.js';
import { OpeningService } from './opening.service.js';
import {
  ProblemList,
  ProblemListQuery,
  ProblemSheet,
  ProblemTicketList,
  ProblemTicketQuery,
} from './problem.answers.js';
import {
  ProblemJoinRequest,
  ProblemMovedAnswer,
  ProblemRequest,
  ProblemResolveAnswer,
  ProblemResolveRequest,
  ProblemTicketsRequest,
} from './problem.dto.js';
import type { ProblemMoved } from './problem.moving.js';
import { ProblemsQueries } from './problems.queries.js';
import { ResolvingService } from './resolving.service.js';

/** One cause that breaks many things: the list, the page, its tickets, and what schools read of it. */
@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  constructor(
    private readonly queries: ProblemsQueries,
    private readonly knownOnes: KnownQueries,
    private readonly opening: OpeningService,
    private readonly joining: JoiningService,
    private readonly resolving: ResolvingService,
  ) {}

  @Get()
  @Permit('problems.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: ProblemList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ProblemListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('known')
  @Permit('problems.known')
  @ApiOkResponse({ type: KnownProblems })
  known(@CurrentActor() actor: Actor, @Query() query: TicketSubjectQuery): Promise<KnownProblems> {
    return this.knownOnes.known(actor, query);
  }

  @Get('of-tickets')
  @Permit('problems.known')
  @ApiOkResponse({ type: ProblemsOfTickets })
  ofTickets(@CurrentActor() actor: Actor, @Query() { ids }: ProblemsOfTicketsQuery): Promise<ProblemsOfTickets> {
    return this.knownOnes.ofTickets(actor, ids);
  }

  @Get(':id')
  @Permit('problems.read')
  @ApiOkResponse({ type: ProblemSheet })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ProblemSheet> {
    return this.queries.page(actor, id);
  }

  @Get(':id/tickets')
  @Permit('problems.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: ProblemTicketList })
  async tickets(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: ProblemTicketQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.tickets(actor, id, query));
  }

  @Post()
  @Permit('problems.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: ProblemMovedAnswer })
  open(
    @CurrentActor() actor: Actor,
    @Body() body: ProblemRequest,
    @WriteRequest() write: Write,
  ): Promise<ProblemMoved> {
    return this.opening.open(actor, body, write);
  }

  @Post(':id/tickets')
  @HttpCode(200)
  @Permit('problems.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: ProblemMovedAnswer })
  add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { ticketIds }: ProblemTicketsRequest,
    @WriteRequest() write: Write,
  ): Promise<ProblemMoved> {
    return this.opening.add(actor, id, ticketIds, write);
  }

  @Post(':id/tickets/take-out')
  @HttpCode(200)
  @Permit('problems.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: ProblemMovedAnswer })
  takeOut(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { ticketIds }: ProblemTicketsRequest,
    @WriteRequest() write: Write,
  ): Promise<ProblemMoved> {
    return this.opening.takeOut(actor, id, ticketIds, write);
  }

  @Post(':id/tickets/resolve')
  @HttpCode(200)
  @Permit('problems.solve')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: ProblemResolveAnswer })
  resolve(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { tickets }: ProblemResolveRequest,
    @WriteRequest() write: Write,
  ): Promise<ProblemResolveAnswer> {
    return inTurn('bulk', actor.accountId, () => this.resolving.resolve(actor, id, tickets, write));
  }

  @Post('reports')
  @Permit('problems.known')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: TicketMovedAnswer })
  join(
    @CurrentActor() actor: Actor,
    @Body() body: ProblemJoinRequest,
    @WriteRequest() write: Write,
  ): Promise<TicketMoved> {
    return this.joining.join(actor, body, write);
  }
}
