import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { ReturnPreparing } from './preparing.service.js';
import { ReturnList, ReturnListQuery, ReturnPage } from './return.answers.js';
import { ReturnMovedAnswer, ReturnRequest } from './return.dto.js';
import type { ReturnMoved } from './return.moving.js';
import { ReturnPageQueries } from './return-page.queries.js';
import { ReturnsQueries } from './returns.queries.js';

/** Returns to makers: the list, the page, and the preparation that begins one. */
@ApiTags('warranty')
@Controller('warranty-returns')
export class WarrantyReturnsController {
  constructor(
    private readonly queries: ReturnsQueries,
    private readonly pages: ReturnPageQueries,
    private readonly preparing: ReturnPreparing,
  ) {}

  @Get()
  @Permit('warranty-returns.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: ReturnList })
  async list(@CurrentActor() actor: Actor, @Query() query: ReturnListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('warranty-returns.page')
  @ApiOkResponse({ type: ReturnPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ReturnPage> {
    return this.pages.page(actor, id);
  }

  @Post()
  @Permit('warranty-returns.prepare')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: ReturnMovedAnswer })
  prepare(
    @CurrentActor() actor: Actor,
    @Body() body: ReturnRequest,
    @WriteRequest() write: Write,
  ): Promise<ReturnMoved> {
    return this.preparing.prepare(actor, body, write);
  }
}
