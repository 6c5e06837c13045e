import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { EquipmentAccess } from './equipment.access.js';
import { EquipmentContext } from './equipment.context.js';
import { EquipmentController } from './equipment.controller.js';
import { Equipment } from './equipment.entity.js';
import { EquipmentMovesController } from './equipment-moves.controller.js';
import { EquipmentMoves } from './equipment-moves.js';
import { EquipmentPageQueries } from './equipment-page.queries.js';
import { EquipmentQueries } from './equipment.queries.js';
import { EquipmentSteps } from './equipment.steps.js';
import { EquipmentWordsService } from './equipment-words.service.js';
import { InstallableQueries } from './installable.queries.js';
import { InstallationService } from './installation.service.js';
import { LabelsController } from './labels/labels.controller.js';
import { LabelsQueries } from './labels/labels.queries.js';
import { LabelsService } from './labels/labels.service.js';
import { ReceiptService } from './receipt.service.js';
import { SchoolEquipmentQueries } from './school-equipment.queries.js';
import { StockPlacesController } from './stock-places.controller.js';
import { StockPlacesService } from './stock-places.service.js';
import { TakingBack } from './taking-back.js';

@Module({
  imports: [TypeOrmModule.forFeature([Equipment]), AgreementsModule],
  controllers: [EquipmentController, EquipmentMovesController, LabelsController, StockPlacesController],
  providers: [
    EquipmentAccess,
    EquipmentContext,
    EquipmentMoves,
    EquipmentPageQueries,
    EquipmentQueries,
    EquipmentSteps,
    EquipmentWordsService,
    InstallableQueries,
    InstallationService,
    LabelsQueries,
    LabelsService,
    ReceiptService,
    SchoolEquipmentQueries,
    StockPlacesService,
    TakingBack,
  ],
  exports: [EquipmentWordsService, InstallableQueries, InstallationService],
})
export class InventoryModule {}
