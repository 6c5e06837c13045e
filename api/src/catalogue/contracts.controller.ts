import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import type { Write } from '../platform/database/transactions.js';
import { Id } from '../platform/http/fields.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { WriteRequest, Writes } from '../platform/http/write.js';
import { ContractChanged, ContractHolderRequest, ContractPeriodRequest, ContractRequest } from './contract.dto.js';
import { ContractHolderList, ContractList, ContractListQuery, ContractPage } from './contracts.answers.js';
import { ContractsQueries } from './contracts.queries.js';
import { ContractsService } from './contracts.service.js';

class PeriodParam extends IdParam {
  @Id()
  periodId!: string;
}

/** Framework contracts and their periods. */
@ApiTags('contracts')
@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly queries: ContractsQueries,
    private readonly contracts: ContractsService,
  ) {}

  @Get()
  @Permit('contracts.read')
  @JudgedInStatement()
  @ApiOkResponse({ type: ContractList })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ContractListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get(':id')
  @Permit('contracts.read')
  @ApiOkResponse({ type: ContractPage })
  page(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ContractPage> {
    return this.queries.page(actor, id);
  }

  @Post()
  @Permit('catalogue.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: ContractChanged })
  create(@Body() body: ContractRequest, @WriteRequest() write: Write): Promise<ContractChanged> {
    return this.contracts.create(body, write);
  }

  @Put(':id')
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ContractChanged })
  write(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ContractRequest,
    @WriteRequest() write: Write,
  ): Promise<ContractChanged> {
    return this.contracts.write(actor, id, body, write);
  }

  @Post(':id/periods')
  @HttpCode(200)
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ContractChanged })
  addPeriod(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() body: ContractPeriodRequest,
    @WriteRequest() write: Write,
  ): Promise<ContractChanged> {
    return this.contracts.addPeriod(actor, id, body, write);
  }

  @Put(':id/periods/:periodId')
  @Permit('catalogue.write')
  @Writes({ versioned: true })
  @ApiOkResponse({ type: ContractChanged })
  writePeriod(
    @CurrentActor() actor: Actor,
    @Param() { id, periodId }: PeriodParam,
    @Body() body: ContractPeriodRequest,
    @WriteRequest() write: Write,
  ): Promise<ContractChanged> {
    return this.contracts.writePeriod(actor, id, periodId, body, write);
  }
}

class HolderChanged {
  @Id()
  id!: string;
}

/** The firms that hold contracts. */
@ApiTags('contracts')
@Controller('contract-holders')
export class ContractHoldersController {
  constructor(
    private readonly queries: ContractsQueries,
    private readonly contracts: ContractsService,
  ) {}

  @Get()
  @Permit('contracts.read')
  @ApiOkResponse({ type: ContractHolderList })
  async list(): Promise<ContractHolderList> {
    return { items: await this.queries.holders() };
  }

  @Post()
  @Permit('catalogue.write')
  @Writes({ versioned: false })
  @ApiCreatedResponse({ type: HolderChanged })
  create(@Body() body: ContractHolderRequest, @WriteRequest() write: Write): Promise<HolderChanged> {
    return this.contracts.createHolder(body, write);
  }

  @Put(':id')
  @Permit('catalogue.write')
  @Writes({ versioned: false })
  @ApiOkResponse({ type: HolderChanged })
  write(
    @Param() { id }: IdParam,
    @Body() body: ContractHolderRequest,
    @WriteRequest() write: Write,
  ): Promise<HolderChanged> {
    return this.contracts.writeHolder(id, body, write);
  }
}
