import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { Id } from '../platform/http/fields.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { ItemDecisionRequest, ItemMovedAnswer, ItemProposalRequest, ItemRequest, PriceRequest } from './item.dto.js';
import { ItemCounts, ItemList, ItemListQuery, ItemPage } from './items.answers.js';
import { ItemsQueries } from './items.queries.js';
import { ItemsService, type ItemMoved } from './items.service.js';

class PriceParam extends IdParam {
  @Id()
  priceId!: string;
}

/** The catalogue for those who keep it and those who read it. */
@ApiTags('catalogue')
@Controller('catalogue/items')
export class ItemsController {
  constructor(
    private readonly queries: ItemsQueries,
    private readonly items: ItemsService,
  ) {}

  @Get()
  @Permit('catalogue.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: ItemList })
  async list(@CurrentActor() actor: Actor, @Query() query: ItemListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('counts')
  @Permit('catalogue.read')
  @ApiOkResponse({ type: ItemCounts })
  counts(@CurrentActor() actor: Actor): Promise<ItemCounts> {
    return this.queries.counts(actor);
  }

  @Get(':id')
  @Permit('catalogue.read')
  @ApiOkResponse({ type: ItemPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ItemPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('catalogue.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: ItemMovedAnswer })
  propose(@Body() body: ItemProposalRequest, @WriteRequest() write: Write): Promise<ItemMoved> {
    return this.items.propose(body, write);
  }

  @Put(':id')
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ItemMovedAnswer })
  write(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ItemRequest,
    @WriteRequest() write: Write,
  ): Promise<ItemMoved> {
    return this.items.write(actor, id, body, write);
  }

  @Post(':id/prices')
  @HttpCode(200)
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ItemMovedAnswer })
  addPrice(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: PriceRequest,
    @WriteRequest() write: Write,
  ): Promise<ItemMoved> {
    return this.items.addPrice(actor, id, body, write);
  }

  @Delete(':id/prices/:priceId')
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ItemMovedAnswer })
  removePrice(
    @CurrentActor() actor: Actor,
    @Param() { id, priceId }: PriceParam,
    @WriteRequest() write: Write,
  ): Promise<ItemMoved> {
    return this.items.removePrice(actor, id, priceId, write);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ItemMovedAnswer })
  review(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ItemDecisionRequest,
    @WriteRequest() write: Write,
  ): Promise<ItemMoved> {
    return this.items.move(actor, id, 'review', body, write);
  }

  @Post(':id/validate')
  @HttpCode(200)
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ItemMovedAnswer })
  validate(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ItemDecisionRequest,
    @WriteRequest() write: Write,
  ): Promise<ItemMoved> {
    return this.items.move(actor, id, 'validate', body, write);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ItemMovedAnswer })
  reject(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ItemDecisionRequest,
    @WriteRequest() write: Write,
  ): Promise<ItemMoved> {
    return this.items.move(actor, id, 'reject', body, write);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ItemMovedAnswer })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ItemDecisionRequest,
    @WriteRequest() write: Write,
  ): Promise<ItemMoved> {
    return this.items.move(actor, id, 'withdraw', body, write);
  }
}
