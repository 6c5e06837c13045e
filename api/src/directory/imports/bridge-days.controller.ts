import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { BridgeDayAnswer, BridgeDayList, BridgeDayParam, BridgeDayRequest } from './bridge-days.answers.js';
import { BridgeDaysService } from './bridge-days.service.js';

/** Days between days off that the file of school holidays leaves out. */
@ApiTags('directory')
@Controller('bridge-days')
export class BridgeDaysController {
  constructor(private readonly bridgeDays: BridgeDaysService) {}

  @Get()
  @Permit('directory.import')
  @ApiOkResponse({ type: BridgeDayList })
  async list(): Promise<BridgeDayList> {
    return { items: await this.bridgeDays.list() };
  }

  @Put(':day')
  @Permit('directory.import')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: BridgeDayAnswer })
  answer(
    @CurrentActor() actor: Actor,
    @Param() { day }: BridgeDayParam,
    @Body() { isHoliday }: BridgeDayRequest,
    @WriteRequest() write: Write,
  ): Promise<BridgeDayAnswer> {
    return this.bridgeDays.answer(actor, day, isHoliday, write);
  }
}
