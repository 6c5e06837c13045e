import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { civilYearOf } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Clock } from '../platform/clock.js';
import { Permit } from '../platform/http/permit.js';
import { OverviewQueries } from './overview.queries.js';
import { SteeringOverview, YearQuery } from './steering.answers.js';

@ApiTags('steering')
@Controller('steering')
export class SteeringController {
  constructor(
    private readonly overviews: OverviewQueries,
    private readonly clock: Clock,
  ) {}

  @Get('overview')
  @Permit('steering.read')
  @ApiOkResponse({ type: SteeringOverview })
  overview(@CurrentActor() actor: Actor, @Query() { year }: YearQuery): Promise<SteeringOverview> {
    return this.overviews.read(actor, year ?? civilYearOf(this.clock.today()));
  }
}
