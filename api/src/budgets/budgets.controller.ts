import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { JudgedInStatement } from '../identity/session.guard.js';
import { Permit } from '../platform/http/permit.js';
import { BudgetFilter, BudgetList, BudgetListQuery, BudgetTotals } from './budgets.answers.js';
import { BudgetsQueries } from './budgets.queries.js';

/** Every school's money, for those who follow several. */
@ApiTags('budgets')
@Controller('budgets')
export class BudgetsController {
  constructor(private readonly queries: BudgetsQueries) {}

  @Get()
  @Permit('budgets.list')
  @JudgedInStatement()
  @ApiOkResponse({ type: BudgetList })
  async list(@CurrentActor() actor: Actor, @Query() query: BudgetListQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json').send(await this.queries.list(actor, query));
  }

  @Get('totals')
  @Permit('budgets.totals')
  @ApiOkResponse({ type: BudgetTotals })
  totals(@CurrentActor() actor: Actor, @Query() filter: BudgetFilter): Promise<BudgetTotals> {
    return this.queries.totals(actor, filter);
  }
}
