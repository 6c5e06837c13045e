import { Injectable } from '@nestjs/common';
import { ITEM_STATES, type ItemState } from '@parc/domain';
import { OrderableService, type OrderableItem } from '../catalogue/orderable.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import { Refused } from '../platform/http/refused.js';
import type { Left } from '../platform/lifecycle/run-move.js';
import type { ExtraLineRequest } from './order.dto.js';
import { OrderLine } from './order-line.entity.js';
import { amountsOf } from './order.money.js';
import { brought, type MovingOrder, type OrderColumns } from './order.moving.js';
import { announcePhotos } from './photo-slots.js';

type ExtraLine = Omit<OrderLine, 'id' | 'decisionReason' | 'lessReason' | 'equipment'>;

/** What was done, line by line, and what it costs. A second report replaces the first. */
@Injectable()
export class ReportSteps {
  constructor(
    private readonly catalogue: OrderableService,
    private readonly schools: SchoolsService,
  ) {}

  /**
   * Each line has its quantity, less with its reason; what was added is sold by the same performer; the bill is the lines'.
   * @throws Refused order.line-unknown, order.quantity-out-of-range, order.reason-missing, order.item-not-orderable,
   * order.room-unknown, order.cost-not-of-lines
   */
  async require(moving: MovingOrder): Promise<void> {
    const { lines: reported } = brought(moving, 'report');
    const ordered = orderedLines(moving);
    for (const { lineId } of reported) {
      if (!ordered.some((line) => line.id === lineId)) throw new Refused('order.line-unknown', { lineId });
    }
    for (const line of ordered) {
      const given = reported.find(({ lineId }) => lineId === line.id);
      if (!given) throw new Refused('order.quantity-out-of-range', { lineId: line.id });
      if (given.quantity < line.quantityApproved! && !given.lessReason)
        throw new Refused('order.reason-missing', { lineId: line.id });
    }
    await this.costOf(moving);
  }

  /** What the report says that the work costs, tax included. */
  async totalCents(moving: MovingOrder): Promise<number> {
    return (await this.costOf(moving)).reportedCents;
  }

  async record(moving: MovingOrder): Promise<Left<OrderColumns>> {
    const { manager, order, at } = moving;
    const { lines: reported, note } = brought(moving, 'report');
    const { extra, reportedCents } = await this.costOf(moving);
    await announcePhotos(moving);
    for (const line of orderedLines(moving)) {
      const { quantity, lessReason, equipment } = reported.find(({ lineId }) => lineId === line.id)!;
      const done = { quantityDone: quantity, lessReason: lessReason ?? null, equipment: equipment ?? null };
      await manager.update(OrderLine, line.id, done);
    }
    await manager.delete(OrderLine, { orderId: order.id, extra: true });
    if (extra.length > 0) await manager.insert(OrderLine, extra);
    return {
      columns: { reportedCents, reportedAt: at, reportNote: note },
      detail: { reportedCents, committedCents: order.holdCents },
    };
  }

  /** The lines' sum, or what the bill says when it differs by roundings only. */
  private async costOf(moving: MovingOrder): Promise<{ extra: ExtraLine[]; reportedCents: number }> {
    const { lines: reported, costCents } = brought(moving, 'report');
    const extra = await this.extraLines(moving);
    const done = orderedLines(moving).map((line) => ({
      ...line,
      quantityDone: reported.find(({ lineId }) => lineId === line.id)!.quantity,
    }));
    const lines = [...done, ...extra];
    const { totalCents } = amountsOf(lines, 'quantityDone');
    if (
      costCents !== undefined &&
      Math.abs(costCents - totalCents) > moving.settings['order.roundingMax'] * lines.length
    )
      throw new Refused('order.cost-not-of-lines', { linesCents: totalCents });
    return { extra, reportedCents: costCents ?? totalCents };
  }

  /** Beyond what was ordered: catalogue items at today's price, of the same performer. */
  private async extraLines(moving: MovingOrder): Promise<ExtraLine[]> {
    const { manager, order, today } = moving;
    const { extraLines } = brought(moving, 'report');
    const items = await this.catalogue.find(
      manager,
      extraLines.map(({ itemId }) => itemId),
      today,
    );
    await this.schools.requireRooms(
      manager,
      order.schoolId,
      extraLines.flatMap(({ roomId }) => roomId ?? []),
    );
    const first = Math.max(-1, ...orderedLines(moving).map(({ position }) => position)) + 1;
    return extraLines.map((line, index) => extraLine(moving, line, items.get(line.itemId), first + index));
  }
}

function orderedLines({ lines }: MovingOrder): OrderLine[] {
  return lines.filter((line) => !line.extra);
}

function extraLine(
  { order }: MovingOrder,
  line: ExtraLineRequest,
  item: OrderableItem | undefined,
  position: number,
): ExtraLine {
  const sold = item && ITEM_STATES[item.state as ItemState].orderable && item.contractId === order.contractId;
  if (!sold || item.unitNetCents === null) throw new Refused('order.item-not-orderable', { itemId: line.itemId });
  return {
    orderId: order.id,
    position,
    itemId: item.id,
    itemName: item.name,
    unit: item.unit,
    extra: true,
    quoted: false,
    roomId: line.roomId ?? null,
    quantityAsked: 0,
    quantityApproved: 0,
    quantityDone: line.quantity,
    unitNetCents: item.unitNetCents,
    vatBasisPoints: item.vatBasisPoints!,
  };
}
