import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Write } from '../platform/database/transactions.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import {
  AccountListQuery,
  AccountRequest,
  AssignmentRequest,
  EndAssignmentRequest,
  InvitationRequest,
  ScopeQuery,
} from './account.dto.js';
import { AccountChanged, AccountList, AccountPage, CreatedAnswer, ScopeChoices } from './accounts.answers.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { GrantsService } from './grants.service.js';
import { JudgedInStatement } from './session.guard.js';

/** Everybody's accounts and roles: the administrator's, and the plan manager's for schools. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly queries: AccountsQueries,
    private readonly accounts: AccountsService,
    private readonly grants: GrantsService,
  ) {}

  @Get()
  @Permit('accounts.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: AccountList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: AccountListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  /** What a role may be given over. */
  @Get('scopes')
  @Permit('accounts.invite')
  @ApiOkResponse({ type: ScopeChoices })
  async scopes(@CurrentActor() actor: Actor, @Query() query: ScopeQuery): Promise<ScopeChoices> {
    return { items: await this.queries.scopes(actor, query) };
  }

  @Get(':id')
  @Permit('accounts.read')
  @ApiOkResponse({ type: AccountPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<AccountPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('accounts.invite')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: CreatedAnswer })
  invite(
    @CurrentActor() actor: Actor,
    @Body() body: InvitationRequest,
    @WriteRequest() write: Write,
  ): Promise<CreatedAnswer> {
    return this.accounts.invite(actor, body, write);
  }

  @Post(':id/invite')
  @HttpCode(200)
  @Permit('accounts.invite')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: CreatedAnswer })
  inviteAgain(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<CreatedAnswer> {
    return this.accounts.inviteAgain(actor, id, write);
  }

  @Put(':id')
  @Permit('accounts.manage')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: AccountChanged })
  correct(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: AccountRequest,
    @WriteRequest() write: Write,
  ): Promise<AccountChanged> {
    return this.accounts.correct(actor, id, body, write);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Permit('accounts.manage')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: AccountChanged })
  deactivate(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<AccountChanged> {
    return this.accounts.deactivate(actor, id, write);
  }

  @Post(':id/reactivate')
  @HttpCode(200)
  @Permit('accounts.manage')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: AccountChanged })
  reactivate(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @WriteRequest() write: Write,
  ): Promise<AccountChanged> {
    return this.accounts.reactivate(actor, id, write);
  }

  @Post(':id/assignments')
  @Permit('accounts.invite')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: CreatedAnswer })
  grant(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: AssignmentRequest,
    @WriteRequest() write: Write,
  ): Promise<CreatedAnswer> {
    return this.grants.grant(actor, id, body, write);
  }
}

@ApiTags('accounts')
@Controller('assignments')
export class AssignmentsController {
  constructor(private readonly grants: GrantsService) {}

  @Post(':id/end')
  @HttpCode(200)
  @Permit('accounts.invite')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: CreatedAnswer })
  end(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: EndAssignmentRequest,
    @WriteRequest() write: Write,
  ): Promise<CreatedAnswer> {
    return this.grants.end(actor, id, body.lastDay ?? null, write);
  }
}
