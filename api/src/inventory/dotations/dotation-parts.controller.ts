import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DOTATION_PARTS, type DotationPartAction, type Permission } from '@parc/domain';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import type { Write } from '../../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../../platform/http/move-routes.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { DotationPartList, DotationPartMovedAnswer, DotationPartPage, DotationOffer } from './dotation-part.answers.js';
import {
  DotationConfirmRequest,
  DotationOpinionRequest,
  DotationPartialReceptionRequest,
  DotationPartListQuery,
  DotationPlanRequest,
  DotationPreparationRequest,
  DotationQuantityRequest,
  DotationReasonRequest,
  DotationReceptionRequest,
} from './dotation.dto.js';
import { DotationPartMoves, type DotationPartMoved } from './dotation-part-moves.js';
import { DotationPartsQueries } from './dotation-parts.queries.js';

/** Schools' parts of dotations: what is proposed, what their heads answer, what is delivered. */
@ApiTags('dotations')
@Controller('dotation-parts')
export class DotationPartsController {
  constructor(
    private readonly queries: DotationPartsQueries,
    private readonly moves: DotationPartMoves,
  ) {}

  @Get()
  @Permit('dotations.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: DotationPartList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: DotationPartListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('dotations.read')
  @ApiOkResponse({ type: DotationPartPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DotationPartPage> {
    return this.queries.page(actor, id);
  }

  @Get(':id/offered')
  @Permit('dotations.deliver')
  @ApiOkResponse({ type: DotationOffer })
  offered(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DotationOffer> {
    return this.queries.offered(actor, id);
  }

  @Post(':id/prepare')
  @Permit('dotations.deliver')
  @HttpCode(200)
  @Writes({ versioned: true })
  @ApiOkResponse({ type: DotationPartMovedAnswer })
  prepare(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { tags }: DotationPreparationRequest,
    @WriteRequest() write: Write,
  ): Promise<DotationPartMoved> {
    return this.moves.prepare(actor, id, tags, write);
  }

  @Post(':id/receive')
  @Permit('dotations.receive')
  @HttpCode(200)
  @Writes({ versioned: true })
  @ApiOkResponse({ type: DotationPartMovedAnswer })
  receive(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: DotationReceptionRequest,
    @WriteRequest() write: Write,
  ): Promise<DotationPartMoved> {
    return inTurn('bulk', actor.accountId, () => this.moves.receive(actor, id, 'receive', body, write));
  }

  @Post(':id/receive-in-part')
  @Permit('dotations.receive')
  @HttpCode(200)
  @Writes({ versioned: true })
  @ApiOkResponse({ type: DotationPartMovedAnswer })
  receiveInPart(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: DotationPartialReceptionRequest,
    @WriteRequest() write: Write,
  ): Promise<DotationPartMoved> {
    return inTurn('bulk', actor.accountId, () => this.moves.receive(actor, id, 'receive-in-part', body, write));
  }
}

/** Actions whose bodies name devices: written by hand. */
const BY_HAND = ['prepare', 'receive', 'receive-in-part'] as const satisfies DotationPartAction[];
type ByRow = Exclude<DotationPartAction, (typeof BY_HAND)[number] | 'ask' | 'fall-silent'>;

const BODIES: Record<ByRow, new () => object> = {
  adjust: DotationQuantityRequest,
  opine: DotationOpinionRequest,
  confirm: DotationConfirmRequest,
  plan: DotationPlanRequest,
  settle: DotationReasonRequest,
  drop: DotationReasonRequest,
};
const PERMISSIONS: Partial<Record<ByRow, Permission>> = { opine: 'dotations.answer', plan: 'dotations.deliver' };

/** The other moves of a part, one route a row. */
@ApiTags('dotations')
@Controller('dotation-parts')
export class DotationPartMovesController implements MovesObjects {
  constructor(private readonly moves: DotationPartMoves) {}

  act(actor: Actor, id: string, action: ByRow, body: MoveBody, write: Write): Promise<DotationPartMoved> {
    return this.moves.move(actor, id, action, body, write);
  }
}

addMoveRoutes(DotationPartMovesController, {
  moves: DOTATION_PARTS.moves,
  brings: BY_HAND,
  permission: (action) => PERMISSIONS[action as ByRow] ?? 'dotations.write',
  body: (action) => BODIES[action as ByRow],
  answer: DotationPartMovedAnswer,
  actor: () => CurrentActor(),
});
