import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { sendPacket } from '../platform/http/kept-packet.js';
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
    await sendPacket(reply, known, await this.rounds.read(actor, day));
  }
}
