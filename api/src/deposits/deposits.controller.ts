import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { type PhotoTaken, uploadedPhoto } from '../platform/files/photo-taking.js';
import { Id } from '../platform/http/fields.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { TakesPhoto } from '../platform/http/photo-routes.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { DepositAnswer, DepositRequest } from './deposit.dto.js';
import { DepositFilesService } from './deposit-files.service.js';
import { DepositList, DepositListQuery, DepositPage } from './deposits.answers.js';
import { DepositsQueries } from './deposits.queries.js';
import { DepositsService } from './deposits.service.js';

class DepositFileParams extends IdParam {
  @Id()
  fileId!: string;
}

class DepositUploadQuery {
  @Id({ description: 'The place that was announced; it may be filled late' })
  slot!: string;
}

/** What a phone hands in because it was refused: so that it always empties, and nothing that was done is lost. */
@ApiTags('deposits')
@Controller('deposits')
export class DepositsController {
  constructor(
    private readonly deposits: DepositsService,
    private readonly files: DepositFilesService,
    private readonly queries: DepositsQueries,
  ) {}

  @Get()
  @Permit('deposits.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: DepositList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: DepositListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Post()
  @Permit('deposits.make')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: DepositAnswer })
  make(
    @CurrentActor() actor: Actor,
    @Body() body: DepositRequest,
    @WriteRequest() write: Write,
  ): Promise<DepositAnswer> {
    return this.deposits.make(actor, body, write);
  }

  @Get(':id')
  @Permit('deposits.read')
  @ApiOkResponse({ type: DepositPage })
  page(@Param() { id }: IdParam): Promise<DepositPage> {
    return this.queries.page(id);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Permit('deposits.read')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: DepositAnswer })
  read(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<DepositAnswer> {
    return this.deposits.read(actor, id, write);
  }

  @Post(':id/photos')
  @Permit('deposits.make')
  @Writes({ versioned: false })
  @TakesPhoto()
  addPhoto(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { slot }: DepositUploadQuery,
    @Req() request: FastifyRequest,
    @WriteRequest() write: Write,
  ): Promise<PhotoTaken> {
    return this.files.add(actor, id, slot, () => uploadedPhoto(request), write);
  }

  @Get(':id/photos/:fileId')
  @Permit('deposits.read')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async readPhoto(@Param() { id, fileId }: DepositFileParams, @Res() reply: FastifyReply): Promise<void> {
    const { mediaType, content } = await this.files.read(id, fileId);
    await reply
      .type(mediaType)
      .header('content-disposition', 'inline')
      .header('content-security-policy', "default-src 'none'")
      .send(content);
  }
}
