import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { TrainingClashesQuery, TrainingClashList } from './clashes.answers.js';
import { TrainingClashesQueries } from './clashes.queries.js';
import { ModulesQueries } from './modules.queries.js';
import { ModulesService } from './modules.service.js';
import { ProposingService } from './proposing.service.js';
import { TrainingModuleList, TrainingModuleListQuery, TrainingModuleSheet } from './module.answers.js';
import { TrainingListQuery, TrainingSessionList, TrainingSheet } from './training.answers.js';
import { TrainingModels } from './training-choices.answers.js';
import {
  TrainingModuleActivity,
  TrainingModuleMade,
  TrainingModuleRequest,
  TrainingMovedAnswer,
  TrainingSessionRequest,
} from './training.dto.js';
import type { TrainingMoved } from './training.moving.js';
import { TrainingsQueries } from './trainings.queries.js';

/** What is taught. */
@ApiTags('training')
@Controller('training-modules')
export class TrainingModulesController {
  constructor(
    private readonly queries: ModulesQueries,
    private readonly modules: ModulesService,
  ) {}

  @Get()
  @Permit('training-modules.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: TrainingModuleList })
  async modulesList(
    @CurrentActor() actor: Actor,
    @Query() query: TrainingModuleListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('models')
  @Permit('training-modules.write')
  @ApiOkResponse({ type: TrainingModels })
  async models(): Promise<TrainingModels> {
    return { items: await this.queries.models() };
  }

  @Post()
  @Permit('training-modules.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: TrainingModuleMade })
  make(@Body() body: TrainingModuleRequest, @WriteRequest() write: Write): Promise<TrainingModuleMade> {
    return this.modules.make(body, write);
  }

  @Get(':id')
  @Permit('training-modules.read')
  @ApiOkResponse({ type: TrainingModuleSheet })
  modulePage(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<TrainingModuleSheet> {
    return this.queries.page(actor, id);
  }

  @Put(':id')
  @HttpCode(200)
  @Permit('training-modules.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: TrainingModuleMade, description: 'As it stands now: another one' })
  change(
    @Param() { id }: IdParam,
    @Body() body: TrainingModuleRequest,
    @WriteRequest() write: Write,
  ): Promise<TrainingModuleMade> {
    return this.modules.change(id, body, write);
  }

  @Post(':id/activity')
  @HttpCode(200)
  @Permit('training-modules.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: TrainingModuleMade })
  turn(
    @Param() { id }: IdParam,
    @Body() body: TrainingModuleActivity,
    @WriteRequest() write: Write,
  ): Promise<TrainingModuleMade> {
    return this.modules.turn(id, body, write);
  }
}

/** Sessions of what is taught: the list, the page, the proposal. */
@ApiTags('training')
@Controller('training-sessions')
export class TrainingsController {
  constructor(
    private readonly queries: TrainingsQueries,
    private readonly clashesQueries: TrainingClashesQueries,
    private readonly proposing: ProposingService,
  ) {}

  @Get()
  @Permit('training-sessions.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: TrainingSessionList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: TrainingListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('clashes')
  @Permit('training-sessions.propose')
  @ApiOkResponse({ type: TrainingClashList, description: 'What dates meet, before they are saved' })
  clashes(@CurrentActor() actor: Actor, @Query() query: TrainingClashesQuery): Promise<TrainingClashList> {
    return this.clashesQueries.clashes(actor, query);
  }

  @Get(':id')
  @Permit('training-sessions.read')
  @ApiOkResponse({ type: TrainingSheet })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<TrainingSheet> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('training-sessions.propose')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: TrainingMovedAnswer })
  propose(
    @CurrentActor() actor: Actor,
    @Body() body: TrainingSessionRequest,
    @WriteRequest() write: Write,
  ): Promise<TrainingMoved> {
    return this.proposing.propose(actor, body, write);
  }
}
