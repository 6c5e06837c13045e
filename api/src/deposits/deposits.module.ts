import { Module } from '@nestjs/common';
import { DepositFilesService } from './deposit-files.service.js';
import { DepositsController } from './deposits.controller.js';
import { DepositsQueries } from './deposits.queries.js';
import { DepositsService } from './deposits.service.js';

@Module({
  controllers: [DepositsController],
  providers: [DepositFilesService, DepositsQueries, DepositsService],
})
export class DepositsModule {}
