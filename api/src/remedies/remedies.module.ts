import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { FoundQueries } from './found.queries.js';
import { RemediesController, RemedyMovesController } from './remedies.controller.js';
import { RemediesQueries } from './remedies.queries.js';
import { RemedyAccess } from './remedy.access.js';
import { Remedy } from './remedy.entity.js';
import { RemedyMoves } from './remedy-moves.js';
import { WritingService } from './writing.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Remedy]), MaintenanceModule],
  controllers: [RemediesController, RemedyMovesController],
  providers: [FoundQueries, RemediesQueries, RemedyAccess, RemedyMoves, WritingService],
})
export class RemediesModule {}
