import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Permit } from '../platform/http/permit.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import {
  CodeRequest,
  InvoiceRequest,
  MoveRequest,
  OrderMovedAnswer,
  PrerequisiteRequest,
  ReasonRequest,
  ReportRequest,
  ScheduleRequest,
} from './order.dto.js';
import type { OrderMoved } from './order-moves.js';
import { OutcomeService } from './outcome.service.js';
import { PrerequisitesService } from './prerequisites.service.js';
import { WorkService } from './work.service.js';

/** Carrying an order out, and what comes after: the school's answer, the certification, the bill. */
@ApiTags('orders')
@Controller('orders')
export class OrderWorkController {
  constructor(
    private readonly work: WorkService,
    private readonly outcome: OutcomeService,
    private readonly prerequisites: PrerequisitesService,
  ) {}

  @Post(':id/prerequisites')
  @HttpCode(200)
  @Permit('orders.prerequisites')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  tickPrerequisite(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: PrerequisiteRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.prerequisites.tick(actor, id, body, write);
  }

  @Post(':id/schedule')
  @HttpCode(200)
  @Permit('orders.schedule')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  schedule(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ScheduleRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.work.schedule(actor, id, body, write);
  }

  @Post(':id/move')
  @HttpCode(200)
  @Permit('orders.move')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  move(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: MoveRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.work.move(actor, id, body, write);
  }

  @Post(':id/start')
  @HttpCode(200)
  @Permit('orders.start')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  start(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<OrderMoved> {
    return this.work.start(actor, id, write);
  }

  @Post(':id/interrupt')
  @HttpCode(200)
  @Permit('orders.interrupt')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  interrupt(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ReasonRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.work.interrupt(actor, id, body.reason, write);
  }

  @Post(':id/report')
  @HttpCode(200)
  @Permit('orders.report')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  report(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ReportRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.work.report(actor, id, body, write);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Permit('orders.confirm')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  confirm(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<OrderMoved> {
    return this.outcome.confirm(actor, id, write);
  }

  @Post(':id/confirm-on-site')
  @HttpCode(200)
  @Permit('orders.confirm-on-site')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  confirmOnSite(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: CodeRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.outcome.confirmOnSite(actor, id, body.code, write);
  }

  @Post(':id/confirm-by-default')
  @HttpCode(200)
  @Permit('orders.confirm-by-default')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  confirmByDefault(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ReasonRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.outcome.confirmByDefault(actor, id, body.reason, write);
  }

  @Post(':id/dispute')
  @HttpCode(200)
  @Permit('orders.dispute')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  dispute(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ReasonRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.outcome.dispute(actor, id, body.reason, write);
  }

  @Post(':id/complement')
  @HttpCode(200)
  @Permit('orders.complement')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  complement(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.outcome.complement(actor, id, write);
  }

  @Post(':id/adjourn')
  @HttpCode(200)
  @Permit('orders.adjourn')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  adjourn(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ReasonRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.outcome.adjourn(actor, id, body.reason, write);
  }

  @Post(':id/certify')
  @HttpCode(200)
  @Permit('orders.certify')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  certify(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<OrderMoved> {
    return this.outcome.certify(actor, id, write);
  }

  @Post(':id/record-invoice')
  @HttpCode(200)
  @Permit('orders.record-invoice')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  recordInvoice(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: InvoiceRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.outcome.recordInvoice(actor, id, body.number, write);
  }
}
