import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { Flag } from '../platform/http/fields.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { inTurn, streamInTurn } from '../platform/bounds/dear-work.js';
import { BulkService } from './bulk.service.js';
import { BulkAnswer, BulkRequest } from './order.dto.js';
import { OrderExport } from './order.export.js';
import { OrderListQuery } from './orders.answers.js';

class BulkQuery {
  @Flag({ optional: true, query: true, description: 'Says what would happen, and changes nothing' })
  preview?: boolean;
}

/** Many orders at once: decisions by the manager, exports by whoever reads the list. */
@ApiTags('orders')
@Controller('orders')
export class OrderBulkController {
  constructor(
    private readonly bulk: BulkService,
    private readonly exports: OrderExport,
  ) {}

  @Post('bulk/approve')
  @HttpCode(200)
  @Permit('orders.approve')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: BulkAnswer })
  approve(
    @CurrentActor() actor: Actor,
    @Body() body: BulkRequest,
    @Query() query: BulkQuery,
    @WriteRequest() write: Write,
  ): Promise<BulkAnswer> {
    return inTurn('bulk', actor.accountId, () => this.bulk.approve(actor, body.orders, query.preview ?? false, write));
  }

  @Post('bulk/certify')
  @HttpCode(200)
  @Permit('orders.certify')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: BulkAnswer })
  certify(
    @CurrentActor() actor: Actor,
    @Body() body: BulkRequest,
    @Query() query: BulkQuery,
    @WriteRequest() write: Write,
  ): Promise<BulkAnswer> {
    return inTurn('bulk', actor.accountId, () => this.bulk.certify(actor, body.orders, query.preview ?? false, write));
  }

  @Get('export.csv')
  @Permit('orders.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: OrderListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="commandes.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.exports.csv(actor, query)));
  }
}
