import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { inTurn } from '../platform/bounds/dear-work.js';
import { AllocationAnswer, AllocationDefaults, AllocationRuns } from './allocation.answers.js';
import { AllocationDefaultsQuery, AllocationListQuery, AllocationQuery, AllocationRequest } from './allocation.dto.js';
import { AllocationQueries } from './allocation.queries.js';
import { AllocationService } from './allocation.service.js';

/** The yearly allocation: looked at for every school, then applied in one step. */
@ApiTags('budgets')
@Controller('budgets/allocations')
export class AllocationsController {
  constructor(
    private readonly allocations: AllocationService,
    private readonly queries: AllocationQueries,
  ) {}

  @Get()
  @Permit('budgets.allocate')
  @ApiOkResponse({ type: AllocationRuns })
  runs(@Query() { year }: AllocationListQuery): Promise<AllocationRuns> {
    return this.queries.runs(year);
  }

  @Get('defaults')
  @Permit('budgets.allocate')
  @ApiOkResponse({ type: AllocationDefaults })
  defaults(@Query() { year, kind }: AllocationDefaultsQuery): Promise<AllocationDefaults> {
    return this.queries.defaults(year, kind);
  }

  @Post()
  @HttpCode(200)
  @Permit('budgets.allocate')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: AllocationAnswer })
  allocate(
    @CurrentActor() actor: Actor,
    @Body() body: AllocationRequest,
    @Query() { preview }: AllocationQuery,
    @WriteRequest() write: Write,
  ): Promise<AllocationAnswer> {
    return inTurn('allocation', actor.accountId, () =>
      preview ? this.allocations.preview(actor, body, write) : this.allocations.apply(actor, body, write),
    );
  }
}
