import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import type { Write } from '../../platform/database/transactions.js';
import { IdParam } from '../../platform/http/params.js';
import { Permit } from '../../platform/http/permit.js';
import { WriteRequest, Writes } from '../../platform/http/write.js';
import {
  UsageSourceList,
  UsageSourceRequest,
  UsageSourceRow,
  UsageTokenAnswer,
  UsageTokenRequest,
} from './usage-sources.answers.js';
import { UsageSourcesService } from './usage-sources.service.js';

/** Where figures of use come from, and the tokens by which tools send them. */
@ApiTags('usage')
@Controller('usage/sources')
export class UsageSourcesController {
  constructor(private readonly sources: UsageSourcesService) {}

  @Get()
  @Permit('usage.read')
  @ApiOkResponse({ type: UsageSourceList })
  list(): Promise<UsageSourceList> {
    return this.sources.list();
  }

  @Post()
  @Permit('usage.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: UsageSourceRow })
  add(@Body() body: UsageSourceRequest, @WriteRequest() write: Write): Promise<UsageSourceRow> {
    return this.sources.add(body, write);
  }

  @Put(':id')
  @Permit('usage.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: UsageSourceRow })
  change(
    @Param() { id }: IdParam,
    @Body() body: UsageSourceRequest,
    @WriteRequest() write: Write,
  ): Promise<UsageSourceRow> {
    return this.sources.change(id, body, write);
  }

  @Post(':id/tokens')
  @Permit('usage.write')
  @ApiCreatedResponse({ type: UsageTokenAnswer })
  makeToken(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: UsageTokenRequest,
  ): Promise<UsageTokenAnswer> {
    return this.sources.makeToken(actor, id, body);
  }
}

@ApiTags('usage')
@Controller('usage/tokens')
export class UsageTokensController {
  constructor(private readonly sources: UsageSourcesService) {}

  @Delete(':id')
  @HttpCode(204)
  @Permit('usage.write')
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<void> {
    return this.sources.revokeToken(actor, id);
  }
}
