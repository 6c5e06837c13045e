import type { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor, type SignedRequest } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { oneFile } from '../../platform/http/one-file.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { Refused } from '../../platform/http/refused.js';
import { STREAMED, Streams } from '../../platform/http/streamed-body.js';
import { ByToken, type TokenRequest } from '../../platform/http/token-readers.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { LIMITS } from '../../platform/limits.js';
import { UsageBatchAnswer, UsageBatchList, UsageBatchListQuery, UsageDeliveryQuery } from './usage-batches.answers.js';
import { UsageBatchesQueries } from './usage-batches.queries.js';
import { type Bringer, UsageBatchesService } from './usage-batches.service.js';
import type { UsageForm } from './usage-file.js';

/** Files of use: from device management by its token, or dropped by the plan manager. */
@ApiTags('usage')
@Controller('usage/batches')
export class UsageBatchesController {
  constructor(
    private readonly batches: UsageBatchesService,
    private readonly queries: UsageBatchesQueries,
  ) {}

  @Post()
  @Permit('usage.deliver')
  @ByToken('usage')
  @Streams()
  @ApiBearerAuth('usage-token')
  @ApiOperation({
    summary: 'A file of weekly use: in a form, or as the body itself (text/csv with semicolons, application/x-ndjson)',
    description: 'The same bytes answer as the first time; it needs no repetition key.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: UsageBatchAnswer })
  deliver(
    @Query() { source, version, whole = false }: UsageDeliveryQuery,
    @Req() request: SignedRequest & TokenRequest,
  ): Promise<UsageBatchAnswer> {
    const { by, write } = bringerOf(request, source);
    return this.batches.deliver(by, { source, version, whole }, () => fileOf(request), write);
  }

  @Get()
  @Permit('usage.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: UsageBatchList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: UsageBatchListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('usage.read')
  @ApiOkResponse({ type: UsageBatchAnswer })
  one(@Param() { id }: IdParam): Promise<UsageBatchAnswer> {
    return this.queries.one(id);
  }

  @Get(':id/refused.csv')
  @Permit('usage.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async refusedCsv(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    const text = await inTurn('export', actor.accountId, () => this.queries.refusedCsv(id));
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="lignes-refusees.csv"')
      .send(text);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Permit('usage.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: UsageBatchAnswer })
  accept(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<UsageBatchAnswer> {
    return this.batches.decide(actor.accountId, id, true, write);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Permit('usage.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: UsageBatchAnswer })
  decline(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<UsageBatchAnswer> {
    return this.batches.decide(actor.accountId, id, false, write);
  }
}

/** A person as their session names them, or a tool: its token writes for one source alone. @throws Refused usage.token-elsewhere */
function bringerOf({ actor, token }: SignedRequest & TokenRequest, source: string): { by: Bringer; write: Write } {
  const nothingSeen = { expectedVersion: null, repeat: null };
  if (actor) {
    const { accountId, sessionId, sessionVersion } = actor;
    const session = { id: sessionId, version: sessionVersion };
    return { by: { accountId }, write: { writer: { accountId }, session, ...nothingSeen } };
  }
  const { id, scope } = token!;
  if (scope !== source) throw new Refused('usage.token-elsewhere');
  return { by: { tokenId: id, source: scope }, write: { writer: { system: `usage-token ${id}` }, ...nothingSeen } };
}

const FORMS: Readonly<Record<string, UsageForm>> = { 'text/csv': 'csv', 'application/x-ndjson': 'ndjson' };

/** The file as it comes, whatever carries it. @throws Refused request.media-type, usage.file-refused */
async function fileOf(request: SignedRequest): Promise<{ stream: Readable; form: UsageForm }> {
  const type = String(request.headers['content-type'] ?? '')
    .split(';', 1)[0]!
    .trim()
    .toLowerCase();
  if (STREAMED.includes(type)) return { stream: request.raw, form: FORMS[type]! };
  const part = await oneFile(request, { limits: { fileSize: LIMITS.usage.bytes, files: 1, fields: 0 } });
  if (!part) throw new Refused('request.invalid');
  return { stream: part.file, form: /\.(ndjson|jsonl)$/i.test(part.filename) ? 'ndjson' : 'csv' };
}
