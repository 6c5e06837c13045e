import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { TrainingPeopleQueries } from './people.queries.js';
import { TrainingGrounds, TrainingPeople, TrainingPeopleQuery } from './training-choices.answers.js';

/** Whom the forms of a session propose: to enrol, and to train. */
@ApiTags('training')
@Controller()
export class TrainingPeopleController {
  constructor(private readonly people: TrainingPeopleQueries) {}

  @Get('training-sessions/:id/people')
  @Permit('training-sessions.people')
  @ApiOkResponse({ type: TrainingPeople })
  async enrollable(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { search = '' }: TrainingPeopleQuery,
  ): Promise<TrainingPeople> {
    return { items: await this.people.enrollable(actor, id, search) };
  }

  @Get('training-grounds')
  @Permit('training-sessions.propose')
  @ApiOkResponse({ type: TrainingGrounds })
  async grounds(@CurrentActor() actor: Actor): Promise<TrainingGrounds> {
    return { items: await this.people.grounds(actor) };
  }
}
