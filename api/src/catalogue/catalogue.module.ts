import { Module } from '@nestjs/common';
import { ContractCountingService } from './contract-counting.service.js';
import { OrderableService } from './orderable.service.js';

@Module({ providers: [ContractCountingService, OrderableService], exports: [ContractCountingService, OrderableService] })
export class CatalogueModule {}
