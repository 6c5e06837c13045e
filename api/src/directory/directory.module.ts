import { Module } from '@nestjs/common';
import { ImportAccess } from './imports/import.access.js';
import { ImportReading } from './imports/import-reading.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsQueries } from './imports/imports.queries.js';
import { ImportsService } from './imports/imports.service.js';
import { SchoolsController } from './schools.controller.js';
import { SchoolsQueries } from './schools.queries.js';
import { SchoolsService } from './schools.service.js';

@Module({
  controllers: [SchoolsController, ImportsController],
  providers: [SchoolsService, SchoolsQueries, ImportAccess, ImportReading, ImportsQueries, ImportsService],
  exports: [SchoolsService],
})
export class DirectoryModule {}
