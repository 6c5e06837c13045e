import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { SchoolYearPage, SummerStayAnswer, SummerStayRequest } from './school-year.dto.js';
import { SchoolYearQueries } from './school-year.queries.js';
import { SummerStaysService } from './summer-stays.service.js';

/** The devices of one school when its year ends and when the next begins. What moves, moves by the bulk of devices. */
@ApiTags('equipment')
@Controller('equipment/school-year')
export class SchoolYearController {
  constructor(
    private readonly queries: SchoolYearQueries,
    private readonly stays: SummerStaysService,
  ) {}

  @Get(':id')
  @Permit('school-year.run')
  @ApiOkResponse({ type: SchoolYearPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<SchoolYearPage> {
    return this.queries.page(actor, id);
  }

  @Post(':id/stay')
  @HttpCode(200)
  @Permit('school-year.run')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: SummerStayAnswer })
  stay(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { equipmentIds }: SummerStayRequest,
    @WriteRequest() write: Write,
  ): Promise<SummerStayAnswer> {
    return this.stays.say(actor, id, equipmentIds, write);
  }
}
