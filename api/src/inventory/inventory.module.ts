import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { CampaignAccess } from './campaigns/campaign.access.js';
import { CampaignPartsController } from './campaigns/campaign-parts.controller.js';
import { CampaignDifferencesController, CampaignsController } from './campaigns/campaigns.controller.js';
import { CampaignsQueries } from './campaigns/campaigns.queries.js';
import { CampaignsService } from './campaigns/campaigns.service.js';
import { CampaignPartMoves } from './campaigns/part-moves.js';
import { CampaignPartPages } from './campaigns/part-pages.queries.js';
import { CampaignResolutionsService } from './campaigns/resolutions.service.js';
import { CampaignSightingsService } from './campaigns/sightings.service.js';
import { DotationAccess } from './dotations/dotation.access.js';
import { DotationMoves } from './dotations/dotation-moves.js';
import { DotationNights } from './dotations/dotation-nights.js';
import { DotationPartMoves } from './dotations/dotation-part-moves.js';
import { DotationPartSteps } from './dotations/dotation-part.steps.js';
import { DotationPartMovesController, DotationPartsController } from './dotations/dotation-parts.controller.js';
import { DotationPartsQueries } from './dotations/dotation-parts.queries.js';
import { DotationPost } from './dotations/dotation-post.js';
import { DotationMovesController, DotationsController } from './dotations/dotations.controller.js';
import { DotationsQueries } from './dotations/dotations.queries.js';
import { DotationsService } from './dotations/dotations.service.js';
import { SharingService } from './dotations/sharing.service.js';
import { EquipmentBulkController } from './bulk/equipment-bulk.controller.js';
import { EquipmentBulkService } from './bulk/equipment-bulk.service.js';
import { EquipmentExport } from './bulk/equipment.export.js';
import { DeliveriesController, DeliveryListsController } from './deliveries/deliveries.controller.js';
import { DeliveriesQueries } from './deliveries/deliveries.queries.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { DeliveryAccess } from './deliveries/delivery.access.js';
import { DeliveryEntryService } from './deliveries/delivery-entry.service.js';
import { DeliveryListsService } from './deliveries/delivery-lists.service.js';
import { DeliveryReceiving } from './deliveries/delivery-receiving.js';
import { FleetBringing } from './imports/fleet-bringing.js';
import { FleetEntryService } from './imports/fleet-entry.service.js';
import { FleetImportAccess } from './imports/fleet-import.access.js';
import { FleetImportsController } from './imports/fleet-imports.controller.js';
import { FleetImportsQueries } from './imports/fleet-imports.queries.js';
import { FleetKeptOut } from './imports/fleet-kept-out.js';
import { FleetImportsService } from './imports/fleet-imports.service.js';
import { EquipmentMoveSets } from './equipment-move-sets.js';
import { DisposalPhotos } from './ends/disposal-photos.js';
import { CampaignPhotos } from './campaigns/campaign-photos.js';
import { KeptPhotos } from '../platform/files/kept-photos.js';
import { DeviceEndsController } from './ends/device-ends.controller.js';
import { DeviceEndsQueries } from './ends/device-ends.queries.js';
import { DisposalsController } from './ends/disposals.controller.js';
import { DisposalsQueries } from './ends/disposals.queries.js';
import { EndDocuments } from './ends/end.documents.js';
import { EndingsService } from './ends/endings.service.js';
import { EquipmentModelsService } from './ends/equipment-models.service.js';
import { FleetSettingsController } from './ends/fleet-settings.controller.js';
import { FleetSettingsService } from './ends/fleet-settings.service.js';
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
import { LabelledDevices } from './labels/labelled-devices.js';
import { LabelsService } from './labels/labels.service.js';
import { GapsQueries } from './needs/gaps.queries.js';
import { IdleDevices } from './needs/idle-devices.js';
import { KitController } from './needs/kit.controller.js';
import { KitService } from './needs/kit.service.js';
import { NeedAccess } from './needs/need.access.js';
import { NeedMoves } from './needs/need-moves.js';
import { NeedMovesController, NeedsController } from './needs/needs.controller.js';
import { NeedsQueries } from './needs/needs.queries.js';
import { NeedsService } from './needs/needs.service.js';
import { RedeploymentAccess } from './needs/redeployment.access.js';
import { RedeploymentsController } from './needs/redeployments.controller.js';
import { RedeploymentsQueries } from './needs/redeployments.queries.js';
import { RedeploymentsService } from './needs/redeployments.service.js';
import { LendingService } from './lending.service.js';
import { ReceiptService } from './receipt.service.js';
import { RoundDevices } from './round-devices.js';
import { RepairsService } from './repairs.service.js';
import { SchoolEquipmentQueries } from './school-equipment.queries.js';
import { SchoolYearController } from './school-year/school-year.controller.js';
import { SchoolYearQueries } from './school-year/school-year.queries.js';
import { SummerStaysService } from './school-year/summer-stays.service.js';
import { SoftwareInstallingService } from './software/installing.service.js';
import { LicenceTermsService } from './software/licence-terms.service.js';
import { SoftwareLicencesQueries } from './software/licences.queries.js';
import { SoftwareLicencesService } from './software/licences.service.js';
import { OrderSoftwareService } from './software/order-software.service.js';
import { ShownSoftwareQueries } from './software/shown-software.queries.js';
import { SoftwareInstallationsController, SoftwareLicencesController } from './software/software-places.controller.js';
import { SoftwareAccess } from './software/software.access.js';
import { SoftwareRegister } from './software/software-register.js';
import { SoftwareController } from './software/software.controller.js';
import { SoftwareTitlesQueries } from './software/titles.queries.js';
import { SoftwareTitlesService } from './software/titles.service.js';
import { StockPlacesController } from './stock-places.controller.js';
import { StockPlacesService } from './stock-places.service.js';
import { TakingBack } from './taking-back.js';
import { TaughtDevices } from './taught-devices.js';
import { UpkeepDevices } from './upkeep-devices.js';

