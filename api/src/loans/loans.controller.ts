import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam, TagParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { LoanCalendar, LoanCalendarQuery, LoanKitDays, LoanKitDaysQuery, LoanKitsOffered } from './calendar.answers.js';
import { LoanCalendarQueries } from './calendar.queries.js';
import { KitDaysQueries } from './kits/kit-days.queries.js';
import { KitsService } from './kits/kits.service.js';
import { LoanList, LoanListQuery, LoanPage, LoansDue, LoanSpares, LoanSparesQuery } from './loan.answers.js';
import {
  LoanKitChanged,
  LoanKitRequest,
  LoanKitSettings,
  LoanMovedAnswer,
  LoanRequest,
  LoanSpareRequest,
} from './loan.dto.js';
import type { LoanMoved } from './loan.moving.js';
import { LoanBorrowedOne, LoansBorrowed } from './loan-borrowed.answers.js';
import { LoanPageQueries } from './loan-page.queries.js';
import { LoansQueries } from './loans.queries.js';
import { LoanRequestsService } from './requests.service.js';
import { SparesQueries } from './spares.queries.js';
import { SparesService } from './spares.service.js';

/** Loans: the list, the calendar, the page, the request of one, and the spare that a ticket's device is replaced by. */
@ApiTags('loans')
@Controller('loans')
export class LoansController {
  constructor(
    private readonly queries: LoansQueries,
    private readonly calendars: LoanCalendarQueries,
    private readonly pages: LoanPageQueries,
    private readonly requests: LoanRequestsService,
    private readonly spareDevices: SparesQueries,
    private readonly spareLoans: SparesService,
  ) {}

  @Get()
  @Permit('loans.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: LoanList })
  async list(@CurrentActor() actor: Actor, @Query() query: LoanListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('calendar')
  @Permit('loans.calendar')
  @ApiOkResponse({ type: LoanCalendar })
  calendar(@Query() query: LoanCalendarQuery): Promise<LoanCalendar> {
    return this.calendars.calendar(query);
  }

  @Get('due')
  @Permit('loans.calendar')
  @ApiOkResponse({ type: LoansDue })
  due(@CurrentActor() actor: Actor): Promise<LoansDue> {
    return this.queries.due(actor);
  }

  @Get('borrowed')
  @Permit('loans.request')
  @ApiOkResponse({ type: LoansBorrowed })
  borrowed(@CurrentActor() actor: Actor): Promise<LoansBorrowed> {
    return this.queries.borrowed(actor);
  }

  @Get('borrowed/by-tag/:tag')
  @Permit('loans.request')
  @ApiOkResponse({ type: LoanBorrowedOne })
  borrowedByTag(@CurrentActor() actor: Actor, @Param() { tag }: TagParam): Promise<LoanBorrowedOne> {
    return this.queries.borrowedByCode(actor, tag);
  }

  @Get('spares')
  @Permit('loans.lend-spare')
  @ApiOkResponse({ type: LoanSpares })
  spares(@CurrentActor() actor: Actor, @Query() { ticketId }: LoanSparesQuery): Promise<LoanSpares> {
    return this.spareDevices.offered(actor, ticketId);
  }

  @Post('spares')
  @Permit('loans.lend-spare')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: LoanMovedAnswer })
  lendSpare(
    @CurrentActor() actor: Actor,
    @Body() body: LoanSpareRequest,
    @WriteRequest() write: Write,
  ): Promise<LoanMoved> {
    return this.spareLoans.lend(actor, body, write);
  }

  @Get(':id')
  @Permit('loans.read')
  @ApiOkResponse({ type: LoanPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<LoanPage> {
    return this.pages.page(actor, id);
  }

  @Post()
  @Permit('loans.request')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: LoanMovedAnswer })
  request(@CurrentActor() actor: Actor, @Body() body: LoanRequest, @WriteRequest() write: Write): Promise<LoanMoved> {
    return this.requests.request(actor, body, write);
  }
}

/** Kits: what a school may ask for and when it is free; what the manager lends, and how. */
@ApiTags('loans')
@Controller('loan-kits')
export class LoanKitsController {
  constructor(
    private readonly kits: KitsService,
    private readonly days: KitDaysQueries,
  ) {}

  @Get()
  @Permit('loan-kits.read')
  @ApiOkResponse({ type: LoanKitsOffered })
  offered(@CurrentActor() actor: Actor): Promise<LoanKitsOffered> {
    return this.days.offered(actor);
  }

  @Get(':id/days')
  @Permit('loan-kits.read')
  @ApiOkResponse({ type: LoanKitDays })
  kitDays(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: LoanKitDaysQuery,
  ): Promise<LoanKitDays> {
    return this.days.days(actor, id, query);
  }

  @Post()
  @Permit('loan-kits.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: LoanKitChanged })
  make(@Body() body: LoanKitRequest, @WriteRequest() write: Write): Promise<LoanKitChanged> {
    return this.kits.make(body, write);
  }

  @Put(':id')
  @HttpCode(200)
  @Permit('loan-kits.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: LoanKitChanged })
  change(
    @Param() { id }: IdParam,
    @Body() body: LoanKitSettings,
    @WriteRequest() write: Write,
  ): Promise<LoanKitChanged> {
    return this.kits.change(id, body, write);
  }
}
