import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn, streamInTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { Id } from '../../platform/http/fields.js';
import { oneFile } from '../../platform/http/one-file.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { Refused } from '../../platform/http/refused.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { LIMITS } from '../../platform/limits.js';
import {
  Deliveries,
  DeliveryChanged,
  DeliveryListQuery,
  DeliveryPage,
  HandReceiptAnswer,
  Suppliers,
} from './delivery.answers.js';
import { DeliveryEntry, DeliveryListPage } from './delivery-entry.answers.js';
import {
  DeliveryEntryQuery,
  DeliveryEntryRequest,
  DeliveryListRequest,
  DeliveryRequest,
  DeliveryUploadQuery,
  HandReceiptRequest,
} from './delivery.dto.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryEntryService } from './delivery-entry.service.js';
import { DeliveryListsService } from './delivery-lists.service.js';
import { readSupplierFile, type SupplierFile } from './supplier-file.js';

class ReceiptParam extends IdParam {
  @Id()
  receiptId!: string;
}

/** What suppliers bring: announced, received from their lists or by hand, undone. */
@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly queries: DeliveriesQueries,
    private readonly deliveries: DeliveriesService,
    private readonly lists: DeliveryListsService,
  ) {}

  @Get()
  @Permit('deliveries.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: Deliveries })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: DeliveryListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('suppliers')
  @Permit('deliveries.read')
  @ApiOkResponse({ type: Suppliers })
  suppliers(): Promise<Suppliers> {
    return this.queries.suppliers();
  }

  @Get(':id')
  @Permit('deliveries.read')
  @ApiOkResponse({ type: DeliveryPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DeliveryPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('deliveries.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: DeliveryChanged })
  create(
    @CurrentActor() actor: Actor,
    @Body() body: DeliveryRequest,
    @WriteRequest() write: Write,
  ): Promise<DeliveryChanged> {
    return this.deliveries.create(actor, body, write);
  }

  @Post(':id/receipts')
  @Permit('deliveries.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: HandReceiptAnswer })
  receive(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: HandReceiptRequest,
    @WriteRequest() write: Write,
  ): Promise<HandReceiptAnswer> {
    return this.deliveries.receive(actor, id, body, write);
  }

  @Post(':id/receipts/:receiptId/undo')
  @HttpCode(200)
  @Permit('deliveries.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: DeliveryChanged })
  undo(
    @CurrentActor() actor: Actor,
    @Param() { id, receiptId }: ReceiptParam,
    @WriteRequest() write: Write,
  ): Promise<DeliveryChanged> {
    return this.deliveries.undo(actor, id, receiptId, write);
  }

  @Post(':id/lists')
  @Permit('deliveries.write')
  @Writes({ versioned: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: DeliveryListPage, description: 'Kept as it was sent; nothing comes in yet' })
  addList(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: DeliveryUploadQuery,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<DeliveryListPage> {
    return inTurn('deliveryList', actor.accountId, async () =>
      this.lists.add(actor, id, await sentList(request), query, write),
    );
  }
}

/** Suppliers' lists that wait: what is said of them, and what they would bring in. */
@ApiTags('deliveries')
@Controller('delivery-lists')
export class DeliveryListsController {
  constructor(
    private readonly queries: DeliveriesQueries,
    private readonly lists: DeliveryListsService,
    private readonly entries: DeliveryEntryService,
  ) {}

  @Get(':id')
  @Permit('deliveries.read')
  @ApiOkResponse({ type: DeliveryListPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DeliveryListPage> {
    return this.queries.listOf(actor, id);
  }

  @Get(':id/refusals.csv')
  @Permit('deliveries.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async faulty(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="lignes-a-corriger.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.entries.faultyCsv(actor, id)));
  }

  @Put(':id')
  @Permit('deliveries.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: DeliveryListPage })
  write(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: DeliveryListRequest,
    @WriteRequest() write: Write,
  ): Promise<DeliveryListPage> {
    return this.lists.write(actor, id, body, write);
  }

  @Delete(':id')
  @HttpCode(200)
  @Permit('deliveries.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: DeliveryChanged })
  remove(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<DeliveryChanged> {
    return this.lists.remove(actor, id, write);
  }

  @Post(':id/enter')
  @HttpCode(200)
  @Permit('deliveries.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: DeliveryEntry })
  enter(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { preview }: DeliveryEntryQuery,
    @Body() body: DeliveryEntryRequest,
    @WriteRequest() write: Write,
  ): Promise<DeliveryEntry> {
    return inTurn('deliveryEntry', actor.accountId, () =>
      preview ? this.entries.preview(actor, id, write) : this.entries.enter(actor, id, body, write),
    );
  }
}

/** @throws Refused request.media-type, import.unreadable and what is wrong with the file */
async function sentList(request: FastifyRequest): Promise<SupplierFile> {
  const part = await oneFile(request, { limits: { fileSize: LIMITS.deliveryList.bytes, files: 1, fields: 4 } });
  if (!part) throw new Refused('import.unreadable');
  return readSupplierFile(part.file, part.filename);
}
