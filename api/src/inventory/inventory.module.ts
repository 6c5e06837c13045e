import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { DeliveriesController, DeliveryListsController } from './deliveries/deliveries.controller.js';
import { DeliveriesQueries } from './deliveries/deliveries.queries.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { DeliveryAccess } from './deliveries/delivery.access.js';
import { DeliveryEntryService } from './deliveries/delivery-entry.service.js';
import { DeliveryListsService } from './deliveries/delivery-lists.service.js';
import { DeliveryReceiving } from './deliveries/delivery-receiving.js';
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
import { ReceiptService } from './receipt.service.js';
import { SchoolEquipmentQueries } from './school-equipment.queries.js';
import { StockPlacesController } from './stock-places.controller.js';
import { StockPlacesService } from './stock-places.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Equipment]), AgreementsModule],
  controllers: [
    EquipmentController,
    EquipmentMovesController,
    StockPlacesController,
    DeliveriesController,
    DeliveryListsController,
  ],
  providers: [
    DeliveriesQueries,
    DeliveriesService,
    DeliveryAccess,
    DeliveryEntryService,
    DeliveryListsService,
    DeliveryReceiving,
    EquipmentAccess,
    EquipmentContext,
    EquipmentMoves,
    EquipmentPageQueries,
    EquipmentQueries,
    EquipmentSteps,
    EquipmentWordsService,
    ReceiptService,
    SchoolEquipmentQueries,
    StockPlacesService,
  ],
  exports: [EquipmentWordsService],
})
export class InventoryModule {}
