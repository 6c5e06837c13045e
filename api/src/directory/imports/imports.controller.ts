import type { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import type { Write } from '../../platform/database/transactions.js';
import { oneFile } from '../../platform/http/one-file.js';
import { PageQuery } from '../../platform/http/page.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { Refused } from '../../platform/http/refused.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { LIMITS } from '../../platform/limits.js';
import { inTurn, streamInTurn } from '../../platform/bounds/dear-work.js';
import { ImportAnswer, ImportList, ImportListQuery, UploadQuery } from './import.answers.js';
import {
  ImportChangeList,
  ImportChangeQuery,
  ImportMissingList,
  ImportRefusalList,
  ImportRefusalQuery,
} from './import-details.answers.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsService, type UploadedPart } from './imports.service.js';

/** Files of the national directory and its yearly companions: uploaded, looked at, applied. */
@ApiTags('directory')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportsService,
    private readonly queries: ImportsQueries,
  ) {}

  @Post()
  @Permit('directory.import')
  @Writes({ versioned: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({
    type: ImportAnswer,
    description: 'Read in the background: ask again until its state is no longer `reading`',
  })
  async upload(
    @CurrentActor() actor: Actor,
    @Query() { kind }: UploadQuery,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<ImportAnswer> {
    return this.imports.upload(actor, kind, () => uploadedPart(request), write);
  }

  @Get()
  @Permit('directory.import')
  @JudgedInStatement()
  @ApiOkResponse({ type: ImportList })
  async list(@CurrentActor() actor: Actor, @Query() query: ImportListQuery, @Res() reply: FastifyReply): Promise<void> {
    await json(reply, this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('directory.import')
  @ApiOkResponse({ type: ImportAnswer })
  one(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ImportAnswer> {
    return this.queries.one(this.dataSource.manager, actor, id);
  }

  @Get(':id/changes')
  @Permit('directory.import')
  @JudgedInStatement()
  @ApiOkResponse({ type: ImportChangeList })
  async changes(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: ImportChangeQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await json(reply, this.queries.changes(actor, id, query));
  }

  @Get(':id/refusals')
  @Permit('directory.import')
  @JudgedInStatement()
  @ApiOkResponse({ type: ImportRefusalList })
  async refusals(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: ImportRefusalQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await json(reply, this.queries.refusals(actor, id, query));
  }

  @Get(':id/missing')
  @Permit('directory.import')
  @JudgedInStatement()
  @ApiOkResponse({ type: ImportMissingList })
  async missing(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() query: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await json(reply, this.queries.missing(actor, id, query));
  }

  @Get(':id/changes.csv')
  @Permit('directory.import')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async changesCsv(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    const file = await streamInTurn('export', actor.accountId, () => this.queries.changesCsv(actor, id));
    await csv(reply, 'apercu-import.csv', file);
  }

  @Get(':id/refusals.csv')
  @Permit('directory.import')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async refusalsCsv(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    const file = await streamInTurn('export', actor.accountId, () => this.queries.refusalsCsv(actor, id));
    await csv(reply, 'lignes-refusees.csv', file);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @Permit('directory.import')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: ImportAnswer })
  apply(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<ImportAnswer> {
    return inTurn('importApply', actor.accountId, () => this.imports.apply(actor, id, write));
  }
}

async function json(reply: FastifyReply, text: Promise<string>): Promise<void> {
  await reply.type('application/json').send(await text);
}

async function csv(reply: FastifyReply, name: string, file: Readable): Promise<void> {
  await reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(file);
}

/** The one file of a multipart request, as a stream. @throws Refused request.media-type, import.unreadable */
async function uploadedPart(request: FastifyRequest): Promise<UploadedPart> {
  const part = await oneFile(request, { limits: { fileSize: LIMITS.importBytes, files: 1, fields: 4 } });
  if (!part) throw new Refused('import.unreadable');
  return part;
}
