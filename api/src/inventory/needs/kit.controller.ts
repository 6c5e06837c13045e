import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { streamInTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { GapsQueries } from './gaps.queries.js';
import {
  GapListQuery,
  Gaps,
  Kit,
  KitChanged,
  KitGroupRequest,
  KitModelsRequest,
  KitRuleRequest,
  SchoolKit,
} from './kit.dto.js';
import { KitService } from './kit.service.js';

/** The base kit of each kind of school, and what lacks of it. */
@ApiTags('needs')
@Controller('kit')
export class KitController {
  constructor(
    private readonly kit: KitService,
    private readonly gaps: GapsQueries,
  ) {}

  @Get()
  @Permit('kit.read')
  @ApiOkResponse({ type: Kit })
  read(): Promise<Kit> {
    return this.kit.read();
  }

  @Get('gaps')
  @Permit('kit.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: Gaps })
  async list(@CurrentActor() actor: Actor, @Query() query: GapListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.gaps.list(actor, query));
  }

  @Get('gaps/export.csv')
  @Permit('kit.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(@CurrentActor() actor: Actor, @Query() query: GapListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="ecarts-au-socle.csv"')
      .send(await streamInTurn('export', actor.accountId, () => this.gaps.csv(actor, query)));
  }

  @Get('of-school/:id')
  @Permit('kit.read')
  @ApiOkResponse({ type: SchoolKit })
  ofSchool(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SchoolKit> {
    return this.gaps.ofSchool(actor, id);
  }

  @Post('groups')
  @Permit('kit.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: KitChanged })
  addGroup(@Body() body: KitGroupRequest, @WriteRequest() write: Write): Promise<KitChanged> {
    return this.kit.addGroup(body.name, write);
  }

  @Put('groups/:id/models')
  @Permit('kit.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: KitChanged })
  writeModels(
    @Param() { id }: IdParam,
    @Body() body: KitModelsRequest,
    @WriteRequest() write: Write,
  ): Promise<KitChanged> {
    return this.kit.writeModels(id, body.modelIds, write);
  }

  @Post('groups/:id/rules')
  @Permit('kit.write')
  @HttpCode(200)
  @Writes({ versioned: true })
  @ApiOkResponse({ type: KitChanged })
  writeRule(@Param() { id }: IdParam, @Body() body: KitRuleRequest, @WriteRequest() write: Write): Promise<KitChanged> {
    return this.kit.writeRule(id, body, write);
  }
}
