import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { CoherenceCounts, CoherenceList, CoherenceListQuery, SchoolCoherence } from './coherence.answers.js';
import { CoherenceQueries } from './coherence.queries.js';
import {
  AskedHandovers,
  CoherenceTeam,
  HandoverAskedAnswer,
  HandoverAskRequest,
  HandoverRequest,
  ReleasedAnswer,
  WaiverRequest,
} from './handover.dto.js';
import { HandoversService } from './handovers.service.js';
import { TrainingNeeds } from './needs.answers.js';
import { NeedsQueries } from './needs.queries.js';
import { SchoolCoherenceQueries } from './school-coherence.queries.js';

/** What waits for a training, over the schools that somebody reaches. */
@ApiTags('training')
@Controller('coherence')
export class CoherenceController {
  constructor(
    private readonly queries: CoherenceQueries,
    private readonly needs: NeedsQueries,
    private readonly handovers: HandoversService,
  ) {}

  @Get()
  @Permit('coherence.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: CoherenceList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: CoherenceListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('counts')
  @Permit('coherence.counts')
  @ApiOkResponse({ type: CoherenceCounts })
  counts(@CurrentActor() actor: Actor): Promise<CoherenceCounts> {
    return this.queries.counts(actor);
  }

  @Get('needs')
  @Permit('training-sessions.propose')
  @ApiOkResponse({ type: TrainingNeeds })
  needed(@CurrentActor() actor: Actor): Promise<TrainingNeeds> {
    return this.needs.read(actor);
  }

  @Get('handovers-asked')
  @Permit('handovers.record')
  @ApiOkResponse({ type: AskedHandovers })
  asked(): Promise<AskedHandovers> {
    return this.handovers.asked();
  }
}

/** What waits in one school, and what opens it. */
@ApiTags('training')
@Controller('schools')
export class SchoolCoherenceController {
  constructor(
    private readonly queries: SchoolCoherenceQueries,
    private readonly handovers: HandoversService,
  ) {}

  @Get(':id/coherence')
  @Permit('coherence.read')
  @ApiOkResponse({ type: SchoolCoherence })
  ofSchool(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SchoolCoherence> {
    return this.queries.ofSchool(actor, id);
  }

  @Get(':id/coherence/team')
  @Permit('coherence.team')
  @ApiOkResponse({ type: CoherenceTeam })
  team(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CoherenceTeam> {
    return this.handovers.team(actor, id);
  }

  @Post(':id/coherence/handovers')
  @HttpCode(200)
  @Permit('handovers.record')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: ReleasedAnswer })
  record(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: HandoverRequest,
    @WriteRequest() write: Write,
  ): Promise<ReleasedAnswer> {
    return this.handovers.record(actor, id, body, write);
  }

  @Post(':id/coherence/handovers-asked')
  @Permit('handovers.ask')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: HandoverAskedAnswer })
  ask(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: HandoverAskRequest,
    @WriteRequest() write: Write,
  ): Promise<HandoverAskedAnswer> {
    return this.handovers.ask(actor, id, body, write);
  }

  @Post(':id/coherence/waivers')
  @HttpCode(200)
  @Permit('equipment.waive-training')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: ReleasedAnswer })
  waive(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: WaiverRequest,
    @WriteRequest() write: Write,
  ): Promise<ReleasedAnswer> {
    return this.handovers.waive(actor, id, body, write);
  }
}
