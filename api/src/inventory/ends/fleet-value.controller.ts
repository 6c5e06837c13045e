import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { EquipmentModelRequest } from './ends.dto.js';
import { EquipmentModelsService } from './equipment-models.service.js';
import {
  EquipmentModelAnswer,
  EquipmentModels,
  FleetValue,
  FleetValueQuery,
  ReuseQuery,
  ReuseShares,
} from './fleet-value.answers.js';
import { FleetValueQueries } from './fleet-value.queries.js';
import { ReuseSharesQueries } from './reuse-shares.queries.js';

/** What the whole fleet is worth, its shares of reuse, and what each model is as a device. */
@ApiTags('fleet')
@Controller('fleet')
export class FleetValueController {
  constructor(
    private readonly values: FleetValueQueries,
    private readonly reuse: ReuseSharesQueries,
    private readonly models: EquipmentModelsService,
  ) {}

  @Get('value')
  @Permit('fleet-value.read')
  @ApiOkResponse({ type: FleetValue })
  value(@Query() { on }: FleetValueQuery): Promise<FleetValue> {
    return this.values.value(on);
  }

  @Get('reuse')
  @Permit('fleet-value.read')
  @ApiOkResponse({ type: ReuseShares })
  shares(@Query() { year }: ReuseQuery): Promise<ReuseShares> {
    return this.reuse.shares(year);
  }

  @Get('reuse.csv')
  @Permit('fleet-value.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async sharesCsv(
    @CurrentActor() actor: Actor,
    @Query() { year }: ReuseQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await inTurn('export', actor.accountId, () => this.reuse.csv(year));
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="parts-de-reemploi.csv"')
      .send(text);
  }

  @Get('models')
  @Permit('families.write')
  @ApiOkResponse({ type: EquipmentModels })
  families(): Promise<EquipmentModels> {
    return this.models.models();
  }

  @Put('models/:id')
  @Permit('families.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: EquipmentModelAnswer })
  describe(
    @Param() { id }: IdParam,
    @Body() body: EquipmentModelRequest,
    @WriteRequest() write: Write,
  ): Promise<EquipmentModelAnswer> {
    return this.models.describe(id, body, write);
  }
}
