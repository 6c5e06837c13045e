import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { IdParam } from '../platform/http/params.js';
import { Permit } from '../platform/http/permit.js';
import { inTurn } from '../platform/bounds/dear-work.js';
import { SchoolBudgets, YearQuery } from './budgets.answers.js';
import { SchoolBudgetsQueries } from './school-budgets.queries.js';
import { EnvelopeParam, Statement } from './statement.answers.js';
import { StatementQueries } from './statement.queries.js';

/** One school's money: its bars, and each line behind them. */
@ApiTags('budgets')
@Controller('schools/:id/budgets')
export class StatementController {
  constructor(
    private readonly budgets: SchoolBudgetsQueries,
    private readonly statements: StatementQueries,
  ) {}

  @Get()
  @Permit('budgets.read')
  @ApiOkResponse({ type: SchoolBudgets })
  bars(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() { year }: YearQuery): Promise<SchoolBudgets> {
    return this.budgets.read(actor, id, year);
  }

  @Get(':year/:kind/entries')
  @Permit('budgets.statement')
  @ApiOkResponse({ type: Statement })
  entries(@CurrentActor() actor: Actor, @Param() envelope: EnvelopeParam): Promise<Statement> {
    return this.statements.read(actor, envelope);
  }

  @Get(':year/:kind/entries.csv')
  @Permit('budgets.statement')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Param() envelope: EnvelopeParam,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, text } = await inTurn('export', actor.accountId, () => this.statements.csv(actor, envelope));
    await reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .send(text);
  }
}
