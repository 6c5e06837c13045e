import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Permit } from '../platform/http/permit.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { CompositionService } from './composition.service.js';
import { ApproveRequest, DraftRequest, OrderMovedAnswer, SeenRequest, SubmittedAnswer } from './order.dto.js';
import { OrderMoves } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';
import { OrderPage } from './order-page.answers.js';
import { OrderList, OrderListQuery, OrderTabs } from './orders.answers.js';
import { OrderPageQueries } from './order-page.queries.js';
import { OrdersQueries } from './orders.queries.js';
import { SubmissionService } from './submission.service.js';

/** Reading orders, composing them, sending them, approving. Other moves: `order-moves.controller.ts`, `order-work.controller.ts`. */
@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly queries: OrdersQueries,
    private readonly pages: OrderPageQueries,
    private readonly composition: CompositionService,
    private readonly submission: SubmissionService,
    private readonly moves: OrderMoves,
  ) {}

  @Get()
  @Permit('orders.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: OrderList })
  async list(@CurrentActor() actor: Actor, @Query() query: OrderListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('tabs')
  @Permit('orders.read')
  @ApiOkResponse({ type: OrderTabs })
  tabs(@CurrentActor() actor: Actor): Promise<OrderTabs> {
    return this.queries.tabs(actor);
  }

  @Get(':id')
  @Permit('orders.read')
  @ApiOkResponse({ type: OrderPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<OrderPage> {
    return this.pages.page(actor, id);
  }

  @Post()
  @Permit('orders.compose')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: OrderMovedAnswer })
  compose(@CurrentActor() actor: Actor, @Body() body: DraftRequest, @WriteRequest() write: Write): Promise<OrderMoved> {
    return this.composition.compose(actor, body, write);
  }

  @Put(':id')
  @Permit('orders.compose')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  write(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: DraftRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.composition.write(actor, id, body, write);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Permit('orders.submit')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: SubmittedAnswer })
  submit(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { seenCents }: SeenRequest,
    @WriteRequest() write: Write,
  ): Promise<SubmittedAnswer> {
    return this.submission.submit({ actor, orderId: id, seenCents, write });
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Permit('orders.approve')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  approve(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ApproveRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    const { reason = null, seenCents } = body;
    return this.moves.move(actor, id, 'approve', { approval: body, reason, seenCents }, write);
  }
}
