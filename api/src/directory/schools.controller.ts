import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { streamInTurn } from '../platform/bounds/dear-work.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { AccessCardService } from './access-card.service.js';
import { ClosedTodayAnswer, CommuneList, RoomList, SchoolList, SchoolVersion } from './directory.answers.js';
import { AccessCardRequest, AccessNoteRequest, ClosedTodayRequest, SchoolListQuery } from './directory.dto.js';
import { SchoolsQueries } from './schools.queries.js';
import { SchoolsService } from './schools.service.js';

/** Schools, in lists and one by one. A school's own page: `school-page`; writing rooms: `rooms.controller.ts`. */
@ApiTags('directory')
@Controller()
export class SchoolsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly schools: SchoolsService,
    private readonly queries: SchoolsQueries,
    private readonly cards: AccessCardService,
  ) {}

  @Get('schools')
  @Permit('directory.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: SchoolList })
  async list(@CurrentActor() actor: Actor, @Query() query: SchoolListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('schools/export.csv')
  @Permit('directory.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: SchoolListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="ecoles.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.queries.csv(actor, query)));
  }

  @Get('communes')
  @Permit('directory.read')
  @ApiOkResponse({ type: CommuneList })
  async communes(@CurrentActor() actor: Actor): Promise<CommuneList> {
    return { items: await this.queries.communes(actor) };
  }

  @Get('schools/:id/rooms')
  @Permit('directory.read')
  @ApiOkResponse({ type: RoomList })
  async rooms(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<RoomList> {
    const school = await this.schools.reach(this.dataSource.manager, actor, id);
    return { items: await this.queries.rooms(school.id) };
  }

  @Put('schools/:id/access-card')
  @Permit('access-card.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: SchoolVersion })
  writeCard(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: AccessCardRequest,
    @WriteRequest() write: Write,
  ): Promise<SchoolVersion> {
    return this.cards.write(actor, id, body, write);
  }

  @Post('schools/:id/access-note')
  @HttpCode(200)
  @Permit('access-card.note')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: SchoolVersion })
  note(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: AccessNoteRequest,
    @WriteRequest() write: Write,
  ): Promise<SchoolVersion> {
    return this.cards.note(actor, id, body.note, write);
  }

  @Post('schools/:id/closed-today')
  @HttpCode(200)
  @Permit('access-card.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: ClosedTodayAnswer })
  closedToday(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ClosedTodayRequest,
    @WriteRequest() write: Write,
  ): Promise<ClosedTodayAnswer> {
    return this.cards.closeToday(actor, id, body.closed, write);
  }
}
