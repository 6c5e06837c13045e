import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import { UsageDeclaredList, UsageDeclaredRequest, UsageDeclaredRow } from './declared.answers.js';
import { DeclaredService } from './declared.service.js';

/** Uses told by a teacher, where nothing measures. */
@ApiTags('usage')
@Controller('usage/declared')
export class DeclaredController {
  constructor(private readonly declared: DeclaredService) {}

  @Get()
  @Permit('usage.declare')
  @ApiOkResponse({ type: UsageDeclaredList })
  own(@CurrentActor() actor: Actor): Promise<UsageDeclaredList> {
    return this.declared.own(actor);
  }

  @Post()
  @Permit('usage.declare')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: UsageDeclaredRow })
  declare(
    @CurrentActor() actor: Actor,
    @Body() body: UsageDeclaredRequest,
    @WriteRequest() write: Write,
  ): Promise<UsageDeclaredRow> {
    return this.declared.declare(actor, body, write);
  }

  @Delete(':id')
  @Permit('usage.declare')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: UsageDeclaredRow })
  takeBack(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<UsageDeclaredRow> {
    return this.declared.takeBack(actor, id, write);
  }
}
