import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import {
  ComparisonParam,
  EditionComparison,
  EditionList,
  EditionMade,
  EditionSheet,
  EditionsQuery,
  FreezeRequest,
  PartQuery,
} from './editions.dto.js';
import { EditionsQueries, type FrozenBytes } from './editions.queries.js';
import { FreezingService } from './freezing.service.js';

/** The part that a report's page reads. */
const REPORT = 'rapport.json';

/** What the committee decided on, frozen before each meeting and opened again the same to the byte. */
@ApiTags('steering')
@Controller('editions')
export class EditionsController {
  constructor(
    private readonly editions: EditionsQueries,
    private readonly freezing: FreezingService,
  ) {}

  @Get()
  @Permit('editions.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: EditionList })
  async list(@CurrentActor() actor: Actor, @Query() query: EditionsQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.editions.list(actor, query));
  }

  @Post()
  @Permit('editions.freeze')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: EditionMade })
  freeze(
    @CurrentActor() actor: Actor,
    @Body() body: FreezeRequest,
    @WriteRequest() write: Write,
  ): Promise<EditionMade> {
    return inTurn('freeze', actor.accountId, () => this.freezing.freeze(actor, body, write));
  }

  @Get(':id')
  @Permit('editions.read')
  @ApiOkResponse({ type: EditionSheet })
  sheet(@Param() { id }: IdParam): Promise<EditionSheet> {
    return this.editions.sheet(id);
  }

  @Get(':id/manifest')
  @Permit('editions.read')
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'object' }, description: 'The bytes whose SHA-256 is the edition' })
  async manifest(@Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.editions.manifest(id), 'manifeste.json');
  }

  @Get(':id/part')
  @Permit('editions.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: {}, description: 'The part as it was frozen, whatever it is' })
  async part(@Param() { id }: IdParam, @Query() { name }: PartQuery, @Res() reply: FastifyReply): Promise<void> {
    const part = await this.editions.part(id, name);
    // A file to keep, whatever it is: nothing that was frozen is run by a browser.
    await send(reply, { ...part, mediaType: 'application/octet-stream' }, name.replaceAll('/', '-'));
  }

  @Get(':id/report')
  @Permit('editions.read')
  @ApiOkResponse({
    schema: { type: 'object' },
    description: 'What the annual report tells: `ReportData` of libs/domain',
  })
  async report(@Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.editions.part(id, REPORT), 'rapport.json');
  }

  @Get(':id/comparison/:besideId')
  @Permit('editions.read')
  @ApiOkResponse({ type: EditionComparison })
  compare(@Param() { id, besideId }: ComparisonParam): Promise<EditionComparison> {
    return this.editions.compare(id, besideId);
  }
}

async function send(reply: FastifyReply, { content, sha256, mediaType }: FrozenBytes, name: string): Promise<void> {
  await reply
    .type(mediaType)
    .header('etag', `"${sha256}"`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(content);
}
