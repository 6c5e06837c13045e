import { Module } from '@nestjs/common';
import { AccessCardService } from './access-card.service.js';
import { BridgeDaysController } from './imports/bridge-days.controller.js';
import { BridgeDaysService } from './imports/bridge-days.service.js';
import { ImportAccess } from './imports/import.access.js';
import { ImportReading } from './imports/import-reading.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsQueries } from './imports/imports.queries.js';
import { ImportsService } from './imports/imports.service.js';
import { ManagingBodiesController } from './managing-bodies.controller.js';
import { ManagingBodiesService } from './managing-bodies.service.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsService } from './rooms.service.js';
import { SchoolAccess } from './school.access.js';
import { SchoolsController } from './schools.controller.js';
import { SchoolsQueries } from './schools.queries.js';
import { SchoolsService } from './schools.service.js';

@Module({
  controllers: [SchoolsController, RoomsController, ManagingBodiesController, ImportsController, BridgeDaysController],
  providers: [
    AccessCardService,
    BridgeDaysService,
    ImportAccess,
    ImportReading,
    ImportsQueries,
    ImportsService,
    ManagingBodiesService,
    RoomsService,
    SchoolAccess,
    SchoolsQueries,
    SchoolsService,
  ],
  exports: [SchoolsService],
})
export class DirectoryModule {}
