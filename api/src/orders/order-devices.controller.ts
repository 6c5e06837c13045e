import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { OfferedDevices, OfferedDevicesQuery } from './order-devices.answers.js';
import { OrderDevicesQueries } from './order-devices.queries.js';

/** What somebody who writes the report of an order may name. */
@ApiTags('orders')
@Controller('orders')
export class OrderDevicesController {
  constructor(private readonly queries: OrderDevicesQueries) {}

  @Get(':id/devices')
  @Permit('orders.report')
  @ApiOkResponse({ type: OfferedDevices })
  offered(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: OfferedDevicesQuery,
  ): Promise<OfferedDevices> {
    return this.queries.offered(actor, id, query);
  }
}
