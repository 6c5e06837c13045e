import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../directory/directory.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { AttendanceService } from './attendance.service.js';
import { TrainingClashesQueries } from './clashes.queries.js';
import { ModulesQueries } from './modules.queries.js';
import { ModulesService } from './modules.service.js';
import { TrainingPeopleQueries } from './people.queries.js';
import { ProposingService } from './proposing.service.js';
import { TrainingAccess } from './training.access.js';
import { TrainingDates } from './training-dates.js';
import { TrainingPeopleController } from './training-people.controller.js';
import { TrainingInvitations } from './training-invitations.js';
import { TrainingMovesController } from './training-moves.controller.js';
import { TrainingMoves } from './training-moves.js';
import { TrainingNotices } from './training-notices.service.js';
import { TrainingPassing } from './training-passing.js';
import { TrainingTerms } from './training-terms.service.js';
import { TrainingPlaces } from './training-places.js';
import { TrainingSession } from './training-session.entity.js';
import { TrainingSteps } from './training.steps.js';
import { TrainingModulesController, TrainingsController } from './trainings.controller.js';
import { TrainingsQueries } from './trainings.queries.js';

@Module({
  imports: [TypeOrmModule.forFeature([TrainingSession]), DirectoryModule, InventoryModule],
  controllers: [TrainingModulesController, TrainingsController, TrainingMovesController, TrainingPeopleController],
  providers: [
    AttendanceService,
    ModulesQueries,
    ModulesService,
    ProposingService,
    TrainingAccess,
    TrainingClashesQueries,
    TrainingDates,
    TrainingInvitations,
    TrainingMoves,
    TrainingNotices,
    TrainingPassing,
    TrainingPeopleQueries,
    TrainingPlaces,
    TrainingTerms,
    TrainingSteps,
    TrainingsQueries,
  ],
  exports: [TrainingTerms],
})
export class TrainingModule {}
