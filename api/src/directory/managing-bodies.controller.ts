import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { ManagingBodyCreated, ManagingBodyList, SchoolVersion } from './directory.answers.js';
import { ManagingBodyRequest, SchoolBodyRequest } from './directory.dto.js';
import { ManagingBodiesService } from './managing-bodies.service.js';

/** Who runs the schools that no commune runs. */
@ApiTags('directory')
@Controller()
export class ManagingBodiesController {
  constructor(private readonly bodies: ManagingBodiesService) {}

  @Get('managing-bodies')
  @Permit('directory.write')
  @ApiOkResponse({ type: ManagingBodyList })
  async list(): Promise<ManagingBodyList> {
    return { items: await this.bodies.list() };
  }

  @Post('managing-bodies')
  @Permit('directory.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: ManagingBodyCreated })
  create(@Body() body: ManagingBodyRequest, @WriteRequest() write: Write): Promise<ManagingBodyCreated> {
    return this.bodies.create(body, write);
  }

  @Put('schools/:id/managing-body')
  @Permit('directory.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: SchoolVersion })
  assign(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { managingBodyId }: SchoolBodyRequest,
    @WriteRequest() write: Write,
  ): Promise<SchoolVersion> {
    return this.bodies.assign(actor, id, managingBodyId, write);
  }
}
