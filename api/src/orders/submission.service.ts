import { Injectable } from '@nestjs/common';
import { civilYearOf, orderTitle, release, reservation, type OrderMove } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { LedgerService } from '../budgets/ledger.service.js';
import { OrderableService, type OrderableItem } from '../catalogue/orderable.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import type { PlanSettings } from '../platform/config/plan-settings.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { OrderAccess } from './order.access.js';
import { OrderContext } from './order.context.js';
import { OrderLine } from './order-line.entity.js';
import { amountsOf, holdColumns, holdOf } from './order.money.js';
import { OrderMoves, requireMove, type OrderMoved } from './order-moves.js';
import { Order } from './order.entity.js';

/** Sending an order, and taking it back: submitting reserves the money, withdrawing gives it back. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly context: OrderContext,
    private readonly ledger: LedgerService,
    private readonly gate: GateService,
    private readonly catalogue: OrderableService,
    private readonly schools: SchoolsService,
    private readonly moves: OrderMoves,
    private readonly clock: Clock,
  ) {}

  /**
   * Draft → submitted, one order a performer, all or nothing.
   * @throws Refused order.convention-missing, order.cut-off-passed, order.item-not-orderable, budget.not-enough…
   */
  async submit(actor: Actor, orderId: string, write: Write): Promise<OrderMoved & { orders: OrderMoved[] }> {
    return this.transactions.run(write, async (manager) => {
      const seen = await this.access.read(manager, actor, orderId);
      const today = this.clock.today();
      const conventionHolds = await this.gate.hold(manager, seen.schoolId, today);
      const envelopeId = await this.ledger.findEnvelope(manager, seen.schoolId, civilYearOf(today), seen.kind);
      if (envelopeId) await this.ledger.lock(manager, [envelopeId]);
      const order = await this.access.lockSeen(manager, actor, seen, write);
      const { lines, settings, facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, 'submit', facts);

      const school = await this.schools.reach(manager, actor, order.schoolId);
      if (school.state === 'closed') throw new Refused('order.school-closed-for-good');
      if (school.stateContract === 'none') throw new Refused('order.school-not-eligible');
      if (!conventionHolds) throw await this.gate.refusal(manager, order.schoolId, today);
      requireBeforeCutOff(settings, today);
      const items = await this.requireOrderable(manager, lines, today);
      if (!envelopeId) throw new Refused('budget.envelope-missing');

      const orders: OrderMoved[] = [];
      for (const [contractId, group] of byPerformer(lines, items)) {
        const target = orders.length === 0 ? order : await this.splitOff(manager, order, group);
        orders.push(await this.reserve(manager, actor, { target, group, contractId, envelopeId, move, school }));
      }
      return { ...orders[0]!, orders };
    });
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
        holdColumns(null),
      );
    });
  }

  /** Items validated and priced today; prices are frozen on the lines by this submission. */
  private async requireOrderable(
    manager: EntityManager,
    lines: OrderLine[],
    today: string,
  ): Promise<Map<string, OrderableItem>> {
    if (lines.length === 0) throw new Refused('order.empty');
    const items = await this.catalogue.find(
      manager,
      lines.map((line) => line.itemId),
      today,
    );
    for (const line of lines) {
      const item = items.get(line.itemId);
      if (!item || item.state !== 'validated' || item.unitNetCents === null)
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
    return items;
  }

  /** A further order of the same basket, for another performer. */
  private async splitOff(manager: EntityManager, order: Order, group: OrderLine[]): Promise<Order> {
    const [{ id }] = await manager.query(
      `insert into installation_order (basket_id, school_id, school_uai, kind, note, contact, wishes, prerequisites, created_by, created_at, state_since)
       select basket_id, school_id, school_uai, kind, note, contact, wishes, prerequisites, created_by, created_at, state_since
         from installation_order where id = $1 returning id`,
      [order.id],
    );
    await manager.query('update order_line set order_id = $1 where id = any($2)', [id, group.map((line) => line.id)]);
    return { ...order, id, number: null, version: 1 };
  }

  private async reserve(
    manager: EntityManager,
    actor: Actor,
    what: {
      target: Order;
      group: OrderLine[];
      contractId: string | null;
      envelopeId: string;
      move: OrderMove;
      school: { uai: string };
    },
  ): Promise<OrderMoved> {
    const { target, group, contractId, envelopeId, move, school } = what;
    const at = this.clock.now();
    const { totalCents } = amountsOf(group, 'quantityAsked');
    const { hold } = await this.ledger.post(manager, envelopeId, reservation(totalCents), { orderId: target.id, at });
    const number = target.number ?? (await nextNumber(manager, civilYearOf(this.clock.today())));
    return this.moves.changeState(
      manager,
      target,
      { move, mover: actor, at, detail: { reservedCents: totalCents } },
      {
        number,
        title: orderTitle(await withRooms(manager, group)),
        schoolUai: school.uai,
        performer: contractId ? 'contract' : 'metropole',
        contractId,
        envelopeId,
        ...holdColumns(hold),
        askedCents: totalCents,
        approvedCents: null,
        submittedBy: actor.accountId,
        submittedAt: at,
      },
    );
  }
}

function byPerformer(lines: OrderLine[], items: Map<string, OrderableItem>): [string | null, OrderLine[]][] {
  const groups = new Map<string | null, OrderLine[]>();
  for (const line of lines) {
    const contractId = items.get(line.itemId)!.contractId;
    groups.set(contractId, [...(groups.get(contractId) ?? []), line]);
  }
  return [...groups].sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''));
}

/** After `order.cutOff` schools draft only, until the year ends. @throws Refused order.cut-off-passed with the date */
function requireBeforeCutOff(settings: PlanSettings, today: string): void {
  const { month, day } = settings['order.cutOff'];
  const cutOff = `${civilYearOf(today)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (today > cutOff) throw new Refused('order.cut-off-passed', { from: cutOff });
}

/** "C-2026-00184": from the year's sequence, which may leave gaps. */
async function nextNumber(manager: EntityManager, year: number): Promise<string> {
  const [{ next }] = await manager.query(`select nextval('order_number_${year}')::int as next`);
  return `C-${year}-${String(next).padStart(5, '0')}`;
}

async function withRooms(
  manager: EntityManager,
  lines: OrderLine[],
): Promise<{ itemName: string; roomName: string | null }[]> {
  const ids = lines.flatMap((line) => line.roomId ?? []);
  if (ids.length === 0) return lines.map((line) => ({ itemName: line.itemName, roomName: null }));
  const rooms: { id: string; name: string }[] = await manager.query('select id, name from room where id = any($1)', [
    ids,
  ]);
  const names = new Map(rooms.map((room) => [room.id, room.name]));
  return lines.map((line) => ({
    itemName: line.itemName,
    roomName: line.roomId ? (names.get(line.roomId) ?? null) : null,
  }));
}
