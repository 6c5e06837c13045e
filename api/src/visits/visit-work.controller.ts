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
import { VisitCodeRequest, VisitMovedAnswer } from './visit.dto.js';
import { VisitFilesService } from './visit-files.service.js';
import { VisitMoves } from './visit-moves.js';
import type { VisitMoved } from './visit.moving.js';

class VisitFileParams extends IdParam {
  @Id()
  fileId!: string;
}

class VisitUploadQuery {
  @Id({ description: 'The place that was announced; it may be filled late' })
  slot!: string;
}

/** What a visit ends with at the school's door: the head's code, photos, a signature. */
@ApiTags('visits')
@Controller('visits')
export class VisitWorkController {
  constructor(
    private readonly moves: VisitMoves,
    private readonly files: VisitFilesService,
  ) {}

  /** With the network; without it a code comes sealed, with the end itself. */
  @Post(':id/close-by-code')
  @HttpCode(200)
  @Permit('visits.close')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: VisitMovedAnswer })
  closeByCode(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: VisitCodeRequest,
    @WriteRequest() write: Write,
  ): Promise<VisitMoved> {
    const { code, ...given } = body;
    return this.moves.closeByCode(actor, id, code, given, write);
  }

  @Post(':id/files')
  @Permit('visits.close')
  @Writes({ versioned: false })
  @TakesPhoto()
  addFile(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { slot }: VisitUploadQuery,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<PhotoTaken> {
    return this.files.add(actor, id, slot, () => uploadedPhoto(request), write);
  }

  @Get(':id/files/:fileId')
  @Permit('visits.photos')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async readFile(
    @CurrentActor() actor: Actor,
    @Param() { id, fileId }: VisitFileParams,
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
