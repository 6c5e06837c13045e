import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn, streamInTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { oneFile } from '../../platform/http/one-file.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { Refused } from '../../platform/http/refused.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { LIMITS } from '../../platform/limits.js';
import { FleetEntryService } from './fleet-entry.service.js';
import { openFleetFile } from './fleet-file.js';
import { FleetImportsQueries } from './fleet-imports.queries.js';
import { FleetImportsService } from './fleet-imports.service.js';
import { FleetKeptOut } from './fleet-kept-out.js';
import { FleetEntry, FleetImportPage, FleetImports, FleetRemoved } from './fleet.answers.js';
import { FleetEntryQuery, FleetEntryRequest, FleetImportQuery, FleetListRequest } from './fleet.dto.js';

/** Lists of devices that exist already: sent, understood, looked at, brought in. */
@ApiTags('fleet imports')
@Controller('fleet-imports')
export class FleetImportsController {
  constructor(
    private readonly queries: FleetImportsQueries,
    private readonly imports: FleetImportsService,
    private readonly entries: FleetEntryService,
    private readonly keptOut: FleetKeptOut,
  ) {}

  @Get()
  @Permit('equipment.import')
  @JudgedInStatement()
  @ApiOkResponse({ type: FleetImports })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: FleetImportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('equipment.import')
  @ApiOkResponse({ type: FleetImportPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<FleetImportPage> {
    return this.queries.page(actor, id);
  }

  @Get(':id/refusals.csv')
  @Permit('equipment.import')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async refusals(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="lignes-refusees.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.keptOut.csv(actor, id)));
  }

  @Post()
  @Permit('equipment.import')
  @Writes({ versioned: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({
    type: FleetImportPage,
    description: 'Kept, without what it says of people; nothing comes in yet',
  })
  upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<FleetImportPage> {
    return inTurn('fleetList', actor.accountId, async () => {
      const part = await oneFile(request, { limits: { fileSize: LIMITS.fleetList.bytes, files: 1, fields: 4 } });
      if (!part) throw new Refused('import.unreadable');
      const file = await openFleetFile(part.file, part.filename);
      try {
        return await this.imports.add(actor, file, write);
      } finally {
        await file.remove();
      }
    });
  }

  @Put(':id')
  @Permit('equipment.import')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: FleetImportPage })
  write(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: FleetListRequest,
    @WriteRequest() write: Write,
  ): Promise<FleetImportPage> {
    return this.imports.write(actor, id, body, write);
  }

  @Delete(':id')
  @HttpCode(200)
  @Permit('equipment.import')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: FleetRemoved })
  remove(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<FleetRemoved> {
    return this.imports.remove(actor, id, write);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Permit('equipment.import')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: FleetEntry })
  apply(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { preview }: FleetEntryQuery,
    @Body() body: FleetEntryRequest,
    @WriteRequest() write: Write,
  ): Promise<FleetEntry> {
    return inTurn('fleetEntry', actor.accountId, () =>
      preview ? this.entries.preview(actor, id, write) : this.entries.apply(actor, id, body, write),
    );
  }
}
