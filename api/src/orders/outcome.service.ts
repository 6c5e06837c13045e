import { Injectable } from '@nestjs/common';
import { commitment, expense, ORDER_STATES, rounding } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '../budgets/ledger.service.js';
import { ContractCountingService } from '../catalogue/contract-counting.service.js';
import type { Actor } from '../identity/actor.js';
import { ConfirmationCodes } from '../identity/confirmation-codes.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { OrderAccess } from './order.access.js';
import { OrderContext, type JudgedOrder } from './order.context.js';
import { amountsOf, holdColumns, holdOf } from './order.money.js';
import { OrderMoves, requireMove, SYSTEM, type OrderMoved } from './order-moves.js';
import type { Order } from './order.entity.js';

type Answer = 'confirm' | 'confirm-by-default' | 'dispute' | 'adjourn';

/** After the work: the school's answer, the metropole's certification, the bill. */
@Injectable()
export class OutcomeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly context: OrderContext,
    private readonly ledger: LedgerService,
    private readonly contracts: ContractCountingService,
    private readonly moves: OrderMoves,
    private readonly codes: ConfirmationCodes,
    private readonly clock: Clock,
  ) {}

  async confirm(actor: Actor, orderId: string, write: Write): Promise<OrderMoved> {
    return this.answer(actor, orderId, 'confirm', null, write);
  }

  /**
   * The head confirms on the performer's phone: the personal code opens this one action on this one order, as the head's
   * own (rights.md). The drawn signature is an attachment, never the proof.
   * @throws Refused order.code-wrong, order.code-locked
   */
  async confirmOnSite(actor: Actor, orderId: string, code: string, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      const { facts } = await this.context.judge(manager, order);
      if (facts.state !== 'installed') throw new Refused('order.state', { state: ORDER_STATES[facts.state].word });
      const holder = await this.codes.verify(manager, order.schoolId, code);
      const head: Actor = {
        ...actor,
        ...holder,
        role: 'school-head',
        schoolId: order.schoolId,
        mayCertify: false,
        contractHolderId: null,
      };
      const move = requireMove(head, 'confirm', facts);
      const at = this.clock.now();
      return this.moves.changeState(
        manager,
        order,
        { move, mover: head, at, detail: { onSite: true } },
        answerColumns('confirm', head, at),
      );
    });
  }

  /** The manager checked: the school did not answer in time. */
  async confirmByDefault(actor: Actor, orderId: string, reason: string, write: Write): Promise<OrderMoved> {
    return this.answer(actor, orderId, 'confirm-by-default', reason, write);
  }

  async dispute(actor: Actor, orderId: string, reason: string, write: Write): Promise<OrderMoved> {
    return this.answer(actor, orderId, 'dispute', reason, write);
  }

  async adjourn(actor: Actor, orderId: string, reason: string, write: Write): Promise<OrderMoved> {
    return this.answer(actor, orderId, 'adjourn', reason, write);
  }

  /** Commits what the outcome costs beyond the commitment, from money that is there. */
  async complement(actor: Actor, orderId: string, write: Write): Promise<OrderMoved> {
    return this.withMoney(actor, orderId, write, async (manager, { order, lines, facts }) => {
      const move = requireMove(actor, 'complement', facts);
      const at = this.clock.now();
      const hold = holdOf(order);
      const posted = await this.ledger.post(manager, order.envelopeId!, commitment(hold, order.reportedCents!), {
        orderId,
        at,
      });
      const { netCents } = amountsOf(lines, 'quantityDone');
      if (order.contractPeriodId)
        await this.contracts.count(
          manager,
          order.contractPeriodId,
          orderId,
          netCents - order.countedNetCents,
          'complement',
          at,
        );
      const detail = { complementCents: order.reportedCents! - hold.amountCents, committedCents: order.reportedCents };
      const counted = order.contractPeriodId ? { countedNetCents: netCents } : {};
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at, detail },
        { ...holdColumns(posted.hold), ...counted },
      );
    });
  }

  /** confirmed → certified: the only move that writes an expense; what it does not spend is released by the same entry. */
  async certify(actor: Actor, orderId: string, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, (manager) => this.certifyIn(manager, actor, orderId, write));
  }

  /** The same move inside a transaction of the caller's: bulk certification previews it. */
  async certifyIn(manager: EntityManager, actor: Actor, orderId: string, write: Write): Promise<OrderMoved> {
    return this.withMoneyIn(manager, actor, orderId, write, async ({ order, lines, facts }) => {
      const move = requireMove(actor, 'certify', facts);
      const at = this.clock.now();
      const cost = order.reportedCents!;
      const committedCents = order.holdCents!;
      let hold = holdOf(order);
      if (cost > hold.amountCents) {
        const rounded = await this.ledger.post(manager, order.envelopeId!, rounding(hold, cost), { orderId, at });
        hold = rounded.hold!;
      }
      await this.ledger.post(manager, order.envelopeId!, expense(hold, cost), { orderId, at });
      if (order.contractPeriodId)
        await this.reduceContract(manager, order, amountsOf(lines, 'quantityDone').netCents, at);
      const detail = { spentCents: cost, releasedCents: Math.max(0, committedCents - cost) };
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at, detail },
        { ...holdColumns(null), certifiedCents: cost, certifiedAt: at, certifiedBy: actor.accountId },
      );
    });
  }

  async recordInvoice(actor: Actor, orderId: string, number: string, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      const { facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, 'record-invoice', facts);
      if (!number) throw new Refused('order.invoice-number-missing');
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at: this.clock.now(), detail: { invoiceNumber: number } },
        { invoiceNumber: number },
      );
    });
  }

  /** The system's closing of a certified order: internal work at once, a contract's when its invoice is known. */
  async close(orderId: string): Promise<OrderMoved | null> {
    return this.transactions.runAsSystem('closing', async (manager) => {
      const order = await this.access.lockForSystem(manager, orderId, ['certified']);
      if (!order) return null;
      const { facts } = await this.context.judge(manager, order);
      if (facts.contractHolderId && !facts.invoiceNumber) return null;
      const move = requireMove(SYSTEM, 'close', facts);
      return this.moves.changeState(manager, order, { move, mover: SYSTEM, at: this.clock.now() });
    });
  }

  private async answer(
    actor: Actor,
    orderId: string,
    action: Answer,
    reason: string | null,
    write: Write,
  ): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      const { facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, action, facts, reason);
      const at = this.clock.now();
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at, reason },
        answerColumns(action, actor, at),
      );
    });
  }

  private async withMoney(
    actor: Actor,
    orderId: string,
    write: Write,
    work: (manager: EntityManager, judged: JudgedOrder) => Promise<OrderMoved>,
  ): Promise<OrderMoved> {
    return this.transactions.run(write, (manager) =>
      this.withMoneyIn(manager, actor, orderId, write, (judged) => work(manager, judged)),
    );
  }

  /** Contract period, envelope, order: locked in the declared order before the rules judge. */
  private async withMoneyIn(
    manager: EntityManager,
    actor: Actor,
    orderId: string,
    write: Write,
    work: (judged: JudgedOrder) => Promise<OrderMoved>,
  ): Promise<OrderMoved> {
    const seen = await this.access.read(manager, actor, orderId);
    if (seen.contractPeriodId) await this.contracts.lockById(manager, seen.contractPeriodId);
    if (seen.envelopeId) await this.ledger.lock(manager, [seen.envelopeId]);
    const order = await this.access.lockSeen(manager, actor, seen, write);
    return work(await this.context.judge(manager, order));
  }

  /** The contract counts what was certified, net: less than counted gives room back. */
  private async reduceContract(
    manager: EntityManager,
    order: Order,
    certifiedNetCents: number,
    at: Date,
  ): Promise<void> {
    const change = Math.min(0, certifiedNetCents - order.countedNetCents);
    await this.contracts.count(manager, order.contractPeriodId!, order.id, change, 'certify', at);
  }
}

function answerColumns(action: Answer, actor: Actor, at: Date): Partial<Order> {
  switch (action) {
    case 'confirm':
      return { confirmedAt: at, confirmedByDefaultBy: null };
    case 'confirm-by-default':
      return { confirmedAt: at, confirmedByDefaultBy: actor.accountId };
    default:
      return { confirmedAt: null, confirmedByDefaultBy: null };
  }
}
