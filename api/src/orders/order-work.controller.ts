import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Permit } from '../platform/http/permit.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { CodeRequest, InvoiceRequest, OrderMovedAnswer, PrerequisiteRequest, ReportRequest } from './order.dto.js';
import { OnSiteService } from './on-site.service.js';
import { OrderMoves } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';
import { PrerequisitesService } from './prerequisites.service.js';

/** What carrying an order out brings along: a report, the head's code, the bill. */
@ApiTags('orders')
@Controller('orders')
export class OrderWorkController {
  constructor(
    private readonly moves: OrderMoves,
    private readonly onSite: OnSiteService,
    private readonly prerequisites: PrerequisitesService,
  ) {}

  @Post(':id/prerequisites')
  @HttpCode(200)
  @Permit('orders.prerequisites')
  @Writes({ versioned: true, once: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  tickPrerequisite(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: PrerequisiteRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.prerequisites.tick(actor, id, body, write);
  }

  @Post(':id/report')
  @HttpCode(200)
  @Permit('orders.report')
  @Writes({ versioned: true, once: true })
  @ApiOkResponse({ type: OrderMovedAnswer })
  report(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ReportRequest,
    @WriteRequest() write: Write,
  ): Promise<OrderMoved> {
    return this.onSite.report(actor, id, body, write);
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
    return this.onSite.confirm(actor, id, body, write);
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
    return this.moves.move(actor, id, 'record-invoice', { invoiceNumber: body.number }, write);
  }
}
