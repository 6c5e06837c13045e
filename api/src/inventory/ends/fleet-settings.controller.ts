import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Write } from '../../platform/database/transactions.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { FleetSettingsAnswer, FleetSettingsRequest } from './fleet-settings.dto.js';
import { FleetSettingsService } from './fleet-settings.service.js';

/** What the value of devices and their gifts are judged by: the manager's. */
@ApiTags('fleet')
@Controller('fleet-settings')
export class FleetSettingsController {
  constructor(private readonly settings: FleetSettingsService) {}

  @Get()
  @Permit('fleet-value.settings')
  @ApiOkResponse({ type: FleetSettingsAnswer })
  read(): Promise<FleetSettingsAnswer> {
    return this.settings.read();
  }

  @Put()
  @Permit('fleet-value.settings')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: FleetSettingsAnswer })
  write(@Body() request: FleetSettingsRequest, @WriteRequest() write: Write): Promise<FleetSettingsAnswer> {
    return this.settings.write(request, write);
  }
}
