import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { streamInTurn } from '../platform/bounds/dear-work.js';
import { receiveFile, type SentFile } from '../platform/files/sent-file.js';
import { Id, Text } from '../platform/http/fields.js';
import { oneFile } from '../platform/http/one-file.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { PHOTO_BODY } from '../platform/http/photo-routes.js';
import { Refused } from '../platform/http/refused.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { LIMITS } from '../platform/limits.js';
import { ModuleFilesService } from './module-files.service.js';
import { TrainingModuleMade } from './training.dto.js';

class ModuleFileParams extends IdParam {
  @Id()
  fileId!: string;
}

class ModuleFileQuery {
  @Text({ min: 1, max: 100, description: 'What it is, as a link has a name' })
  label!: string;
}

/** Files that are handed out at a training. */
@ApiTags('training')
@Controller('training-modules/:id/files')
export class ModuleFilesController {
  constructor(private readonly files: ModuleFilesService) {}

  @Post()
  @Permit('training-modules.write')
  @Writes({ versioned: false })
  @ApiConsumes('multipart/form-data')
  @ApiBody(PHOTO_BODY)
  @ApiCreatedResponse({ type: TrainingModuleMade })
  add(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { label }: ModuleFileQuery,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<TrainingModuleMade> {
    return this.files.add(actor, id, { label, receive: () => sentFile(request) }, write);
  }

  /** To be kept, never opened in the page: what is in it is not ours. */
  @Get(':fileId')
  @Permit('training-modules.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { id, fileId }: ModuleFileParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await streamInTurn('handout', actor.accountId, async () => {
      const file = await this.files.read(id, fileId);
      reply
        .type('application/pdf')
        .header('content-length', file.sizeBytes)
        .header(
          'content-disposition',
          `attachment; filename="support.pdf"; filename*=UTF-8''${encoded(file.label)}.pdf`,
        )
        .header('content-security-policy', "default-src 'none'; sandbox");
      return file.content;
    });
    await reply.send(content);
  }

  @Delete(':fileId')
  @HttpCode(204)
  @Permit('training-modules.write')
  @Writes({ versioned: false })
  @ApiNoContentResponse()
  async takeAway(@Param() { id, fileId }: ModuleFileParams, @WriteRequest() write: Write): Promise<void> {
    await this.files.takeAway(id, fileId, write);
  }
}

/** As RFC 8187 writes a value: what `encodeURIComponent` leaves and it forbids is written too. */
const encoded = (label: string): string =>
  encodeURIComponent(label.replaceAll(/[/\\]/g, '-')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** @throws Refused request.media-type, request.unreadable, training.file-not-pdf */
async function sentFile(request: FastifyRequest): Promise<SentFile> {
  const part = await oneFile(request, { limits: { fileSize: LIMITS.training.fileBytes, files: 1, fields: 4 } });
  if (!part) throw new Refused('training.file-not-pdf');
  return receiveFile(part.file);
}
