import { Injectable } from '@nestjs/common';
import { ORDER_STATES, ORDERS } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { ConfirmationCodes } from '../identity/confirmation-codes.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { CodeRequest } from './order.dto.js';
import { OrderMoves } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';

/** The head confirms on the performer's phone. */
@Injectable()
export class OnSiteService {
  constructor(
    private readonly transactions: Transactions,
    private readonly moves: OrderMoves,
    private readonly codes: ConfirmationCodes,
  ) {}

  /**
   * The personal code opens this one action on this one order, as the head's own. The drawn signature is an attachment,
   * never the proof.
   * @throws Refused order.code-wrong, order.code-locked, total.changed
   */
  async confirm(actor: Actor, orderId: string, { code, seenCents }: CodeRequest, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const moving = await this.moves.open(manager, {
        actor,
        orderId,
        action: 'confirm',
        given: { onSite: true, seenCents },
        write,
      });
      const { schoolId, state } = moving.order;
      if (!ORDERS.statesFrom('confirm').includes(state))
        throw new Refused('order.state', { state: ORDER_STATES[state].word });
      const holder = await this.codes.verify(manager, schoolId, code.trim());
      const rights = { role: 'school-head', schoolId, mayCertify: false, contractHolderId: null } as const;
      return this.moves.run(moving, 'confirm', { ...actor, ...holder, ...rights });
    });
  }
}
