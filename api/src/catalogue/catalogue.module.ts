import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { ContractAccess } from './contract.access.js';
import { ContractCountingService } from './contract-counting.service.js';
import { Contract } from './contract.entity.js';
import { ContractHoldersController, ContractsController } from './contracts.controller.js';
import { ContractsQueries } from './contracts.queries.js';
import { ContractsService } from './contracts.service.js';
import { EstimateService } from './estimate.service.js';
import { ItemAccess } from './item.access.js';
import { CatalogueItem } from './item.entity.js';
import { ItemsController } from './items.controller.js';
import { ItemsQueries } from './items.queries.js';
import { ItemsService } from './items.service.js';
import { OrderableController } from './orderable.controller.js';
import { OrderableQueries } from './orderable.queries.js';
import { OrderableService } from './orderable.service.js';
import { Pilot } from './pilots/pilot.entity.js';
import { PilotNotices } from './pilots/pilot-notices.service.js';
import { PilotAccess } from './pilots/pilot.access.js';
import { PilotsController } from './pilots/pilots.controller.js';
import { PilotsQueries } from './pilots/pilots.queries.js';
import { PilotsService } from './pilots/pilots.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CatalogueItem, Contract, Pilot]), DirectoryModule],
  controllers: [OrderableController, ItemsController, ContractsController, ContractHoldersController, PilotsController],
  providers: [
    ContractAccess,
    ContractCountingService,
    ContractsQueries,
    ContractsService,
    EstimateService,
    ItemAccess,
    ItemsQueries,
    ItemsService,
    OrderableQueries,
    OrderableService,
    PilotAccess,
    PilotNotices,
    PilotsQueries,
    PilotsService,
  ],
  exports: [ContractCountingService, OrderableQueries, OrderableService],
})
export class CatalogueModule {}
