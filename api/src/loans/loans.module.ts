import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { LoanCalendarQueries } from './calendar.queries.js';
import { KitDaysQueries } from './kits/kit-days.queries.js';
import { KitsService } from './kits/kits.service.js';
import { LoanAccess } from './loan.access.js';
import { Loan } from './loan.entity.js';
import { LoanHolds } from './loan-holds.js';
import { LoanMovesController } from './loan-moves.controller.js';
import { LoanMoves } from './loan-moves.js';
import { LoanNotices } from './loan-notices.service.js';
import { LoanPageQueries } from './loan-page.queries.js';
import { LoanSteps } from './loan.steps.js';
import { LoanTermsService } from './loan-terms.service.js';
import { LoanKitsController, LoansController } from './loans.controller.js';
import { LoansQueries } from './loans.queries.js';
import { LoanRequestsService } from './requests.service.js';
import { SparesQueries } from './spares.queries.js';
import { SparesService } from './spares.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Loan]), AgreementsModule, DirectoryModule, InventoryModule, MaintenanceModule],
  controllers: [LoansController, LoanMovesController, LoanKitsController],
  providers: [
    LoanCalendarQueries,
    KitDaysQueries,
    KitsService,
    LoanAccess,
    LoanHolds,
    LoanMoves,
    LoanNotices,
    LoanPageQueries,
    LoanSteps,
    LoanTermsService,
    LoansQueries,
    LoanRequestsService,
    SparesQueries,
    SparesService,
  ],
  exports: [LoanTermsService],
})
export class LoansModule {}
