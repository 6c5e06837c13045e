import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { type PhotoTaken, uploadedPhoto } from '../platform/files/photo-taking.js';
import { Id } from '../platform/http/fields.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { TakesPhoto } from '../platform/http/photo-routes.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { TicketMovedAnswer, TicketResolutionRequest } from './ticket.dto.js';
import { TicketFilesService } from './ticket-files.service.js';
import { TicketMoves } from './ticket-moves.js';
import type { TicketMoved } from './ticket.moving.js';

class TicketFileParams extends IdParam {
  @Id()
  fileId!: string;
}

class TicketUploadQuery {
  @Id({ description: 'The place that was announced; it may be filled late' })
  slot!: string;
}

/** What is done about a breakdown where it is: repaired at once, and shown. */
@ApiTags('tickets')
@Controller('tickets')
export class TicketWorkController {
  constructor(
    private readonly moves: TicketMoves,
    private readonly files: TicketFilesService,
  ) {}

  /** Of a free ticket: taken, begun and resolved in one act. */
  @Post(':id/done-on-site')
  @HttpCode(200)
  @Permit('tickets.resolve')
  @Writes({ versioned: true, once: true })
  @ApiOkResponse({ type: TicketMovedAnswer })
  doneOnSite(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: TicketResolutionRequest,
    @WriteRequest() write: Write,
  ): Promise<TicketMoved> {
    return this.moves.doneOnSite(actor, id, body, write);
  }

  @Post(':id/files')
  @Permit('tickets.photos')
  @Writes({ versioned: false })
  @TakesPhoto()
  addFile(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { slot }: TicketUploadQuery,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<PhotoTaken> {
    return this.files.add(actor, id, slot, () => uploadedPhoto(request), write);
  }

  @Get(':id/files/:fileId')
  @Permit('tickets.photos')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async readFile(
    @CurrentActor() actor: Actor,
    @Param() { id, fileId }: TicketFileParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { mediaType, content } = await this.files.read(actor, id, fileId);
    await reply
      .type(mediaType)
      .header('content-disposition', 'inline')
      .header('content-security-policy', "default-src 'none'")
      .send(content);
  }
}
