import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ORDER_FILE_KINDS, type OrderFileKind } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { type PhotoTaken, uploadedPhoto } from '../platform/files/photo-taking.js';
import { Id, OneOf } from '../platform/http/fields.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { TakesPhoto } from '../platform/http/photo-routes.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { inTurn } from '../platform/bounds/dear-work.js';
import { CompositionService } from './composition.service.js';
import { OrderDocuments } from './order.documents.js';
import { OrderFilesService } from './order-files.service.js';

class FileParams extends IdParam {
  @Id()
  fileId!: string;
}

class UploadQuery {
  @OneOf(ORDER_FILE_KINDS)
  kind!: OrderFileKind;

  @Id({ optional: true, description: 'The place that the report has announced; it may be filled late' })
  slot?: string;
}

class DocumentParams extends IdParam {
  @OneOf(['order-form', 'certificate'])
  document!: 'order-form' | 'certificate';
}

/** What hangs on an order: photos, signature, printable documents. */
@ApiTags('orders')
@Controller('orders')
export class OrderFilesController {
  constructor(
    private readonly files: OrderFilesService,
    private readonly composition: CompositionService,
    private readonly documents: OrderDocuments,
  ) {}

  @Post(':id/files')
  @Permit('orders.files.write')
  @Writes({ versioned: false })
  @TakesPhoto()
  async add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { kind, slot }: UploadQuery,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<PhotoTaken> {
    return this.files.add(actor, id, { kind, slotId: slot }, () => uploadedPhoto(request), write);
  }

  @Get(':id/files/:fileId')
  @Permit('orders.files.read')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { id, fileId }: FileParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { mediaType, content } = await this.files.read(actor, id, fileId);
    await reply
      .type(mediaType)
      .header('content-disposition', 'inline')
      .header('content-security-policy', "default-src 'none'")
      .send(content);
  }

  /** Of a draft alone: what was sent keeps what it was sent with. */
  @Delete(':id/files/:fileId')
  @HttpCode(204)
  @Permit('orders.compose')
  @Writes({ versioned: false })
  @ApiNoContentResponse()
  async takeAway(
    @CurrentActor() actor: Actor,
    @Param() { id, fileId }: FileParams,
    @WriteRequest() write: Write,
  ): Promise<void> {
    await this.composition.takeFileAway(actor, id, fileId, write);
  }

  @Get(':id/documents/:document')
  @Permit('orders.document')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async document(
    @CurrentActor() actor: Actor,
    @Param() { id, document }: DocumentParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, content } = await inTurn('document', actor.accountId, () => this.documents.pdf(actor, id, document));
    await reply.type('application/pdf').header('content-disposition', `inline; filename="${name}"`).send(content);
  }
}
