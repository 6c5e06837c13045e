import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { PilotMovedAnswer, PilotOpinionRequest, PilotRequest } from './pilot.dto.js';
import { PilotList, PilotListQuery, PilotSheet } from './pilots.answers.js';
import { PilotsQueries } from './pilots.queries.js';
import { PilotsService, type PilotMoved } from './pilots.service.js';

/** Items tried in a school before they are decided. */
@ApiTags('catalogue')
@Controller('pilots')
export class PilotsController {
  constructor(
    private readonly queries: PilotsQueries,
    private readonly pilots: PilotsService,
  ) {}

  @Get()
  @Permit('pilots.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: PilotList })
  async list(@CurrentActor() actor: Actor, @Query() query: PilotListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('pilots.read')
  @ApiOkResponse({ type: PilotSheet })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<PilotSheet> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('pilots.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: PilotMovedAnswer })
  start(@CurrentActor() actor: Actor, @Body() body: PilotRequest, @WriteRequest() write: Write): Promise<PilotMoved> {
    return this.pilots.start(actor, body, write);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Permit('pilots.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: PilotMovedAnswer })
  end(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<PilotMoved> {
    return this.pilots.end(actor, id, write);
  }

  @Put(':id/opinion')
  @Permit('pilots.answer')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: PilotMovedAnswer })
  say(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: PilotOpinionRequest,
    @WriteRequest() write: Write,
  ): Promise<PilotMoved> {
    return this.pilots.say(actor, id, body, write);
  }
}
