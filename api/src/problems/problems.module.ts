import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { JoiningService } from './joining.service.js';
import { KnownQueries } from './known.queries.js';
import { OpeningService } from './opening.service.js';
import { ProblemAccess } from './problem.access.js';
import { Problem } from './problem.entity.js';
import { ProblemMovesController } from './problem-moves.controller.js';
import { ProblemMoves } from './problem-moves.js';
import { ProblemSteps } from './problem.steps.js';
import { ProblemsController } from './problems.controller.js';
import { ProblemsQueries } from './problems.queries.js';
import { ResolvingService } from './resolving.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Problem]), MaintenanceModule],
  controllers: [ProblemsController, ProblemMovesController],
  providers: [
    JoiningService,
    KnownQueries,
    OpeningService,
    ProblemAccess,
    ProblemMoves,
    ProblemSteps,
    ProblemsQueries,
    ResolvingService,
  ],
})
export class ProblemsModule {}
