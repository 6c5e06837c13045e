import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn, streamInTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { Flag } from '../../platform/http/fields.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { SoftwareInstallingService } from './installing.service.js';
import { SoftwareLicencesQueries } from './licences.queries.js';
import { SoftwareLicencesService } from './licences.service.js';
import {
  LicenceList,
  LicenceListQuery,
  SoftwareInstallationList,
  SoftwareInstallationQuery,
} from './software.answers.js';
import {
  ManySoftwareDevicesRequest,
  SoftwareChanged,
  SoftwareInstalled,
  SoftwareInstallRequest,
  SoftwareLicenceRequest,
  SoftwareOutcomes,
  SoftwareRemoved,
} from './software.dto.js';

class ManySoftwareDevicesQuery {
  @Flag({ optional: true, query: true, description: 'Says what would happen, and changes nothing' })
  preview?: boolean;
}

/** Licences, of every title. */
@ApiTags('software')
@Controller('software-licences')
export class SoftwareLicencesController {
  constructor(
    private readonly queries: SoftwareLicencesQueries,
    private readonly licences: SoftwareLicencesService,
  ) {}

  @Get()
  @Permit('software.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: LicenceList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: LicenceListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.licences(actor, query));
  }

  @Get('export.csv')
  @Permit('software.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: LicenceListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="licences.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.queries.licencesCsv(query)));
  }

  @Put(':id')
  @Permit('software.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: SoftwareChanged })
  write(
    @Param() { id }: IdParam,
    @Body() body: SoftwareLicenceRequest,
    @WriteRequest() write: Write,
  ): Promise<SoftwareChanged> {
    return this.licences.write(id, body, write);
  }
}

/** Where titles stand: what is put somewhere by hand, and taken away. */
@ApiTags('software')
@Controller('software-installations')
export class SoftwareInstallationsController {
  constructor(
    private readonly queries: SoftwareLicencesQueries,
    private readonly installing: SoftwareInstallingService,
  ) {}

  @Get()
  @Permit('software.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: SoftwareInstallationList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: SoftwareInstallationQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.installations(actor, query));
  }

  /** @param id of the title */
  @Post('of-title/:id')
  @Permit('software.install')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: SoftwareInstalled })
  install(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: SoftwareInstallRequest,
    @WriteRequest() write: Write,
  ): Promise<SoftwareInstalled> {
    return this.installing.install(actor, id, body, write);
  }

  @Post('of-title/:id/many')
  @Permit('software.install')
  @HttpCode(200)
  @Writes({ versioned: false })
  @ApiOkResponse({ type: SoftwareOutcomes })
  installMany(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { devices }: ManySoftwareDevicesRequest,
    @Query() { preview = false }: ManySoftwareDevicesQuery,
    @WriteRequest() write: Write,
  ): Promise<SoftwareOutcomes> {
    return inTurn('bulk', actor.accountId, () => this.installing.installMany(actor, id, { devices, preview }, write));
  }

  @Post('of-title/:id/many-removed')
  @Permit('software.install')
  @HttpCode(200)
  @Writes({ versioned: false })
  @ApiOkResponse({ type: SoftwareOutcomes })
  removeMany(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { devices }: ManySoftwareDevicesRequest,
    @Query() { preview = false }: ManySoftwareDevicesQuery,
    @WriteRequest() write: Write,
  ): Promise<SoftwareOutcomes> {
    return inTurn('bulk', actor.accountId, () => this.installing.removeMany(actor, id, { devices, preview }, write));
  }

  @Post(':id/remove')
  @Permit('software.install')
  @HttpCode(200)
  @Writes({ versioned: false })
  @ApiOkResponse({ type: SoftwareRemoved })
  remove(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<SoftwareRemoved> {
    return this.installing.remove(actor, id, write);
  }
}
