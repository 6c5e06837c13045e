import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { CalendarsService } from './calendars.service.js';

/** The working time that clocks count with. */
@Module({ imports: [DirectoryModule], providers: [CalendarsService], exports: [CalendarsService] })
export class CalendarsModule {}
