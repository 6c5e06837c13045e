import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { BeginningService } from './beginning.service.js';
import { VisitConfirmationsService } from './confirmations.service.js';
import { VisitRemarksService } from './remarks.service.js';
import { VisitAccess } from './visit.access.js';
import { VisitDocuments } from './visit.documents.js';
import { Visit } from './visit.entity.js';
import { VisitFilesService } from './visit-files.service.js';
import { VisitMovesController } from './visit-moves.controller.js';
import { VisitMoves } from './visit-moves.js';
import { VisitNotices } from './visit-notices.service.js';
import { VisitPageQueries } from './visit-page.queries.js';
import { VisitSources } from './visit-sources.js';
import { VisitSteps } from './visit.steps.js';
import { VisitTermsService } from './visit-terms.service.js';
import { VisitWorkController } from './visit-work.controller.js';
import { VisitsController } from './visits.controller.js';
import { VisitsQueries } from './visits.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([Visit]), DirectoryModule, MaintenanceModule, OrdersModule],
  controllers: [VisitsController, VisitMovesController, VisitWorkController],
  providers: [
    BeginningService,
    VisitConfirmationsService,
    VisitRemarksService,
    VisitAccess,
    VisitDocuments,
    VisitFilesService,
    VisitMoves,
    VisitNotices,
    VisitPageQueries,
    VisitSources,
    VisitSteps,
    VisitTermsService,
    VisitsQueries,
  ],
  exports: [VisitsQueries, VisitTermsService],
})
export class VisitsModule {}
