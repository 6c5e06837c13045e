import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { ReturnPreparing } from './preparing.service.js';
import { ReturnAccess } from './return.access.js';
import { WarrantyReturn } from './return.entity.js';
import { ReturnMovesController } from './return-moves.controller.js';
import { ReturnMoves } from './return-moves.js';
import { ReturnPageQueries } from './return-page.queries.js';
import { ReturnSteps } from './return.steps.js';
import { ReturnTerms } from './return-terms.service.js';
import { WarrantyReturnsController } from './returns.controller.js';
import { ReturnsQueries } from './returns.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([WarrantyReturn]), DirectoryModule, InventoryModule, MaintenanceModule],
  controllers: [WarrantyReturnsController, ReturnMovesController],
  providers: [ReturnAccess, ReturnMoves, ReturnPageQueries, ReturnPreparing, ReturnSteps, ReturnTerms, ReturnsQueries],
  exports: [ReturnTerms],
})
export class WarrantyModule {}
