import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { streamInTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { SoftwareLicencesService } from './licences.service.js';
import { DeviceSoftware, SchoolSoftware, SoftwareCounts } from './shown-software.answers.js';
import { ShownSoftwareQueries } from './shown-software.queries.js';
import { SoftwareList, SoftwareListQuery, SoftwarePage } from './software.answers.js';
import {
  NewSoftwareLicenceRequest,
  SoftwareChanged,
  SoftwareClearanceRequest,
  SoftwareTitleRequest,
} from './software.dto.js';
import { SoftwareTitlesQueries } from './titles.queries.js';
import { SoftwareTitlesService } from './titles.service.js';

/** The register of software: titles, and what a school or a device has. */
@ApiTags('software')
@Controller('software')
export class SoftwareController {
  constructor(
    private readonly queries: SoftwareTitlesQueries,
    private readonly shown: ShownSoftwareQueries,
    private readonly titles: SoftwareTitlesService,
    private readonly licences: SoftwareLicencesService,
  ) {}

  @Get()
  @Permit('software.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: SoftwareList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: SoftwareListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('export.csv')
  @Permit('software.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: SoftwareListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="logiciels.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.queries.csv(query)));
  }

  @Get('counts')
  @Permit('software.counts')
  @ApiOkResponse({ type: SoftwareCounts })
  counts(): Promise<SoftwareCounts> {
    return this.queries.counts();
  }

  @Get('of-school/:id')
  @Permit('software.of-school')
  @ApiOkResponse({ type: SchoolSoftware })
  ofSchool(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SchoolSoftware> {
    return this.shown.ofSchool(actor, id);
  }

  @Get('of-device/:id')
  @Permit('software.of-school')
  @ApiOkResponse({ type: DeviceSoftware })
  ofDevice(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DeviceSoftware> {
    return this.shown.ofDevice(actor, id);
  }

  @Get(':id')
  @Permit('software.read')
  @ApiOkResponse({ type: SoftwarePage })
  page(@Param() { id }: IdParam): Promise<SoftwarePage> {
    return this.queries.page(id);
  }

  @Post()
  @Permit('software.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: SoftwareChanged })
  add(@Body() body: SoftwareTitleRequest, @WriteRequest() write: Write): Promise<SoftwareChanged> {
    return this.titles.add(body, write);
  }

  @Put(':id')
  @Permit('software.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: SoftwareChanged })
  write(
    @Param() { id }: IdParam,
    @Body() body: SoftwareTitleRequest,
    @WriteRequest() write: Write,
  ): Promise<SoftwareChanged> {
    return this.titles.write(id, body, write);
  }

  @Post(':id/clearance')
  @Permit('software.write')
  @HttpCode(200)
  @Writes({ versioned: true })
  @ApiOkResponse({ type: SoftwareChanged })
  clear(
    @Param() { id }: IdParam,
    @Body() body: SoftwareClearanceRequest,
    @WriteRequest() write: Write,
  ): Promise<SoftwareChanged> {
    return this.titles.clear(id, body, write);
  }

  @Post(':id/licences')
  @Permit('software.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: SoftwareChanged })
  buy(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: NewSoftwareLicenceRequest,
    @WriteRequest() write: Write,
  ): Promise<SoftwareChanged> {
    return this.licences.add(actor, id, body, write);
  }
}
