import { Injectable } from '@nestjs/common';
import { SentLast } from '../platform/database/kept-answer.js';
import { Transactions } from '../platform/database/transactions.js';
import { DecisionService } from './decision.service.js';
import type { OrderMoved } from './order.moving.js';
import { SubmissionWay, type AskedSubmission } from './submission.ways.js';

/** Sending an order: the money is reserved, one order a performer, all or nothing; a small basket is then approved of itself. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly way: SubmissionWay,
    private readonly decision: DecisionService,
  ) {}

  /** @throws Refused order.convention-missing, order.cut-off-passed, order.item-not-orderable, total.changed, budget.not-enough… */
  async submit(asked: AskedSubmission): Promise<OrderMoved & { orders: OrderMoved[] }> {
    // Of a repeated key nothing is known: its approval may have been lost with the server.
    let automatic = true;
    const submitted = await this.transactions.run(
      asked.write,
      async (manager, read) => {
        const { orders, basket, kept } = await this.way.submit(manager, asked, read);
        automatic = basket.automaticCents !== null;
        const answer = orders.then((sent) => ({ ...sent[0]!, orders: sent }));
        return kept ? new SentLast(answer) : answer;
      },
      (manager) => this.way.read(manager, asked),
    );
    if (automatic) await this.decision.approveAfterSubmission(asked.orderId);
    return submitted;
  }
}
