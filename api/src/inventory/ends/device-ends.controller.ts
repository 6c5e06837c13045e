import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { PHOTO_BODY, sendPhoto } from '../../platform/http/photo-routes.js';
import { Id } from '../../platform/http/fields.js';
import { UploadedAnswer } from '../../platform/files/photo.answers.js';
import { uploadedPhoto } from '../../platform/files/photo-taking.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { DeviceEndsQueries } from './device-ends.queries.js';
import { DisposalPhotos } from './disposal-photos.js';
import { DeviceEnds } from './disposals.answers.js';
import { EndDocuments } from './end.documents.js';

class WipeParam extends IdParam {
  @Id()
  wipeId!: string;
}

class PhotoParam extends IdParam {
  @Id()
  photoId!: string;
}

/** What one device is worth, how it ended, and the papers that say so. */
@ApiTags('equipment')
@Controller('equipment')
export class DeviceEndsController {
  constructor(
    private readonly queries: DeviceEndsQueries,
    private readonly documents: EndDocuments,
    private readonly photos: DisposalPhotos,
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

  @Post(':id/disposal/photos')
  @Permit('equipment.dispose')
  @Writes({ versioned: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody(PHOTO_BODY)
  @ApiCreatedResponse({ type: UploadedAnswer })
  addPhoto(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<UploadedAnswer> {
    return this.photos.add(actor, id, () => uploadedPhoto(request), write);
  }

  @Get(':id/disposal/photos/:photoId')
  @Permit('disposals.read')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async photo(
    @CurrentActor() actor: Actor,
    @Param() { id, photoId }: PhotoParam,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPhoto(reply, await this.photos.read(actor, id, photoId));
  }
}

async function send(reply: FastifyReply, { name, content }: { name: string; content: Buffer }): Promise<void> {
  await reply.type('application/pdf').header('content-disposition', `inline; filename="${name}"`).send(content);
}
