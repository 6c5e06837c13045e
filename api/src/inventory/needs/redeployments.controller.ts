import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { NeedReasonRequest } from './need.dto.js';
import {
  CarryOutRequest,
  OpinionRequest,
  RedeploymentList,
  RedeploymentListQuery,
  RedeploymentMovedAnswer,
  RedeploymentPage,
  RedeploymentRequest,
} from './redeployment.dto.js';
import { RedeploymentsQueries } from './redeployments.queries.js';
import { RedeploymentsService, type RedeploymentMoved } from './redeployments.service.js';

/** Devices that lie idle here, offered where a school said a need. */
@ApiTags('needs')
@Controller('redeployments')
export class RedeploymentsController {
  constructor(
    private readonly queries: RedeploymentsQueries,
    private readonly redeployments: RedeploymentsService,
  ) {}

  @Get()
  @Permit('redeployments.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: RedeploymentList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: RedeploymentListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('redeployments.read')
  @ApiOkResponse({ type: RedeploymentPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<RedeploymentPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('redeployments.decide')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: RedeploymentMovedAnswer })
  propose(
    @CurrentActor() actor: Actor,
    @Body() body: RedeploymentRequest,
    @WriteRequest() write: Write,
  ): Promise<RedeploymentMoved> {
    return this.redeployments.propose(actor, body, write);
  }

  @Post(':id/opine')
  @Permit('redeployments.answer')
  @HttpCode(200)
  @Writes({ versioned: true })
  @ApiOkResponse({ type: RedeploymentMovedAnswer })
  opine(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: OpinionRequest,
    @WriteRequest() write: Write,
  ): Promise<RedeploymentMoved> {
    return this.redeployments.opine(actor, id, body, write);
  }

  @Post(':id/carry-out')
  @Permit('redeployments.decide')
  @HttpCode(200)
  @Writes({ versioned: true })
  @ApiOkResponse({ type: RedeploymentMovedAnswer })
  carryOut(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: CarryOutRequest,
    @WriteRequest() write: Write,
  ): Promise<RedeploymentMoved> {
    return this.redeployments.carryOut(actor, id, body, write);
  }

  @Post(':id/drop')
  @Permit('redeployments.decide')
  @HttpCode(200)
  @Writes({ versioned: true })
  @ApiOkResponse({ type: RedeploymentMovedAnswer })
  drop(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: NeedReasonRequest,
    @WriteRequest() write: Write,
  ): Promise<RedeploymentMoved> {
    return this.redeployments.drop(actor, id, body.reason, write);
  }
}
