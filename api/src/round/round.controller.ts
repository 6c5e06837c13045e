import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Permit } from '../platform/http/permit.js';
import { RoundPacket, RoundQuery } from './round.answers.js';
import { RoundQueries } from './round.queries.js';

@ApiTags('round')
@Controller('round')
export class RoundController {
  constructor(private readonly rounds: RoundQueries) {}

  /** Whole, or 304 when it is what the phone has already. */
  @Get()
  @Permit('home.work')
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of the packet that is kept' })
  @ApiOkResponse({ type: RoundPacket })
  async read(
    @CurrentActor() actor: Actor,
    @Query() { day }: RoundQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const packet = await this.rounds.read(actor, day);
    const tag = tagOf(packet);
    reply.header('etag', tag);
    if (known?.replace(WEAKENED, '') === tag) await reply.code(304).send();
    else await reply.type('application/json').send(packet);
  }
}

/** Whoever packs an answer on its way says that its bytes are no longer these. */
const WEAKENED = /^W\//;

/** The same for the same content, whenever it was read. */
function tagOf({ serverTime: _, ...content }: RoundPacket): string {
  return `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)}"`;
}
