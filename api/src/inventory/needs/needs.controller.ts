import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NEEDS, type NeedAction } from '@parc/domain';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { JudgedInStatement } from '../../identity/session.guard.js';
import type { Write } from '../../platform/database/transactions.js';
import { addMoveRoutes, type MoveBody, type MovesObjects } from '../../platform/http/move-routes.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import {
  DeviceNeeds,
  NeedList,
  NeedListQuery,
  NeedMovedAnswer,
  NeedPage,
  NeedReasonRequest,
  NeedRequest,
} from './need.dto.js';
import { NeedMoves, type NeedMoved } from './need-moves.js';
import { NeedsQueries } from './needs.queries.js';
import { NeedsService } from './needs.service.js';

/** What schools say they need: never an order. */
@ApiTags('needs')
@Controller('needs')
export class NeedsController {
  constructor(
    private readonly queries: NeedsQueries,
    private readonly needs: NeedsService,
  ) {}

  @Get()
  @Permit('needs.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: NeedList })
  async list(@CurrentActor() actor: Actor, @Query() query: NeedListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('for-device/:id')
  @Permit('redeployments.decide')
  @ApiOkResponse({ type: DeviceNeeds })
  forDevice(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DeviceNeeds> {
    return this.queries.forDevice(actor, id);
  }

  @Get(':id')
  @Permit('needs.read')
  @ApiOkResponse({ type: NeedPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<NeedPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('needs.state')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: NeedMovedAnswer })
  state(@CurrentActor() actor: Actor, @Body() body: NeedRequest, @WriteRequest() write: Write): Promise<NeedMoved> {
    return this.needs.state(actor, body, write);
  }
}

/** The moves of a need, one route a row. */
@ApiTags('needs')
@Controller('needs')
export class NeedMovesController implements MovesObjects {
  constructor(private readonly moves: NeedMoves) {}

  act(actor: Actor, id: string, action: NeedAction, { reason }: MoveBody, write: Write): Promise<NeedMoved> {
    return this.moves.move(actor, id, action, reason, write);
  }
}

addMoveRoutes(NeedMovesController, {
  moves: NEEDS.moves,
  brings: [],
  permission: (action) => (action === 'withdraw' ? 'needs.state' : 'needs.decide'),
  body: (_action, asksReason) => (asksReason ? NeedReasonRequest : null),
  answer: NeedMovedAnswer,
  actor: () => CurrentActor(),
});
