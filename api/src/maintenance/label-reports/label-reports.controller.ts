import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { ClientAddress } from '../../platform/http/client-address.js';
import { IdParam } from '../../platform/http/params.js';
import { Open, Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { LabelReportMoves } from './label-report-moves.js';
import {
  LabelConfirmRequest,
  LabelDiscardRequest,
  LabelledThing,
  LabelParam,
  LabelReportAnswer,
  LabelReportList,
  LabelReportMoved,
  LabelReportRequest,
} from './label-report.dto.js';
import { LabelReportsQueries } from './label-reports.queries.js';
import { LabelReportsService } from './label-reports.service.js';

/** A breakdown said by who has no account, from a label; and what its school's head decides of it. */
@ApiTags('tickets')
@Controller('label-reports')
export class LabelReportsController {
  constructor(
    private readonly reports: LabelReportsService,
    private readonly queries: LabelReportsQueries,
    private readonly moves: LabelReportMoves,
  ) {}

  @Get()
  @Permit('label-reports.decide')
  @ApiOkResponse({ type: LabelReportList })
  waiting(@CurrentActor() actor: Actor): Promise<LabelReportList> {
    return this.queries.waiting(actor);
  }

  @Get('of/:code')
  @Open('whoever stands before a broken device has no account')
  @ApiOkResponse({ type: LabelledThing })
  look(@Param() { code }: LabelParam, @ClientAddress() address: string): Promise<LabelledThing> {
    return this.reports.look(code, address);
  }

  @Post()
  @HttpCode(200)
  @Open('whoever stands before a broken device has no account')
  @ApiOkResponse({ type: LabelReportAnswer })
  report(@Body() body: LabelReportRequest, @ClientAddress() address: string): Promise<LabelReportAnswer> {
    return this.reports.report(body, address);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Permit('label-reports.decide')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: LabelReportMoved })
  confirm(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: LabelConfirmRequest,
    @WriteRequest() write: Write,
  ): Promise<LabelReportMoved> {
    return this.moves.confirm(actor, id, body, write);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @Permit('label-reports.decide')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: LabelReportMoved })
  discard(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { reason }: LabelDiscardRequest,
    @WriteRequest() write: Write,
  ): Promise<LabelReportMoved> {
    return this.moves.discard(actor, id, reason, write);
  }
}
