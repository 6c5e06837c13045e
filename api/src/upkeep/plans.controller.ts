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
import { PlanList, PlanListQuery, PlanPage } from './plan.answers.js';
import { PlanChange, PlanChanged, PlanRequest } from './plan.dto.js';
import { PlansQueries } from './plans.queries.js';
import { PlansService } from './plans.service.js';

/** Plans of upkeep, campaigns among them: what is checked, where, when, and how far that is. */
@ApiTags('upkeep')
@Controller('upkeep-plans')
export class UpkeepPlansController {
  constructor(
    private readonly queries: PlansQueries,
    private readonly plans: PlansService,
  ) {}

  @Get()
  @Permit('upkeep-plans.counts')
  @JudgedInStatement()
  @ApiOkResponse({ type: PlanList })
  async list(@CurrentActor() actor: Actor, @Query() query: PlanListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('upkeep-plans.read')
  @ApiOkResponse({ type: PlanPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<PlanPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('upkeep-plans.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: PlanChanged })
  make(@CurrentActor() actor: Actor, @Body() body: PlanRequest, @WriteRequest() write: Write): Promise<PlanChanged> {
    return this.plans.make(actor, body, write);
  }

  @Put(':id')
  @HttpCode(200)
  @Permit('upkeep-plans.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: PlanChanged })
  change(@Param() { id }: IdParam, @Body() body: PlanChange, @WriteRequest() write: Write): Promise<PlanChanged> {
    return this.plans.change(id, body, write);
  }
}
