import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { ConventionPageQueries } from './convention-page.queries.js';
import { CandidateSites, CandidateSitesQuery, ConventionPage, ConventionParties } from './convention-page.answers.js';
import {
  BlockedSchoolList,
  BlockedSchoolsQuery,
  ConventionCounts,
  ConventionList,
  ConventionListQuery,
} from './conventions.answers.js';
import { ConventionsQueries } from './conventions.queries.js';

/** Reading conventions, and who waits for one. Writing them: `convention-steps.controller.ts`. */
@ApiTags('conventions')
@Controller('conventions')
export class ConventionsController {
  constructor(
    private readonly queries: ConventionsQueries,
    private readonly pages: ConventionPageQueries,
  ) {}

  @Get()
  @Permit('conventions.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: ConventionList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ConventionListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('counts')
  @Permit('conventions.read')
  @ApiOkResponse({ type: ConventionCounts })
  counts(@CurrentActor() actor: Actor): Promise<ConventionCounts> {
    return this.queries.counts(actor);
  }

  @Get('blocked-schools')
  @Permit('conventions.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: BlockedSchoolList })
  async blockedSchools(
    @CurrentActor() actor: Actor,
    @Query() query: BlockedSchoolsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.blockedSchools(actor, query));
  }

  @Get('parties')
  @Permit('conventions.write')
  @ApiOkResponse({ type: ConventionParties })
  async parties(): Promise<ConventionParties> {
    return { items: await this.pages.parties() };
  }

  @Get('candidate-sites')
  @Permit('conventions.write')
  @ApiOkResponse({ type: CandidateSites })
  async candidateSites(@Query() query: CandidateSitesQuery): Promise<CandidateSites> {
    return { items: await this.pages.candidateSites(query) };
  }

  @Get(':id')
  @Permit('conventions.read')
  @ApiOkResponse({ type: ConventionPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ConventionPage> {
    return this.pages.page(actor, id);
  }
}
