import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import { Permit } from '../platform/http/permit.js';
import { MailList, MailListQuery } from './mails.answers.js';
import { MailsQueries } from './mails.queries.js';

/** The outbox: what was sent, what waits, what failed. */
@ApiTags('mails')
@Controller('mails')
export class MailsController {
  constructor(private readonly queries: MailsQueries) {}

  @Get()
  @Permit('mail.outbox')
  @JudgedInStatement()
  @ApiOkResponse({ type: MailList })
  async list(@CurrentActor() actor: Actor, @Query() query: MailListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }
}
