import { Module } from '@nestjs/common';
import { AllocationNotices } from './allocation-notices.service.js';
import { AllocationQueries } from './allocation.queries.js';
import { AllocationService } from './allocation.service.js';
import { AllocationsController } from './allocations.controller.js';
import { BudgetAccess } from './budget.access.js';
import { BudgetsController } from './budgets.controller.js';
import { LedgerService } from './ledger.service.js';
import { BudgetsQueries } from './budgets.queries.js';
import { RepairCharges } from './repair-charges.service.js';
import { SchoolBudgetsQueries } from './school-budgets.queries.js';
import { StatementController } from './statement.controller.js';
import { StatementQueries } from './statement.queries.js';
import { TransferService } from './transfer.service.js';
import { TransfersController } from './transfers.controller.js';
import { TransfersQueries } from './transfers.queries.js';

@Module({
  controllers: [BudgetsController, AllocationsController, TransfersController, StatementController],
  providers: [
    LedgerService,
    RepairCharges,
    BudgetAccess,
    SchoolBudgetsQueries,
    StatementQueries,
    BudgetsQueries,
    AllocationQueries,
    AllocationNotices,
    AllocationService,
    TransferService,
    TransfersQueries,
  ],
  exports: [LedgerService, RepairCharges],
})
export class BudgetsModule {}
