import { Injectable, Logger } from '@nestjs/common';
import { approvedAutomatically, civilYearOf, commitment, euros, release, type OrderMove } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { LedgerService } from '../budgets/ledger.service.js';
import { ContractCountingService } from '../catalogue/contract-counting.service.js';
import { itemOf } from '../catalogue/item.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { join } from '../platform/database/joins.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { OrderLine } from './order-line.entity.js';
import { OrderMoves, requireMove, SYSTEM, type Mover, type OrderMoved } from './order-moves.js';
import { OrderAccess } from './order.access.js';
import { OrderContext, type JudgedOrder } from './order.context.js';
import type { ApprovedLineRequest, ApproveRequest } from './order.dto.js';
import type { Order } from './order.entity.js';
import { amountsOf, holdColumns, holdOf } from './order.money.js';

/** The metropole's decision: approving commits the money, cancelling gives it back. */
@Injectable()
export class DecisionService {
  private readonly logger = new Logger('Orders');

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly context: OrderContext,
    private readonly ledger: LedgerService,
    private readonly contracts: ContractCountingService,
    private readonly gate: GateService,
    private readonly moves: OrderMoves,
    private readonly clock: Clock,
  ) {}

  /** submitted → approved, whole or in part: the reservation becomes a commitment, the rest is released by the same entry. */
  async approve(actor: Actor, orderId: string, request: ApproveRequest, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, (manager) => this.approveIn(manager, actor, orderId, request, write));
  }

  /** The same move inside a transaction of the caller's: bulk approval previews it. */
  async approveIn(
    manager: EntityManager,
    actor: Actor,
    orderId: string,
    request: ApproveRequest,
    write: Write,
  ): Promise<OrderMoved> {
    const seen = await this.access.read(manager, actor, orderId);
    const locked = await this.lockParents(manager, seen);
    const order = await this.access.lockSeen(manager, actor, seen, write);
    const judged = await this.context.judge(manager, order);
    const move = requireMove(actor, 'approve', judged.facts, request.reason);
    return this.commit(manager, actor, judged, move, locked, request);
  }

  /**
   * The system's approval of a basket (product.md 5), in a transaction of its own after the submission, repeated by a job
   * when that one was lost. Null when the basket is a person's to judge.
   */
  async approveAutomatically(basketId: string): Promise<OrderMoved[] | null> {
    return this.transactions.runAsSystem('automatic-approval', async (manager) => {
      const basket = await this.readBasket(manager, basketId);
      if (basket.length === 0) return null;
      const { settings } = await this.context.judge(manager, basket[0]!.order);
      const autoMaxCents = settings['order.autoMax'];
      const totalCents = basket.reduce((sum, { order }) => sum + order.askedCents, 0);
      const hasInvestment = basket.some((one) => one.hasInvestment);
      const prerequisitesTicked = basket.every(({ order }) => order.prerequisites.every(({ kept }) => kept));
      if (!approvedAutomatically({ totalCents, autoMaxCents, hasInvestment, hasQuote: false, prerequisitesTicked }))
        return null;
      const reason = `approuvée d’office : ${euros(totalCents)}, sous le seuil de ${euros(autoMaxCents)} (${settings['order.autoDecision']})`;
      const moved: OrderMoved[] = [];
      for (const { order: seen } of basket) {
        const locked = await this.lockParents(manager, seen);
        const order = await this.access.lockForSystem(manager, seen.id, ['submitted']);
        if (!order) return null;
        const judged = await this.context.judge(manager, order);
        const move = requireMove(SYSTEM, 'approve', judged.facts);
        moved.push(await this.commit(manager, SYSTEM, judged, move, locked, { reason }));
      }
      return moved;
    });
  }

  /** Right after a submission; a refusal (a contract's maximum, say) leaves the basket to a person. */
  async approveAfterSubmission(orderId: string): Promise<void> {
    const [row] = await this.dataSource.query('select basket_id as "basketId" from installation_order where id = $1', [
      orderId,
    ]);
    await this.approveAutomatically(row.basketId).catch((error: unknown) => {
      if (!(error instanceof Refused))
        this.logger.error({ event: 'automatic approval failed, the job will try again', orderId });
    });
  }

  /** approved or scheduled → cancelled, when nothing was ever started. */
  async cancel(actor: Actor, orderId: string, reason: string, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const seen = await this.access.read(manager, actor, orderId);
      if (seen.contractPeriodId) await this.contracts.lockById(manager, seen.contractPeriodId);
      if (seen.envelopeId) await this.ledger.lock(manager, [seen.envelopeId]);
      const order = await this.access.lockSeen(manager, actor, seen, write);
      const { facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, 'cancel', facts, reason);
      const at = this.clock.now();
      const hold = holdOf(order);
      await this.ledger.post(manager, order.envelopeId!, release(hold), { orderId, at, reason });
      if (order.contractPeriodId)
        await this.contracts.count(manager, order.contractPeriodId, orderId, -order.countedNetCents, 'cancel', at);
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at, reason, detail: { releasedCents: hold.amountCents } },
        { ...holdColumns(null), countedNetCents: 0 },
      );
    });
  }

  /** The head asks, the manager decides: no state changes. */
  async askToCancel(actor: Actor, orderId: string, reason: string, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      const { facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, 'ask-to-cancel', facts, reason);
      const at = this.clock.now();
      return this.moves.changeState(manager, order, { move, mover: actor, at, reason }, { cancellationAskedAt: at });
    });
  }

  /** Convention and assignment, then the contract's period, then the envelope: the declared order of locks. */
  private async lockParents(manager: EntityManager, seen: Order): Promise<LockedParents> {
    const today = this.clock.today();
    const conventionHolds = await this.gate.hold(manager, seen.schoolId, today);
    let period: LockedParents['period'] = null;
    if (seen.contractId && seen.state === 'submitted')
      period = await this.contracts.lockPeriod(manager, seen.contractId, today);
    if (seen.envelopeId) await this.ledger.lock(manager, [seen.envelopeId]);
    return { conventionHolds, period };
  }

  private async commit(
    manager: EntityManager,
    mover: Mover,
    judged: JudgedOrder,
    move: OrderMove,
    locked: LockedParents,
    request: ApproveRequest,
  ): Promise<OrderMoved> {
    const { order, lines } = judged;
    if (!locked.conventionHolds) {
      const reader = mover === SYSTEM ? 'system' : mover.role;
      throw await this.gate.refusal(manager, reader, order.schoolId, this.clock.today());
    }
    const less = applyQuantities(lines, request.lines);
    const { netCents, totalCents } = amountsOf(lines, 'quantityApproved');
    if (lines.every((line) => line.quantityApproved === 0)) throw new Refused('order.all-zero-is-rejection');
    const at = this.clock.now();
    const hold = holdOf(order);
    const posted = await this.ledger.post(manager, order.envelopeId!, commitment(hold, totalCents), {
      orderId: order.id,
      at,
      ...(request.reason ? { reason: request.reason } : {}),
    });
    const counted = locked.period ? await this.count(manager, order.id, locked.period.id, netCents, at) : {};
    for (const line of lines) {
      await manager.update(OrderLine, line.id, {
        quantityApproved: line.quantityApproved,
        decisionReason: line.decisionReason,
      });
    }
    return this.moves.changeState(
      manager,
      order,
      {
        move,
        mover,
        at,
        reason: request.reason ?? null,
        detail: {
          committedCents: totalCents,
          releasedCents: hold.amountCents - totalCents,
          ...(less.length > 0 ? { less } : {}),
        },
      },
      { ...holdColumns(posted.hold), approvedCents: totalCents, decidedAt: at, ...counted },
    );
  }

  private async count(
    manager: EntityManager,
    orderId: string,
    periodId: string,
    netCents: number,
    at: Date,
  ): Promise<Partial<Order>> {
    await this.contracts.count(manager, periodId, orderId, netCents, 'approve', at);
    const purchaseOrderNumber = await this.contracts.nextPurchaseOrder(
      manager,
      periodId,
      civilYearOf(this.clock.today()),
    );
    return { contractPeriodId: periodId, countedNetCents: netCents, purchaseOrderNumber };
  }

  private async readBasket(
    manager: EntityManager,
    basketId: string,
  ): Promise<{ order: Order; hasInvestment: boolean }[]> {
    const rows: { id: string; investment: boolean }[] = await manager.query(
      `select o.id, bool_or(i.investment) as investment from installation_order o
         join order_line l on l.order_id = o.id ${join(itemOf('l.item_id'))}
        where o.basket_id = $1 and o.state = 'submitted' group by o.id order by o.id`,
      [basketId],
    );
    return Promise.all(
      rows.map(async (row) => ({
        order: (await this.access.readForSystem(manager, row.id))!,
        hasInvestment: row.investment,
      })),
    );
  }
}

interface LockedParents {
  conventionHolds: boolean;
  period: { id: string } | null;
}

/** Sets the approved quantities on the lines; says which got less, and why. @throws Refused on a line or quantity that cannot be */
function applyQuantities(
  lines: OrderLine[],
  approved: ApprovedLineRequest[] | undefined,
): { name: string; asked: number; approved: number; reason: string | null }[] {
  for (const { lineId } of approved ?? []) {
    if (!lines.some((line) => line.id === lineId)) throw new Refused('order.line-unknown', { lineId });
  }
  for (const line of lines) {
    const given = approved?.find(({ lineId }) => lineId === line.id);
    const quantity = given?.quantity ?? line.quantityAsked;
    if (quantity > line.quantityAsked) throw new Refused('order.quantity-out-of-range', { lineId: line.id });
    if (quantity < line.quantityAsked && !given?.reason) throw new Refused('order.reason-missing', { lineId: line.id });
    line.quantityApproved = quantity;
    line.decisionReason = given?.reason ?? null;
  }
  return lines
    .filter((line) => line.quantityApproved! < line.quantityAsked)
    .map((line) => ({
      name: line.itemName,
      asked: line.quantityAsked,
      approved: line.quantityApproved!,
      reason: line.decisionReason,
    }));
}
