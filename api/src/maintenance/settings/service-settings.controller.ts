import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Write } from '../../platform/database/transactions.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { ServiceSettingsAnswer, ServiceSettingsRequest } from './service-settings.dto.js';
import { ServiceSettingsService } from './service-settings.service.js';

/** What the clocks of tickets count with: the manager's. */
@ApiTags('maintenance')
@Controller('service-settings')
export class ServiceSettingsController {
  constructor(private readonly settings: ServiceSettingsService) {}

  @Get()
  @Permit('service.settings')
  @ApiOkResponse({ type: ServiceSettingsAnswer })
  read(): Promise<ServiceSettingsAnswer> {
    return this.settings.read();
  }

  @Put()
  @Permit('service.settings')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ServiceSettingsAnswer })
  write(@Body() request: ServiceSettingsRequest, @WriteRequest() write: Write): Promise<ServiceSettingsAnswer> {
    return this.settings.write(request, write);
  }
}