@Module({
  imports: [TypeOrmModule.forFeature([Equipment]), AgreementsModule],
  controllers: [
    SchoolYearController,
    EquipmentBulkController,
    EquipmentController,
    EquipmentMovesController,
    LabelsController,
    StockPlacesController,
    DeliveriesController,
    DeliveryListsController,
    FleetImportsController,
    KitController,
    NeedsController,
    NeedMovesController,
    RedeploymentsController,
    DotationsController,
    DotationMovesController,
    DotationPartsController,
    DotationPartMovesController,
    CampaignsController,
    CampaignPartsController,
    CampaignDifferencesController,
    DeviceEndsController,
    DisposalsController,
    FleetSettingsController,
    FleetValueController,
    SoftwareController,
    SoftwareLicencesController,
    SoftwareInstallationsController,
  ],
  providers: [
    CampaignAccess,
    CampaignPartMoves,
    CampaignPartPages,
    CampaignResolutionsService,
    CampaignSightingsService,
    CampaignsQueries,
    CampaignsService,
    DeliveriesQueries,
    DeliveriesService,
    DeliveryAccess,
    DeliveryEntryService,
    DeliveryListsService,
    DeliveryReceiving,
    EquipmentMoveSets,
    FleetBringing,
    FleetEntryService,
    FleetImportAccess,
    FleetImportsQueries,
    FleetKeptOut,
    KeptPhotos,
    DisposalPhotos,
    CampaignPhotos,
    FleetImportsService,
    DeviceEndsQueries,
    DisposalsQueries,
    EndDocuments,
    EndingsService,
    EquipmentModelsService,
    FleetSettingsService,
    FleetValueQueries,
    ReuseSharesQueries,
    EquipmentAccess,
    EquipmentBulkService,
    EquipmentContext,
    EquipmentExport,
    EquipmentMoves,
    EquipmentPageQueries,
    EquipmentQueries,
    EquipmentSteps,
    EquipmentWordsService,
    GapsQueries,
    IdleDevices,
    KitService,
    NeedAccess,
    NeedMoves,
    NeedsQueries,
    NeedsService,
    RedeploymentAccess,
    RedeploymentsQueries,
    RedeploymentsService,
    DotationAccess,
    DotationMoves,
    DotationNights,
    DotationPartMoves,
    DotationPartSteps,
    DotationPartsQueries,
    DotationPost,
    DotationsQueries,
    DotationsService,
    SharingService,
    InstallableQueries,
    InstallationService,
    LabelsQueries,
    LabelsService,
    LendingService,
    ReceiptService,
    LabelledDevices,
    RepairsService,
    RoundDevices,
    SchoolEquipmentQueries,
    SchoolYearQueries,
    SummerStaysService,
    StockPlacesService,
    TakingBack,
    TaughtDevices,
    UpkeepDevices,
    LicenceTermsService,
    OrderSoftwareService,
    ShownSoftwareQueries,
    SoftwareRegister,
    SoftwareInstallingService,
    SoftwareLicencesQueries,
    SoftwareLicencesService,
    SoftwareAccess,
    SoftwareTitlesQueries,
    SoftwareTitlesService,
  ],
  exports: [
    ReuseSharesQueries,
    DotationNights,
    EquipmentWordsService,
    InstallableQueries,
    InstallationService,
    LendingService,
    LicenceTermsService,
    OrderSoftwareService,
    LabelledDevices,
    RepairsService,
    RoundDevices,
    TaughtDevices,
    UpkeepDevices,
  ],
})
export class InventoryModule {}
