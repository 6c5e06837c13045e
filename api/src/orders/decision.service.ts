import { Injectable, Logger } from '@nestjs/common';
import { approvedAutomatically, euros, ORDERS } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { OrderMoves } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';

interface Asked {
  id: string;
  askedCents: number;
  investment: boolean;
  /** Nothing that must be there first is still promised. */
  ready: boolean;
}

/** What the system decides by itself: small baskets, and the end of what is settled. */
@Injectable()
export class DecisionService {
  private readonly logger = new Logger('Orders');

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly moves: OrderMoves,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * The system's approval of a basket, in a transaction of its own after the submission, repeated by a job when that one was
   * lost. Null when the basket is a person's to judge.
   */
  async approveAutomatically(basketId: string): Promise<OrderMoved[] | null> {
    return this.transactions.runAsSystem('automatic-approval', async (manager) => {
      const basket = await askedOf(manager, basketId);
      if (basket.length === 0) return null;
      const settings = await this.settings.on(this.clock.today(), manager);
      const autoMaxCents = settings['order.autoMax'];
      const totalCents = basket.reduce((sum, { askedCents }) => sum + askedCents, 0);
      const hasInvestment = basket.some(({ investment }) => investment);
      const prerequisitesTicked = basket.every(({ ready }) => ready);
      if (!approvedAutomatically({ totalCents, autoMaxCents, hasInvestment, hasQuote: false, prerequisitesTicked }))
        return null;
      const reason = `approuvée d’office : ${euros(totalCents)}, sous le seuil de ${euros(autoMaxCents)} (${settings['order.autoDecision']})`;
      const orderIds = basket.map(({ id }) => id);
      return this.moves.moveAsSystem(manager, orderIds, 'approve', { approval: {}, reason });
    });
  }

  /**
   * Right after a submission, which is kept whatever becomes of this: a refusal (a contract's maximum, say) leaves the basket
   * to a person, a fault to the job.
   */
  async approveAfterSubmission(orderId: string): Promise<void> {
    try {
      const [row] = await this.dataSource.query(
        'select basket_id as "basketId" from installation_order where id = $1',
        [orderId],
      );
      await this.approveAutomatically(row.basketId);
    } catch (error) {
      if (!(error instanceof Refused))
        this.logger.error({ event: 'automatic approval failed, the job will try again', orderId });
    }
  }

  /** certified → closed: internal work at once, a contract's when its invoice is known. Null when it is not time. */
  async close(orderId: string): Promise<OrderMoved[] | null> {
    return this.transactions
      .runAsSystem('closing', (manager) => this.moves.moveAsSystem(manager, [orderId], 'close', {}))
      .catch((error: unknown) => {
        if (error instanceof Refused && error.code === 'order.not-closable') return null;
        throw error;
      });
  }

  /** submitted → draft: its year is over, nobody has answered. Null when it is not, or no longer, submitted. */
  async lapse(orderId: string): Promise<OrderMoved[] | null> {
    return this.transactions.runAsSystem('year-end', (manager) =>
      this.moves.moveAsSystem(manager, [orderId], 'lapse', {}),
    );
  }
}

/** The orders of a basket that wait for an answer, ids sorted. */
async function askedOf(manager: EntityManager, basketId: string): Promise<Asked[]> {
  return manager.query(
    `select o.id, o.asked_cents as "askedCents", bool_or(i.investment) as investment,
            not jsonb_path_exists(o.prerequisites, '$[*] ? (@.kept == false)') as ready
       from installation_order o join order_line l on l.order_id = o.id ${join(itemOf('l.item_id'))}
      where o.basket_id = $1 and ${inStates('o.state', ORDERS.statesFrom('approve'))} group by o.id order by o.id`,
    [basketId],
  );
}
