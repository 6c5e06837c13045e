import { Module } from '@nestjs/common';
import { BudgetAccess } from './budget.access.js';
import { BudgetsController } from './budgets.controller.js';
import { LedgerService } from './ledger.service.js';
import { OverviewQueries } from './overview.queries.js';
import { SchoolBudgetsQueries } from './school-budgets.queries.js';
import { StatementController } from './statement.controller.js';
import { StatementQueries } from './statement.queries.js';

@Module({
  controllers: [BudgetsController, StatementController],
  providers: [LedgerService, BudgetAccess, SchoolBudgetsQueries, StatementQueries, OverviewQueries],
  exports: [LedgerService],
})
export class BudgetsModule {}
