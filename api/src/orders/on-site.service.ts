import { Injectable } from '@nestjs/common';
import { ORDER_STATES, ORDERS } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { ConfirmationCodes } from '../identity/confirmation-codes.js';
import { SealedCodes, sealedFor } from '../identity/sealed-codes.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { CodeRequest, ReportRequest } from './order.dto.js';
import { OrderMoves } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';

/** The head confirms on the performer's phone. */
@Injectable()
export class OnSiteService {
  constructor(
    private readonly transactions: Transactions,
    private readonly moves: OrderMoves,
    private readonly codes: ConfirmationCodes,
    private readonly sealed: SealedCodes,
  ) {}

  /**
   * A report and the code that was typed under it, in a corridor without a network. The report stands whatever the code is: one that is
   * wrong, or that nobody can read any more, leaves the school its days to confirm.
   * @throws Refused as the report's own move
   */
  async report(
    actor: Actor,
    orderId: string,
    { sealedCode, ...report }: ReportRequest,
    write: Write,
  ): Promise<OrderMoved> {
    const { note: reason, seenCents } = report;
    const reported = await this.moves.move(actor, orderId, 'report', { report, reason, seenCents }, write);
    const code = sealedCode && this.sealed.open(sealedCode, sealedFor(orderId, write.repeat!));
    if (code) await this.confirmLate(actor, reported, { code, seenCents });
    return reported;
  }

  /** Sent again, it finds the order confirmed: no second try is counted. */
  private async confirmLate(actor: Actor, { id, version }: OrderMoved, asked: CodeRequest): Promise<void> {
    const write = { writer: { accountId: actor.accountId }, expectedVersion: version, repeat: null };
    await this.confirm(actor, id, asked, write).catch((error: unknown) => {
      // Where no place was free to judge it, the phone comes back with it.
      if (!(error instanceof Refused) || error.code === 'work.too-many') throw error;
    });
  }

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
