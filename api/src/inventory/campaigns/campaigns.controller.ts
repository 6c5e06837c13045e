import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { renderPdf } from '../../platform/files/pdf.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import {
  CampaignChanged,
  CampaignCreated,
  CampaignDifferences,
  CampaignMinutes,
  CampaignPage,
  Campaigns,
  CampaignSchools,
  DifferenceResolved,
  RemindedSchools,
} from './campaign.answers.js';
import {
  CampaignListQuery,
  CampaignRequest,
  CampaignSchoolsQuery,
  DifferenceListQuery,
  ResolutionRequest,
} from './campaign.dto.js';
import { campaignMinutes } from './campaign-minutes.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { CampaignsService } from './campaigns.service.js';
import { CampaignResolutionsService } from './resolutions.service.js';

/** Campaigns of inventory as the manager leads them. */
@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(
    private readonly queries: CampaignsQueries,
    private readonly campaigns: CampaignsService,
  ) {}

  @Get()
  @Permit('campaigns.list')
  @JudgedInStatement()
  @ApiOkResponse({ type: Campaigns })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: CampaignListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('schools')
  @Permit('campaigns.write')
  @ApiOkResponse({ type: CampaignSchools })
  schools(@Query() query: CampaignSchoolsQuery): Promise<CampaignSchools> {
    return this.queries.schools(query);
  }

  @Get(':id')
  @Permit('campaigns.list')
  @ApiOkResponse({ type: CampaignPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CampaignPage> {
    return this.queries.page(actor, id);
  }

  @Get(':id/differences')
  @Permit('campaigns.list')
  @JudgedInStatement()
  @ApiOkResponse({ type: CampaignDifferences })
  async differences(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: DifferenceListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.differences(actor, id, query));
  }

  @Get(':id/minutes')
  @Permit('campaigns.list')
  @ApiOkResponse({ type: CampaignMinutes })
  minutes(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CampaignMinutes> {
    return this.queries.minutes(actor, id);
  }

  @Get(':id/minutes.pdf')
  @Permit('campaigns.list')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async minutesDocument(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const minutes = await this.queries.minutes(actor, id);
    const pdf = await inTurn('document', actor.accountId, () => renderPdf(campaignMinutes(minutes)));
    await reply
      .type('application/pdf')
      .header('Content-Disposition', 'attachment; filename="proces-verbal-recolement.pdf"')
      .send(pdf);
  }

  @Post()
  @Permit('campaigns.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: CampaignCreated })
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CampaignRequest,
    @WriteRequest() write: Write,
  ): Promise<CampaignCreated> {
    return this.campaigns.create(actor, body, write);
  }

  @Post(':id/remind')
  @HttpCode(200)
  @Permit('campaigns.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: RemindedSchools })
  remind(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<RemindedSchools> {
    return this.campaigns.remind(actor, id, write);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Permit('campaigns.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: CampaignChanged })
  close(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<CampaignChanged> {
    return this.campaigns.close(actor, id, write);
  }
}

/** What was found different, resolved one by one. */
@ApiTags('campaigns')
@Controller('campaign-differences')
export class CampaignDifferencesController {
  constructor(private readonly resolutions: CampaignResolutionsService) {}

  @Post(':id/resolve')
  @HttpCode(200)
  @Permit('campaigns.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: DifferenceResolved })
  resolve(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ResolutionRequest,
    @WriteRequest() write: Write,
  ): Promise<DifferenceResolved> {
    return this.resolutions.resolve(actor, id, body, write);
  }
}
