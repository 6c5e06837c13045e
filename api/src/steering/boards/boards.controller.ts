import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { Permit } from '../../platform/http/permit.js';
import { FigureAnswer, FigureFilter, KeyParam } from '../figures/figures.answers.js';
import { FiguresQueries } from '../figures/figures.queries.js';
import {
  Coming,
  ComingQuery,
  CommuneParam,
  CurveEvents,
  MapCommunes,
  OneSchoolQuery,
  PlacedSchool,
  SchoolParam,
  Spread,
} from './boards.answers.js';
import { BoardsQueries } from './boards.queries.js';

/** What the committee's pages show around the figures themselves. */
@ApiTags('steering')
@Controller('steering')
export class BoardsController {
  constructor(
    private readonly boards: BoardsQueries,
    private readonly figures: FiguresQueries,
  ) {}

  @Get('communes')
  @Permit('figures.communes')
  @ApiOkResponse({ type: MapCommunes })
  communes(@CurrentActor() actor: Actor): Promise<MapCommunes> {
    return this.boards.communes(actor);
  }

  @Get('communes/:communeId/figures/:key')
  @Permit('figures.communes')
  @ApiOkResponse({ type: FigureAnswer })
  commune(@CurrentActor() actor: Actor, @Param() { communeId, key }: CommuneParam): Promise<FigureAnswer> {
    return this.figures.ofCommune(actor, key, communeId);
  }

  @Get('figures/:key/spread')
  @Permit('figures.read')
  @ApiOkResponse({ type: Spread })
  spread(@CurrentActor() actor: Actor, @Param() { key }: KeyParam, @Query() filter: FigureFilter): Promise<Spread> {
    return this.boards.spread(actor, key, filter);
  }

  @Get('schools/:schoolId')
  @Permit('figures.read')
  @ApiOkResponse({ type: PlacedSchool })
  school(
    @CurrentActor() actor: Actor,
    @Param() { schoolId }: SchoolParam,
    @Query() { objective }: OneSchoolQuery,
  ): Promise<PlacedSchool> {
    return this.boards.school(actor, schoolId, objective);
  }

  @Get('coming')
  @Permit('figures.read')
  @ApiOkResponse({ type: Coming })
  coming(@CurrentActor() actor: Actor, @Query() { schoolIds }: ComingQuery): Promise<Coming> {
    return this.boards.coming(actor, schoolIds);
  }

  @Get('events')
  @Permit('figures.read')
  @ApiOkResponse({ type: CurveEvents })
  events(): Promise<CurveEvents> {
    return this.boards.events();
  }
}
