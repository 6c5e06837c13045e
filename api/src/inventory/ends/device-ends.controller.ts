import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import { Id } from '../../platform/http/fields.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { DeviceEndsQueries } from './device-ends.queries.js';
import { DeviceEnds } from './disposals.answers.js';
import { EndDocuments } from './end.documents.js';

class WipeParam extends IdParam {
  @Id()
  wipeId!: string;
}

/** What one device is worth, how it ended, and the papers that say so. */
@ApiTags('equipment')
@Controller('equipment')
export class DeviceEndsController {
  constructor(
    private readonly queries: DeviceEndsQueries,
    private readonly documents: EndDocuments,
  ) {}

  @Get(':id/ends')
  @Permit('equipment.read')
  @ApiOkResponse({ type: DeviceEnds })
  ends(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DeviceEnds> {
    return this.queries.ends(actor, id);
  }

  @Get(':id/wipes/:wipeId/certificate.pdf')
  @Permit('disposals.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async certificate(
    @CurrentActor() actor: Actor,
    @Param() { id, wipeId }: WipeParam,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await inTurn('document', actor.accountId, () => this.documents.certificate(actor, id, wipeId)));
  }

  @Get(':id/disposal.pdf')
  @Permit('disposals.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async receipt(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await inTurn('document', actor.accountId, () => this.documents.receipt(actor, id)));
  }
}

async function send(reply: FastifyReply, { name, content }: { name: string; content: Buffer }): Promise<void> {
  await reply.type('application/pdf').header('content-disposition', `inline; filename="${name}"`).send(content);
}
