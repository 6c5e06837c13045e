import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { inTurn, streamInTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { Flag } from '../../platform/http/fields.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { EquipmentListQuery } from '../equipment.answers.js';
import type { EquipmentGiven } from '../equipment.moving.js';
import {
  BulkLossRequest,
  BulkPlacingRequest,
  BulkRetirementRequest,
  BulkRoomingRequest,
  BulkStoringRequest,
  EquipmentBulkAnswer,
} from './equipment-bulk.dto.js';
import { type EquipmentBulkAsked, type EquipmentBulkKind, EquipmentBulkService } from './equipment-bulk.service.js';
import { EquipmentExport } from './equipment.export.js';

class EquipmentBulkQuery {
  @Flag({ optional: true, query: true, description: 'Says what would happen, and changes nothing' })
  preview?: boolean;
}

/** Many devices at once: moved by who may move one, exported by whoever reads the list. */
@ApiTags('equipment')
@Controller('equipment')
export class EquipmentBulkController {
  constructor(
    private readonly bulk: EquipmentBulkService,
    private readonly exports: EquipmentExport,
  ) {}

  @Post('bulk/place')
  @HttpCode(200)
  @Permit('equipment.place')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: EquipmentBulkAnswer })
  place(
    @CurrentActor() actor: Actor,
    @Body() body: BulkPlacingRequest,
    @Query() query: EquipmentBulkQuery,
    @WriteRequest() write: Write,
  ): Promise<EquipmentBulkAnswer> {
    return this.run(actor, 'place', body, query, write);
  }

  @Post('bulk/store')
  @HttpCode(200)
  @Permit('equipment.store')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: EquipmentBulkAnswer })
  store(
    @CurrentActor() actor: Actor,
    @Body() body: BulkStoringRequest,
    @Query() query: EquipmentBulkQuery,
    @WriteRequest() write: Write,
  ): Promise<EquipmentBulkAnswer> {
    return this.run(actor, 'store', body, query, write);
  }

  @Post('bulk/retire')
  @HttpCode(200)
  @Permit('equipment.retire')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: EquipmentBulkAnswer })
  retire(
    @CurrentActor() actor: Actor,
    @Body() body: BulkRetirementRequest,
    @Query() query: EquipmentBulkQuery,
    @WriteRequest() write: Write,
  ): Promise<EquipmentBulkAnswer> {
    return this.run(actor, 'retire', body, query, write);
  }

  @Post('bulk/lose')
  @HttpCode(200)
  @Permit('equipment.lose')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: EquipmentBulkAnswer })
  lose(
    @CurrentActor() actor: Actor,
    @Body() body: BulkLossRequest,
    @Query() query: EquipmentBulkQuery,
    @WriteRequest() write: Write,
  ): Promise<EquipmentBulkAnswer> {
    return this.run(actor, 'lose', body, query, write);
  }

  @Post('bulk/rooms')
  @HttpCode(200)
  @Permit('equipment.place')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: EquipmentBulkAnswer })
  rooms(
    @CurrentActor() actor: Actor,
    @Body() body: BulkRoomingRequest,
    @Query() query: EquipmentBulkQuery,
    @WriteRequest() write: Write,
  ): Promise<EquipmentBulkAnswer> {
    return this.run(actor, 'place', body, query, write);
  }

  @Get('export.csv')
  @Permit('equipment.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: EquipmentListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="appareils.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.exports.csv(actor, query)));
  }

  private run(
    actor: Actor,
    kind: EquipmentBulkKind,
    body: EquipmentGiven & { devices: EquipmentBulkAsked[] },
    { preview = false }: EquipmentBulkQuery,
    write: Write,
  ): Promise<EquipmentBulkAnswer> {
    const { devices, ...given } = body;
    return inTurn('bulk', actor.accountId, () => this.bulk.run(actor, kind, { devices, given, preview }, write));
  }
}
