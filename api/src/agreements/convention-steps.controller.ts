import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { ConclusionService } from './conclusion.service.js';
import {
  ConventionMovedAnswer,
  ConventionRequest,
  DeliberationRequest,
  EndConventionRequest,
  RenewRequest,
  SendRequest,
  SignRequest,
  SuccessorRequest,
} from './convention.dto.js';
import { DraftingService } from './drafting.service.js';

/** Drafting conventions and recording their steps. */
@ApiTags('conventions')
@Controller('conventions')
export class ConventionStepsController {
  constructor(
    private readonly drafting: DraftingService,
    private readonly conclusion: ConclusionService,
  ) {}

  @Post()
  @Permit('conventions.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: ConventionMovedAnswer })
  create(@Body() body: ConventionRequest, @WriteRequest() write: Write): Promise<ConventionMovedAnswer> {
    return this.drafting.create(body, write);
  }

  @Put(':id')
  @Permit('conventions.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ConventionMovedAnswer })
  write(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ConventionRequest,
    @WriteRequest() write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.drafting.write(actor, id, body, write);
  }

  @Put(':id/deliberation')
  @Permit('conventions.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ConventionMovedAnswer })
  recordAct(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: DeliberationRequest,
    @WriteRequest() write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.conclusion.recordAct(actor, id, body, write);
  }

  @Post(':id/successor')
  @Permit('conventions.write')
  @Writes({ versioned: true })
  @ApiCreatedResponse({ type: ConventionMovedAnswer })
  draftSuccessor(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: SuccessorRequest,
    @WriteRequest() write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.drafting.draftSuccessor(actor, id, body, write);
  }

  @Post(':id/send')
  @HttpCode(200)
  @Permit('conventions.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ConventionMovedAnswer })
  send(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: SendRequest,
    @WriteRequest() write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.conclusion.send(actor, id, body.on, write);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Permit('conventions.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ConventionMovedAnswer })
  sign(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: SignRequest,
    @WriteRequest() write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.conclusion.sign(actor, id, body, write);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Permit('conventions.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ConventionMovedAnswer })
  end(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: EndConventionRequest,
    @WriteRequest() write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.conclusion.end(actor, id, body, write);
  }

  @Post(':id/renew')
  @HttpCode(200)
  @Permit('conventions.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ConventionMovedAnswer })
  renew(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: RenewRequest,
    @WriteRequest() write: Write,
  ): Promise<ConventionMovedAnswer> {
    return this.conclusion.renew(actor, id, body, write);
  }
}
