import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { EquipmentMovedAnswer } from '../equipment.dto.js';
import type { EquipmentMoved } from '../equipment.moving.js';
import {
  DeviceLabels,
  LabelReplacement,
  LabelSheetQuery,
  LabelsPreview,
  LabelsQuery,
  SightingAnswer,
} from './label.dto.js';
import { LabelsQueries } from './labels.queries.js';
import { LabelsService } from './labels.service.js';

/** What is stuck on devices, and what a scan of it writes. */
@ApiTags('equipment')
@Controller('equipment')
export class LabelsController {
  constructor(
    private readonly labels: LabelsService,
    private readonly queries: LabelsQueries,
  ) {}

  @Get('labels')
  @Permit('labels.print')
  @ApiOkResponse({ type: LabelsPreview })
  preview(@CurrentActor() actor: Actor, @Query() query: LabelsQuery): Promise<LabelsPreview> {
    return this.queries.preview(actor, query);
  }

  @Get('labels/sheets.pdf')
  @Permit('labels.print')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheets(
    @CurrentActor() actor: Actor,
    @Query() query: LabelSheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await inTurn('document', actor.accountId, () => this.labels.pdf(actor, query));
    await reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="etiquettes.pdf"')
      .send(content);
  }

  @Get(':id/labels')
  @Permit('labels.print')
  @ApiOkResponse({ type: DeviceLabels })
  ofDevice(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DeviceLabels> {
    return this.queries.ofDevice(actor, id);
  }

  @Post(':id/labels')
  @Permit('labels.replace')
  @Writes({ versioned: true })
  @ApiCreatedResponse({ type: EquipmentMovedAnswer })
  replace(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { label = null }: LabelReplacement,
    @WriteRequest() write: Write,
  ): Promise<EquipmentMoved> {
    return this.labels.replace(actor, id, label, write);
  }

  @Post(':id/seen')
  @HttpCode(200)
  @Permit('equipment.see')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: SightingAnswer })
  see(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<SightingAnswer> {
    return this.labels.see(actor, id, write);
  }
}
