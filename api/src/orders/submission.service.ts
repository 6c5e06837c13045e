import { Injectable } from '@nestjs/common';
import { availableCents, civilYearOf, orderTitle, release, reservation, sumAmounts, isEligible } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { LedgerService } from '../budgets/ledger.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { settingsOf, type PlanSettings } from '../platform/config/plan-settings.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { DecisionService } from './decision.service.js';
import { OrderAccess } from './order.access.js';
import { OrderContext } from './order.context.js';
import { OrderLine } from './order-line.entity.js';
import { holdColumns, holdOf } from './order.money.js';
import { orderFacts, OrderMoves, requireMove, type OrderMoved } from './order-moves.js';
import type { Order } from './order.entity.js';
import { holdForSubmission, readForSubmission, writeSubmission, type SubmittedLine } from './submission.statements.js';

/** Sending an order, and taking it back: submitting reserves the money, withdrawing gives it back. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly context: OrderContext,
    private readonly ledger: LedgerService,
    private readonly gate: GateService,
    private readonly moves: OrderMoves,
    private readonly decision: DecisionService,
    private readonly clock: Clock,
  ) {}

  /**
   * Draft → submitted, one order a performer, all or nothing; a small basket is then approved of itself.
   * @throws Refused order.convention-missing, order.cut-off-passed, order.item-not-orderable, budget.not-enough…
   */
  async submit(actor: Actor, orderId: string, write: Write): Promise<OrderMoved & { orders: OrderMoved[] }> {
    // Of a repeated key nothing is known: its approval may have been lost with the server.
    let isSmall = true;
    const submitted = await this.transactions.run(write, async (manager) => {
      const today = this.clock.today();
      const year = civilYearOf(today);
      // Sent together, answered in turn: what is read is what the locks protect.
      const [held, read] = await Promise.all([
        holdForSubmission(manager, actor, orderId, today, year),
        readForSubmission(manager, orderId, today, year),
      ]);
      if (held.orderId === null || read === null) throw new Refused('order.not-found');
      const { order, school, lines, settings: given, balance } = read;
      requireVersion(write, order.version);
      const settings = settingsOf(given);
      const facts = orderFacts(order, { settings, today, lineCount: lines.length, contractHolderId: null });
      const move = requireMove(actor, 'submit', facts);

      if (school.state === 'closed') throw new Refused('order.school-closed-for-good');
      if (!isEligible(school.stateContract)) throw new Refused('order.school-not-eligible');
      if (!held.conventionHolds) throw await this.gate.refusal(manager, actor.role, order.schoolId, today);
      requireBeforeCutOff(settings, today);
      await this.requireOrderable(manager, lines);
      if (!held.envelopeId) throw new Refused('budget.envelope-missing');

      const orders: OrderMoved[] = [];
      let before = balance;
      for (const [contractId, group] of byPerformer(lines)) {
        const target = orders.length === 0 ? order : await this.splitOff(manager, order, group);
        const totalCents = sumAmounts(group.map((line) => ({ ...line, quantity: line.quantityAsked }))).totalCents;
        const after = this.ledger.afterPosting(before, reservation(totalCents));
        const { number, version } = await writeSubmission(manager, {
          ...{
            orderId: target.id,
            fromState: order.state,
            envelopeId: held.envelopeId,
            before,
            totalCents,
            contractId,
            actor,
          },
          ...{ year, title: orderTitle(group), schoolUai: school.uai, at: this.clock.now() },
        });
        before = after;
        orders.push({ id: target.id, version, state: move.next, number });
      }
      isSmall = availableCents(balance) - availableCents(before) <= settings['order.autoMax'];
      return { ...orders[0]!, orders };
    });
    if (isSmall) await this.decision.approveAfterSubmission(orderId);
    return submitted;
  }

  async withdraw(actor: Actor, orderId: string, write: Write): Promise<OrderMoved> {
    return this.giveBack(actor, orderId, write, 'withdraw', null);
  }

  async return(actor: Actor, orderId: string, reason: string, write: Write): Promise<OrderMoved> {
    return this.giveBack(actor, orderId, write, 'return', reason);
  }

  async reject(actor: Actor, orderId: string, reason: string, write: Write): Promise<OrderMoved> {
    return this.giveBack(actor, orderId, write, 'reject', reason);
  }

  /** submitted → draft or rejected: the reservation is released, whole. */
  private async giveBack(
    actor: Actor,
    orderId: string,
    write: Write,
    action: 'withdraw' | 'return' | 'reject',
    reason: string | null,
  ): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const seen = await this.access.read(manager, actor, orderId);
      if (seen.envelopeId) await this.ledger.lock(manager, [seen.envelopeId]);
      const order = await this.access.lockSeen(manager, actor, seen, write);
      const { facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, action, facts, reason);
      const at = this.clock.now();
      const hold = holdOf(order);
      await this.ledger.post(manager, order.envelopeId!, release(hold), {
        orderId: order.id,
        at,
        ...(reason ? { reason } : {}),
      });
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at, reason, detail: { releasedCents: hold.amountCents } },
        // Withdrawn or returned, the order is not decided: it comes again.
        { ...holdColumns(null), ...(action === 'reject' ? { decidedAt: at } : {}) },
      );
    });
  }

  /** Items validated and priced today; prices are frozen on the lines by this submission. */
  private async requireOrderable(manager: EntityManager, lines: SubmittedLine[]): Promise<void> {
    if (lines.length === 0) throw new Refused('order.empty');
    for (const line of lines) {
      const { item } = line;
      if (item.state !== 'validated' || item.unitNetCents === null)
        throw new Refused('order.item-not-orderable', { itemId: line.itemId });
      if (item.onQuote) throw new Refused('order.quote-needed', { itemId: line.itemId });
      if (line.unitNetCents !== item.unitNetCents || line.vatBasisPoints !== item.vatBasisPoints) {
        line.unitNetCents = item.unitNetCents;
        line.vatBasisPoints = item.vatBasisPoints!;
        await manager.update(OrderLine, line.id, {
          unitNetCents: line.unitNetCents,
          vatBasisPoints: line.vatBasisPoints,
        });
      }
    }
  }

  /** A further order of the same basket, for another performer. */
  private async splitOff(manager: EntityManager, order: Order, group: SubmittedLine[]): Promise<Order> {
    const [{ id }] = await manager.query(
      `insert into installation_order (basket_id, school_id, school_uai, kind, note, contact, wishes, prerequisites, created_by, created_at, state_since)
       select basket_id, school_id, school_uai, kind, note, contact, wishes, prerequisites, created_by, created_at, state_since
         from installation_order where id = $1 returning id`,
      [order.id],
    );
    await manager.query('update order_line set order_id = $1 where id = any($2)', [id, group.map((line) => line.id)]);
    return { ...order, id, number: null, version: 1 };
  }
}

function byPerformer(lines: SubmittedLine[]): [string | null, SubmittedLine[]][] {
  const groups = new Map<string | null, SubmittedLine[]>();
  for (const line of lines) groups.set(line.item.contractId, [...(groups.get(line.item.contractId) ?? []), line]);
  return [...groups].sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''));
}

/** After `order.cutOff` schools draft only, until the year ends. @throws Refused order.cut-off-passed with the date */
function requireBeforeCutOff(settings: PlanSettings, today: string): void {
  const { month, day } = settings['order.cutOff'];
  const cutOff = `${civilYearOf(today)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (today > cutOff) throw new Refused('order.cut-off-passed', { from: cutOff });
}
