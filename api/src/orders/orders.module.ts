import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { BudgetsModule } from '../budgets/budgets.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { BulkService } from './bulk.service.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { CompositionService } from './composition.service.js';
import { DraftPrices } from './draft-prices.js';
import { DecisionService } from './decision.service.js';
import { OrderBulkController } from './order-bulk.controller.js';
import { OrderDocuments } from './order.documents.js';
import { OrderExport } from './order.export.js';
import { OrderFilesController } from './order-files.controller.js';
import { OrderFilesService } from './order-files.service.js';
import { PrerequisitesService } from './prerequisites.service.js';
import { OrderAccess } from './order.access.js';
import { OrderContext } from './order.context.js';
import { Order } from './order.entity.js';
import { OrderLine } from './order-line.entity.js';
import { OrderMoves } from './order-moves.js';
import { OrderPageQueries } from './order-page.queries.js';
import { OrderMovesController } from './order-moves.controller.js';
import { OrderSteps } from './order.steps.js';
import { ContractSteps } from './contract.steps.js';
import { OnSiteService } from './on-site.service.js';
import { PlanningSteps } from './planning.steps.js';
import { OrderDevicesController } from './order-devices.controller.js';
import { OrderDevicesQueries } from './order-devices.queries.js';
import { QuotedOrders } from './quoted-orders.js';
import { ReportDevices } from './report-devices.js';
import { ReportSoftware } from './report-software.js';
import { ReportSteps } from './report.steps.js';
import { SubmissionSteps } from './submission.steps.js';
import { PlainSubmission, QuickSubmission, SubmissionWay } from './submission.ways.js';
import { OrderWorkController } from './order-work.controller.js';
import { OrdersController } from './orders.controller.js';
import { OrdersQueries } from './orders.queries.js';
import { OrdersService } from './orders.service.js';
import { SubmissionService } from './submission.service.js';
import { TechniciansController } from './technicians.controller.js';
import { VisitOrders } from './visit-orders.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Order, OrderLine]),
    AgreementsModule,
    BudgetsModule,
    CatalogueModule,
    DirectoryModule,
    InventoryModule,
    NotificationsModule,
  ],
  // Fixed paths (bulk, export, tabs) come before `:id`.
  controllers: [
    OrderBulkController,
    OrdersController,
    OrderWorkController,
    OrderDevicesController,
    OrderMovesController,
    OrderFilesController,
    TechniciansController,
  ],
  providers: [
    OrderMoves,
    OrdersService,
    OrderAccess,
    OrderContext,
    OrdersQueries,
    OrderPageQueries,
    CompositionService,
    DraftPrices,
    SubmissionService,
    DecisionService,
    OnSiteService,
    VisitOrders,
    OrderSteps,
    SubmissionSteps,
    ContractSteps,
    PlanningSteps,
    OrderDevicesQueries,
    ReportDevices,
    ReportSoftware,
    ReportSteps,
    PlainSubmission,
    QuotedOrders,
    QuickSubmission,
    // Either way leaves the same rows behind; `submission-ways.spec.ts` holds them together.
    { provide: SubmissionWay, useExisting: QuickSubmission },
    BulkService,
    OrderExport,
    OrderFilesService,
    OrderDocuments,
    PrerequisitesService,
  ],
  exports: [OrdersService, OrderPageQueries, DecisionService, QuotedOrders, VisitOrders],
})
export class OrdersModule {}
