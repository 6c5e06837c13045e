import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { ServiceSettingsController } from '../settings/service-settings.controller.js';
import { ServiceSettingsService } from '../settings/service-settings.service.js';
import { CalendarsService } from './calendars.service.js';

/** The working time that clocks count with, and its settings. */
@Module({
  imports: [DirectoryModule],
  controllers: [ServiceSettingsController],
  providers: [CalendarsService, ServiceSettingsService],
  exports: [CalendarsService, ServiceSettingsService],
})
export class CalendarsModule {}
