import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam, TagParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import {
  EquipmentCounts,
  EquipmentList,
  EquipmentListQuery,
  EquipmentPage,
  SchoolEquipment,
} from './equipment.answers.js';
import { EquipmentMovedAnswer, ReceiptRequest } from './equipment.dto.js';
import type { EquipmentMoved } from './equipment.moving.js';
import { EquipmentPageQueries } from './equipment-page.queries.js';
import { EquipmentQueries } from './equipment.queries.js';
import { ReceiptService } from './receipt.service.js';
import { SchoolEquipmentQueries } from './school-equipment.queries.js';

/** Devices: the list, the page, what a scanned label opens, and the receipt of a new one. */
@ApiTags('equipment')
@Controller('equipment')
export class EquipmentController {
  constructor(
    private readonly queries: EquipmentQueries,
    private readonly pages: EquipmentPageQueries,
    private readonly schools: SchoolEquipmentQueries,
    private readonly receipts: ReceiptService,
  ) {}

  @Get()
  @Permit('equipment.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: EquipmentList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: EquipmentListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('counts')
  @Permit('equipment.counts')
  @ApiOkResponse({ type: EquipmentCounts })
  counts(@CurrentActor() actor: Actor): Promise<EquipmentCounts> {
    return this.queries.counts(actor);
  }

  @Get('of-school/:id')
  @Permit('equipment.read')
  @ApiOkResponse({ type: SchoolEquipment })
  ofSchool(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SchoolEquipment> {
    return this.schools.ofSchool(actor, id);
  }

  @Get('by-tag/:tag')
  @Permit('equipment.read')
  @ApiOkResponse({ type: EquipmentPage })
  byTag(@CurrentActor() actor: Actor, @Param() { tag }: TagParam): Promise<EquipmentPage> {
    return this.pages.pageOfCode(actor, tag);
  }

  @Get(':id')
  @Permit('equipment.read')
  @ApiOkResponse({ type: EquipmentPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<EquipmentPage> {
    return this.pages.page(actor, id);
  }

  @Post()
  @Permit('equipment.receive')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: EquipmentMovedAnswer })
  receive(
    @CurrentActor() actor: Actor,
    @Body() body: ReceiptRequest,
    @WriteRequest() write: Write,
  ): Promise<EquipmentMoved> {
    return this.receipts.receive(actor, body, write);
  }
}
