import { Injectable } from '@nestjs/common';
import { parisInstantOf, slotProblem, STANDARD_WORK_HOURS, type SlotRefusal } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService } from '../identity/assignments.service.js';
import { OrderableService } from '../catalogue/orderable.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { OrderAccess } from './order.access.js';
import { OrderContext } from './order.context.js';
import type {
  ExtraLineRequest,
  MoveRequest,
  ReportedLineRequest,
  ReportRequest,
  ScheduleRequest,
} from './order.dto.js';
import { OrderLine } from './order-line.entity.js';
import { amountsOf } from './order.money.js';
import { OrderMoves, requireMove, type OrderMoved } from './order-moves.js';
import type { Order } from './order.entity.js';

/** Carrying out: planned, started, interrupted, reported. */
@Injectable()
export class WorkService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly context: OrderContext,
    private readonly schools: SchoolsService,
    private readonly catalogue: OrderableService,
    private readonly assignments: AssignmentsService,
    private readonly moves: OrderMoves,
    private readonly clock: Clock,
  ) {}

  async schedule(actor: Actor, orderId: string, request: ScheduleRequest, write: Write): Promise<OrderMoved> {
    return this.plan(actor, orderId, request, null, write);
  }

  async move(actor: Actor, orderId: string, request: MoveRequest, write: Write): Promise<OrderMoved> {
    return this.plan(actor, orderId, request, request.reason, write);
  }

  async start(actor: Actor, orderId: string, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      const { facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, 'start', facts);
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at: this.clock.now() },
        { everStarted: true, performedBy: withPerformer(order, actor) },
      );
    });
  }

  async interrupt(actor: Actor, orderId: string, reason: string, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      const { facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, 'interrupt', facts, reason);
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at: this.clock.now(), reason },
        { performedBy: withPerformer(order, actor) },
      );
    });
  }

  /** in progress → installed: what was done, line by line, and what it costs. A second report replaces the first. */
  async report(actor: Actor, orderId: string, request: ReportRequest, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      const judged = await this.context.judge(manager, order);
      const move = requireMove(actor, 'report', judged.facts);
      const ordered = judged.lines.filter((line) => !line.extra);
      await this.recordQuantities(manager, ordered, request.lines);
      const extra = await this.replaceExtraLines(manager, order, judged.lines, request.extraLines);
      const lines = [...ordered, ...extra];
      const reportedCents = costOf(lines, request.costCents, judged.settings['order.roundingMax']);
      const at = this.clock.now();
      return this.moves.changeState(
        manager,
        order,
        {
          move,
          mover: actor,
          at,
          reason: request.note || null,
          detail: { reportedCents, committedCents: order.holdCents },
        },
        { reportedCents, reportedAt: at, reportNote: request.note, performedBy: withPerformer(order, actor) },
      );
    });
  }

  private async plan(
    actor: Actor,
    orderId: string,
    request: ScheduleRequest,
    reason: string | null,
    write: Write,
  ): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      const { facts } = await this.context.judge(manager, order);
      const move = requireMove(actor, reason === null ? 'schedule' : 'move', facts, reason);
      const assignedAccountId =
        order.performer === 'contract' ? null : (request.assignedAccountId ?? order.assignedAccountId);
      if (order.performer === 'metropole') await this.requireTechnician(manager, assignedAccountId);
      await this.requireOpen(manager, actor, order, request);
      const plannedFrom = parisInstantOf(request.day, request.from);
      const plannedTo = parisInstantOf(request.day, request.to);
      const detail = { plannedFrom: plannedFrom.toISOString(), plannedTo: plannedTo.toISOString() };
      return this.moves.changeState(
        manager,
        order,
        { move, mover: actor, at: this.clock.now(), reason, detail },
        { assignedAccountId, plannedFrom, plannedTo },
      );
    });
  }

  private async requireTechnician(manager: EntityManager, accountId: string | null): Promise<void> {
    if (!accountId) throw new Refused('order.assignee-missing');
    if (!(await this.assignments.holds(manager, accountId, 'technician'))) throw new Refused('order.assignee-unknown');
  }

  /** @throws Refused order.school-closed, order.slot-in-class or order.slot-unreadable */
  private async requireOpen(manager: EntityManager, actor: Actor, order: Order, slot: ScheduleRequest): Promise<void> {
    const school = await this.schools.reach(manager, actor, order.schoolId);
    const search = {
      calendar: await this.schools.calendar(manager, school),
      from: slot.day,
      delayWorkingDays: 0,
      workHours: STANDARD_WORK_HOURS,
      opensInHolidays: !school.presenceNeeded,
    };
    const problem = slotProblem({ date: slot.day, startsAt: slot.from, endsAt: slot.to }, search);
    if (problem) throw new Refused(BY_SLOT_PROBLEM[problem]);
  }

  private async recordQuantities(
    manager: EntityManager,
    ordered: OrderLine[],
    reported: ReportedLineRequest[],
  ): Promise<void> {
    for (const { lineId } of reported) {
      if (!ordered.some((line) => line.id === lineId)) throw new Refused('order.line-unknown', { lineId });
    }
    for (const line of ordered) {
      const given = reported.find(({ lineId }) => lineId === line.id);
      if (!given) throw new Refused('order.quantity-out-of-range', { lineId: line.id });
      if (given.quantity < line.quantityApproved! && !given.lessReason)
        throw new Refused('order.reason-missing', { lineId: line.id });
      line.quantityDone = given.quantity;
      await manager.update(OrderLine, line.id, {
        quantityDone: given.quantity,
        lessReason: given.lessReason ?? null,
        equipment: given.equipment ?? null,
      });
    }
  }

  /** Beyond what was ordered: catalogue items at today's price, of the same performer. */
  private async replaceExtraLines(
    manager: EntityManager,
    order: Order,
    lines: OrderLine[],
    extraLines: ExtraLineRequest[],
  ): Promise<OrderLine[]> {
    await manager.delete(OrderLine, { orderId: order.id, extra: true });
    const items = await this.catalogue.find(
      manager,
      extraLines.map((line) => line.itemId),
      this.clock.today(),
    );
    await this.schools.requireRooms(
      manager,
      order.schoolId,
      extraLines.flatMap((line) => line.roomId ?? []),
    );
    const first = Math.max(-1, ...lines.filter((line) => !line.extra).map((line) => line.position)) + 1;
    const extra = extraLines.map((line, index) => {
      const item = items.get(line.itemId);
      if (!item || item.state !== 'validated' || item.unitNetCents === null || item.contractId !== order.contractId)
        throw new Refused('order.item-not-orderable', { itemId: line.itemId });
      return {
        orderId: order.id,
        position: first + index,
        itemId: item.id,
        itemName: item.name,
        unit: item.unit,
        roomId: line.roomId ?? null,
        extra: true,
        quantityAsked: 0,
        quantityApproved: 0,
        quantityDone: line.quantity,
        unitNetCents: item.unitNetCents,
        vatBasisPoints: item.vatBasisPoints!,
      };
    });
    if (extra.length > 0) await manager.insert(OrderLine, extra);
    return extra as OrderLine[];
  }
}

const BY_SLOT_PROBLEM: Record<SlotRefusal, 'order.slot-unreadable' | 'order.school-closed' | 'order.slot-in-class'> = {
  'slot-unreadable': 'order.slot-unreadable',
  'slot-not-working-day': 'order.school-closed',
  'slot-too-early': 'order.school-closed',
  'slot-in-holidays': 'order.school-closed',
  'slot-outside-hours': 'order.school-closed',
  'slot-in-class': 'order.slot-in-class',
};

/** Kept through dispute and adjournment: who carried it out neither confirms nor certifies. */
function withPerformer(order: Order, actor: Actor): string[] {
  return [...new Set([...order.performedBy, actor.accountId])];
}

/** The lines' sum, or what the bill says when it differs by roundings only. @throws Refused order.cost-not-of-lines */
function costOf(lines: OrderLine[], statedCents: number | undefined, roundingMax: number): number {
  const { totalCents } = amountsOf(lines, 'quantityDone');
  if (statedCents === undefined) return totalCents;
  if (Math.abs(statedCents - totalCents) > roundingMax * lines.length)
    throw new Refused('order.cost-not-of-lines', { linesCents: totalCents });
  return statedCents;
}
