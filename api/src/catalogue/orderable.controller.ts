import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../identity/actor.js';
import { CurrentActor } from '../identity/current-actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Permit } from '../platform/http/permit.js';
import { LIMITS } from '../platform/limits.js';
import { EstimateService } from './estimate.service.js';
import { Estimate, EstimateRequest, OrderableCatalogue, OrderableQuery } from './orderable.answers.js';
import { OrderableQueries } from './orderable.queries.js';

/** What a school composes from. */
@ApiTags('catalogue')
@Controller('catalogue')
export class OrderableController {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: OrderableQueries,
    private readonly estimates: EstimateService,
    private readonly clock: Clock,
  ) {}

  @Get('orderable')
  @Permit('catalogue.order')
  @ApiOkResponse({ type: OrderableCatalogue })
  orderable(@Query() query: OrderableQuery): Promise<OrderableCatalogue> {
    const today = this.clock.today();
    return this.transactions.snapshot(async (manager) => ({
      items: await this.queries.search(manager, today, query, LIMITS.pageSize.most),
      categories: await this.queries.counts(manager, today, query.search),
    }));
  }

  /** A read with a body: it writes nothing, so it carries no repetition key. */
  @Post('estimate')
  @HttpCode(200)
  @Permit('catalogue.order')
  @ApiOkResponse({ type: Estimate })
  estimate(@CurrentActor() actor: Actor, @Body() body: EstimateRequest): Promise<Estimate> {
    return this.estimates.estimate(actor, body);
  }
}
