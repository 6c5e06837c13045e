import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { CheckList, CheckListQuery, CheckPage } from './check.answers.js';
import { CheckPageQueries } from './check-page.queries.js';
import { ChecksQueries } from './checks.queries.js';

/** Checks: the list and the page; plans make them. */
@ApiTags('upkeep')
@Controller('upkeep-checks')
export class UpkeepChecksController {
  constructor(
    private readonly queries: ChecksQueries,
    private readonly pages: CheckPageQueries,
  ) {}

  @Get()
  @Permit('upkeep-checks.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: CheckList })
  async list(@CurrentActor() actor: Actor, @Query() query: CheckListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('upkeep-checks.page')
  @ApiOkResponse({ type: CheckPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CheckPage> {
    return this.pages.page(actor, id);
  }
}
