import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { CreatedAnswer } from './accounts.answers.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { DeputiesService } from './deputies.service.js';
import { DeputyList, DeputyRequest } from './deputy.dto.js';

/** Who stands in for a head, and when. */
@ApiTags('deputies')
@Controller()
export class DeputiesController {
  constructor(private readonly deputies: DeputiesService) {}

  /** Present and coming ones. */
  @Get('schools/:id/deputies')
  @Permit('deputies.name')
  @ApiOkResponse({ type: DeputyList })
  list(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<DeputyList> {
    return this.deputies.list(actor, id);
  }

  @Post('schools/:id/deputies')
  @Permit('deputies.name')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: CreatedAnswer })
  name(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: DeputyRequest,
    @WriteRequest() write: Write,
  ): Promise<CreatedAnswer> {
    return this.deputies.name(actor, id, body, write);
  }

  @Post('deputies/:id/end')
  @HttpCode(200)
  @Permit('deputies.name')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: CreatedAnswer })
  end(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @WriteRequest() write: Write): Promise<CreatedAnswer> {
    return this.deputies.end(actor, id, write);
  }
}
