import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { AttendanceService } from './attendance.service.js';
import { CoherenceAccess } from './coherence.access.js';
import { CoherenceController, SchoolCoherenceController } from './coherence.controller.js';
import { CoherenceQueries } from './coherence.queries.js';
import { HandoverNotices } from './handover-notices.service.js';
import { HandoversService } from './handovers.service.js';
import { ModulesQueries } from './modules.queries.js';
import { ModulesService } from './modules.service.js';
import { ProposingService } from './proposing.service.js';
import { NeedsQueries } from './needs.queries.js';
import { SchoolCoherenceQueries } from './school-coherence.queries.js';
import { TrainingAccess } from './training.access.js';
import { TrainingDates } from './training-dates.js';
import { TrainingMovesController } from './training-moves.controller.js';
import { TrainingMoves } from './training-moves.js';
import { TrainingNotices } from './training-notices.service.js';
import { TrainingPlaces } from './training-places.js';
import { TrainingSession } from './training-session.entity.js';
import { TrainingSteps } from './training.steps.js';
import { TrainingModulesController, TrainingsController } from './trainings.controller.js';
import { TrainingsQueries } from './trainings.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([TrainingSession]), DirectoryModule, InventoryModule],
  controllers: [
    TrainingModulesController,
    TrainingsController,
    TrainingMovesController,
    CoherenceController,
    SchoolCoherenceController,
  ],
  providers: [
    AttendanceService,
    CoherenceAccess,
    CoherenceQueries,
    HandoverNotices,
    HandoversService,
    NeedsQueries,
    SchoolCoherenceQueries,
    ModulesQueries,
    ModulesService,
    ProposingService,
    TrainingAccess,
    TrainingDates,
    TrainingMoves,
    TrainingNotices,
    TrainingPlaces,
    TrainingSteps,
    TrainingsQueries,
  ],
})
export class TrainingModule {}
