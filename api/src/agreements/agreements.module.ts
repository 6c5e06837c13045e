import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConclusionService } from './conclusion.service.js';
import { ConventionAccess } from './convention.access.js';
import { ConventionContext } from './convention.context.js';
import { Convention } from './convention.entity.js';
import { ConventionPageQueries } from './convention-page.queries.js';
import { ConventionStepsController } from './convention-steps.controller.js';
import { ConventionMovesController } from './convention-moves.controller.js';
import { ConventionMoves } from './convention-moves.js';
import { ConventionNoticesService } from './convention-notices.service.js';
import { ConventionSteps } from './convention.steps.js';
import { ConventionTermService } from './convention-term.service.js';
import { ConventionsController } from './conventions.controller.js';
import { ConventionsQueries } from './conventions.queries.js';
import { DraftingService } from './drafting.service.js';
import { GateService } from './gate.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Convention])],
  controllers: [ConventionsController, ConventionStepsController, ConventionMovesController],
  providers: [
    ConclusionService,
    ConventionAccess,
    ConventionContext,
    ConventionPageQueries,
    ConventionMoves,
    ConventionNoticesService,
    ConventionSteps,
    ConventionTermService,
    ConventionsQueries,
    DraftingService,
    GateService,
  ],
  exports: [ConventionNoticesService, ConventionTermService, GateService],
})
export class AgreementsModule {}
