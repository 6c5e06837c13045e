import { Injectable, Logger } from '@nestjs/common';
import { euros, ORDERS, parisDateOf } from '@parc/domain';
import { DataSource } from 'typeorm';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { inStates } from '../platform/database/in-states.js';
import { all } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { OrderMoves } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';
import { ORDERS as ORDER_ROWS } from './order.sql.js';

/** What the system decides by itself: small baskets, and the end of what is settled. */
@Injectable()
export class DecisionService {
  private readonly logger = new Logger('Orders');

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly moves: OrderMoves,
    private readonly settings: PlanSettingsReader,
  ) {}

  /**
   * The system's approval of what waits of a basket that was judged small as it was sent, in a transaction of its own after
   * the submission, repeated by a job when that one was lost. Null when the basket is a person's to judge.
   */
  async approveAutomatically(basketId: string): Promise<OrderMoved[] | null> {
    return this.transactions.runAsSystem('automatic-approval', async (manager) => {
      const [waiting]: Waiting[] = await manager.query(SMALL_AND_WAITING, [basketId]);
      if (!waiting) return null;
      const settings = await this.settings.on(parisDateOf(waiting.sentAt), manager);
      const below = euros(settings['order.autoMax']);
      const reason = `approuvée d’office : ${euros(waiting.totalCents)}, sous le seuil de ${below} (${settings['order.autoDecision']})`;
      return this.moves.moveAsSystem(manager, waiting.orderIds, 'approve', { approval: {}, reason });
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

/** What waits for an answer of a basket that was sent as one. */
interface Waiting {
  orderIds: string[];
  totalCents: number;
  sentAt: Date;
}

/** Of the parts that were sent together last: what was withdrawn and sent again is a basket of its own. */
const SMALL_AND_WAITING = `select array_agg(id order by id) as "orderIds", automatic_cents as "totalCents", submitted_at as "sentAt"
    from ${all(ORDER_ROWS)} where basket_id = $1 and ${inStates('state', ORDERS.statesFrom('approve'))} and automatic_cents is not null
   group by submitted_at, automatic_cents order by submitted_at desc limit 1`;
