import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { TransferService } from './transfer.service.js';
import { TransferDone, TransferList, TransferListQuery, TransferRequest } from './transfers.dto.js';
import { TransfersQueries } from './transfers.queries.js';

/** Money between schools, and between a school and the plan's reserve. */
@ApiTags('budgets')
@Controller('budgets/transfers')
export class TransfersController {
  constructor(
    private readonly transfers: TransferService,
    private readonly queries: TransfersQueries,
  ) {}

  @Get()
  @Permit('budgets.transfer')
  @JudgedInStatement()
  @ApiOkResponse({ type: TransferList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: TransferListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Post()
  @Permit('budgets.transfer')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: TransferDone })
  transfer(
    @CurrentActor() actor: Actor,
    @Body() body: TransferRequest,
    @WriteRequest() write: Write,
  ): Promise<TransferDone> {
    return this.transfers.transfer(actor, body, write);
  }
}
