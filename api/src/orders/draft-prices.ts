import { Injectable } from '@nestjs/common';
import { ORDERS, unitTotalCents } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { OrderableQueries } from '../catalogue/orderable.queries.js';
import { Clock } from '../platform/clock.js';
import type { DraftChange, OrderLineAnswer } from './order-line.answers.js';
import { amountsOf } from './order.money.js';
import type { Order } from './order.entity.js';

/** A draft as its reader opens it today: at today's prices, and saying what they were. */
export interface DraftToday {
  lines: OrderLineAnswer[];
  askedCents: number;
  changes: DraftChange[];
}

/** A draft is priced again each time it is opened, and never in silence: line by line, it says what has changed meanwhile. */
@Injectable()
export class DraftPrices {
  constructor(
    private readonly orderable: OrderableQueries,
    private readonly clock: Clock,
  ) {}

  /** Null for what is no draft, or follows a quote: its prices are frozen. */
  async today(manager: EntityManager, order: Order, lines: readonly OrderLineAnswer[]): Promise<DraftToday | null> {
    if (order.state !== ORDERS.initial || order.ticketId !== null) return null;
    const items = await this.orderable.find(
      manager,
      this.clock.today(),
      lines.map(({ itemId }) => itemId),
    );
    const changes: DraftChange[] = [];
    const priced = lines.map((line) => {
      const now = items.get(line.itemId);
      const beforeCents = unitTotalCents(line.unitNetCents!, line.vatBasisPoints!);
      if (now?.priceCents !== beforeCents)
        changes.push({ lineId: line.id, itemName: line.itemName, beforeCents, nowCents: now?.priceCents ?? null });
      // What has left the catalogue stays as it was, until somebody takes it out.
      return now ? { ...line, unitNetCents: now.unitNetCents, vatBasisPoints: now.vatBasisPoints } : line;
    });
    const asked = priced.map((line) => ({
      ...line,
      unitNetCents: line.unitNetCents!,
      vatBasisPoints: line.vatBasisPoints!,
    }));
    return { lines: priced, askedCents: amountsOf(asked, 'quantityAsked').totalCents, changes };
  }
}
