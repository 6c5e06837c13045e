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
import { DeviceEndsController } from './ends/device-ends.controller.js';
import { DeviceEndsQueries } from './ends/device-ends.queries.js';
import { DisposalsController } from './ends/disposals.controller.js';
import { DisposalsQueries } from './ends/disposals.queries.js';
import { EndDocuments } from './ends/end.documents.js';
import { EndingsService } from './ends/endings.service.js';
import { EquipmentModelsService } from './ends/equipment-models.service.js';
import { FleetValueController } from './ends/fleet-value.controller.js';
import { FleetValueQueries } from './ends/fleet-value.queries.js';
import { ReuseSharesQueries } from './ends/reuse-shares.queries.js';
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
  controllers: [
    EquipmentController,
    EquipmentMovesController,
    LabelsController,
    StockPlacesController,
    DeliveriesController,
    DeliveryListsController,
    DeviceEndsController,
    DisposalsController,
    FleetValueController,
  ],
  providers: [
    DeliveriesQueries,
    DeliveriesService,
    DeliveryAccess,
    DeliveryEntryService,
    DeliveryListsService,
    DeliveryReceiving,
    DeviceEndsQueries,
    DisposalsQueries,
    EndDocuments,
    EndingsService,
    EquipmentModelsService,
    FleetValueQueries,
    ReuseSharesQueries,
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
