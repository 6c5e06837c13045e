import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import { sendPacket } from '../../platform/http/kept-packet.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { TrainingMovedAnswer } from '../training.dto.js';
import type { TrainingMoved } from '../training.moving.js';
import { ArrivalsService } from './arrivals.service.js';
import { AttendanceSheetDocument } from './attendance-sheet.document.js';
import { AttendanceCodes } from './attendance-codes.service.js';
import {
  AttendanceArrivals,
  AttendanceArrivalsQuery,
  AttendanceCode,
  AttendancePacket,
  AttendancePacketQuery,
  AttendanceSheet,
  AttendanceSigned,
} from './attendance.answers.js';
import {
  TrainingArrivalRequest,
  TrainingAttendanceRequest,
  TrainingCorrectionRequest,
  TrainingSignRequest,
} from './attendance.dto.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';

/** Who came to a session: the list, the code that is shown, who came without a place, what is corrected. */
@ApiTags('training')
@Controller('training-sessions/:id')
export class AttendanceController {
  constructor(
    private readonly queries: AttendanceQueries,
    private readonly attendance: AttendanceService,
    private readonly codes: AttendanceCodes,
    private readonly arrivals: ArrivalsService,
    private readonly document: AttendanceSheetDocument,
  ) {}

  @Get('attendance')
  @Permit('training-attendance.read')
  @ApiOkResponse({ type: AttendanceSheet })
  sheet(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<AttendanceSheet> {
    return this.queries.sheet(actor, id);
  }

  @Get('attendance/document')
  @Permit('training-attendance.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: 'To sign on paper, a page a half-day' })
  async printed(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await inTurn('document', actor.accountId, () => this.document.pdf(actor, id));
    await reply.type('application/pdf').header('content-disposition', `inline; filename="${name}"`).send(content);
  }

  @Post('attendance')
  @HttpCode(200)
  @Permit('training-sessions.attend')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: TrainingMovedAnswer })
  attend(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: TrainingAttendanceRequest,
    @WriteRequest() write: Write,
  ): Promise<TrainingMoved> {
    return this.attendance.record(actor, id, body, write);
  }

  @Post('attendance/corrections')
  @HttpCode(200)
  @Permit('training-attendance.correct')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: TrainingMovedAnswer })
  correct(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: TrainingCorrectionRequest,
    @WriteRequest() write: Write,
  ): Promise<TrainingMoved> {
    return this.attendance.correct(actor, id, body, write);
  }

  @Get('arrivals')
  @Permit('training-sessions.attend')
  @ApiOkResponse({ type: AttendanceArrivals })
  async mayArrive(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Query() { search }: AttendanceArrivalsQuery,
  ): Promise<AttendanceArrivals> {
    return { items: await this.arrivals.find(actor, id, search) };
  }

  @Post('arrivals')
  @HttpCode(200)
  @Permit('training-sessions.attend')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: TrainingMovedAnswer })
  arrive(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: TrainingArrivalRequest,
    @WriteRequest() write: Write,
  ): Promise<TrainingMoved> {
    return this.arrivals.add(actor, id, body, write);
  }

  @Get('code')
  @Permit('training-sessions.attend')
  @ApiOkResponse({ type: AttendanceCode })
  code(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<AttendanceCode> {
    return this.codes.show(actor, id);
  }

  @Post('sign')
  @HttpCode(200)
  @Permit('training-attendance.sign')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: AttendanceSigned })
  sign(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() { code }: TrainingSignRequest,
    @WriteRequest() write: Write,
  ): Promise<AttendanceSigned> {
    return this.codes.sign(actor, id, code, write);
  }
}

/** What a trainer takes along. */
@ApiTags('training')
@Controller('training-attendance')
export class AttendancePacketController {
  constructor(private readonly queries: AttendanceQueries) {}

  /** Whole, or 304 when it is what the phone has already. */
  @Get()
  @Permit('training-sessions.attend')
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag of the packet that is kept' })
  @ApiOkResponse({ type: AttendancePacket })
  async read(
    @CurrentActor() actor: Actor,
    @Query() { day }: AttendancePacketQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPacket(reply, known, await this.queries.packet(actor, day));
  }
}
