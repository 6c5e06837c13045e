import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { CheckAccess } from './check.access.js';
import { UpkeepCheck } from './check.entity.js';
import { CheckMaking } from './check-making.js';
import { CheckMovesController } from './check-moves.controller.js';
import { CheckMoves } from './check-moves.js';
import { CheckNights } from './check-nights.service.js';
import { CheckPageQueries } from './check-page.queries.js';
import { CheckSteps } from './check.steps.js';
import { UpkeepChecksController } from './checks.controller.js';
import { ChecksQueries } from './checks.queries.js';
import { UpkeepPlansController } from './plans.controller.js';
import { PlansQueries } from './plans.queries.js';
import { PlansService } from './plans.service.js';
import { RoundChecks } from './round-checks.js';

@Module({
  imports: [TypeOrmModule.forFeature([UpkeepCheck]), DirectoryModule, InventoryModule, MaintenanceModule],
  controllers: [UpkeepChecksController, CheckMovesController, UpkeepPlansController],
  providers: [
    CheckAccess,
    CheckMaking,
    CheckMoves,
    CheckNights,
    CheckPageQueries,
    CheckSteps,
    ChecksQueries,
    PlansQueries,
    PlansService,
    RoundChecks,
  ],
  exports: [CheckNights, RoundChecks],
})
export class UpkeepModule {}
