import { Injectable } from '@nestjs/common';
import {
  approvedAutomatically,
  civilYearOf,
  ITEM_STATES,
  orderTitle,
  sumAmounts,
  type ItemState,
  isEligible,
  type StateContract,
  type SchoolState,
} from '@parc/domain';
import { OrderableService, type OrderableItem } from '../catalogue/orderable.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import type { PlanSettings } from '../platform/config/plan-settings.js';
import { Refused } from '../platform/http/refused.js';
import type { Left } from '../platform/lifecycle/run-move.js';
import { OrderLine } from './order-line.entity.js';
import type { MovingOrder, OrderColumns, SentBasket } from './order.moving.js';
import { NEXT_ORDER_NUMBER } from './order-number.sql.js';
import type { Order } from './order.entity.js';

/** What a submission asks and does, step by step. `QuickSubmission` does the same in three statements. */
@Injectable()
export class SubmissionSteps {
  constructor(
    private readonly catalogue: OrderableService,
    private readonly schools: SchoolsService,
  ) {}

  /** @throws Refused order.school-closed-for-good, order.school-not-eligible */
  async requireSchool({ manager, order }: MovingOrder): Promise<void> {
    requireOrderingSchool(await this.schools.standing(manager, order.schoolId));
  }

  /** @throws Refused order.empty, order.item-not-orderable, order.quote-needed */
  async requireOrderable(moving: MovingOrder): Promise<void> {
    const itemOf = await this.itemsOf(moving);
    requireOrderableLines(moving.lines.map((line) => ({ ...line, item: itemOf(line) })));
  }

  /** The whole basket at today's prices, tax included. */
  async totalCents(moving: MovingOrder): Promise<number> {
    const itemOf = await this.itemsOf(moving);
    return basketTotal(moving.lines.map((line) => ({ ...line, item: itemOf(line) })));
  }

  /** One order a performer: this one keeps the first, each further one becomes a draft of the same basket. */
  async split(moving: MovingOrder): Promise<Left<OrderColumns>> {
    const itemOf = await this.itemsOf(moving);
    moving.basket ??= basketAsSent(moving, itemOf);
    const [[contractId, own], ...others] = byPerformer(moving.lines, (line) => itemOf(line).contractId);
    for (const [, lines] of others) {
      const order = await splitOff(
        moving.manager,
        moving.order,
        lines.map(({ id }) => id),
      );
      moving.rest.push({ order, lines });
    }
    moving.lines.splice(0, moving.lines.length, ...own);
    return { columns: { performer: contractId === null ? 'metropole' : 'contract', contractId, ...moving.basket } };
  }

  /** Priced as of today, for good; the order gets its name. */
  async freezePrices(moving: MovingOrder): Promise<Left<OrderColumns>> {
    const itemOf = await this.itemsOf(moving);
    for (const line of moving.lines) {
      const { unitNetCents, vatBasisPoints } = itemOf(line);
      const price = { unitNetCents: unitNetCents!, vatBasisPoints: vatBasisPoints! };
      if (line.unitNetCents === price.unitNetCents && line.vatBasisPoints === price.vatBasisPoints) continue;
      Object.assign(line, price);
      await moving.manager.update(OrderLine, line.id, price);
    }
    const rooms = await this.schools.roomNames(
      moving.manager,
      moving.lines.flatMap(({ roomId }) => roomId ?? []),
    );
    const named = moving.lines.map(({ itemName, roomId }) => ({ itemName, roomName: rooms.get(roomId ?? '') ?? null }));
    return { columns: { title: orderTitle(named) } };
  }

  /** A number once given is for life. The school is told by the identifier of the day. */
  async number({ manager, order, today }: MovingOrder): Promise<Left<OrderColumns>> {
    const { uai } = await this.schools.standing(manager, order.schoolId);
    if (order.number !== null) return { columns: { schoolUai: uai } };
    const [{ number }] = await manager.query(`select ${NEXT_ORDER_NUMBER('$1')} as number`, [civilYearOf(today)]);
    return { columns: { schoolUai: uai, number } };
  }

  async sendTheRest(moving: MovingOrder): Promise<void> {
    for (const other of moving.rest) moving.sent.push(await moving.alike!(other));
  }

  /** What each line is of, at the price it is sent at: the catalogue's of the day, or its quote's. */
  private async itemsOf(moving: MovingOrder): Promise<(line: OrderLine) => OrderableItem> {
    const items = (moving.items ??= await this.catalogue.find(
      moving.manager,
      moving.lines.map(({ itemId }) => itemId),
      moving.today,
    ));
    return ({ itemId, quoted, unitNetCents, vatBasisPoints }) => {
      const item = items.get(itemId)!;
      return quoted ? { ...item, unitNetCents, vatBasisPoints } : item;
    };
  }
}

/** @throws Refused order.school-closed-for-good, order.school-not-eligible */
export function requireOrderingSchool(school: { state: SchoolState; stateContract: StateContract }): void {
  if (school.state === 'closed') throw new Refused('order.school-closed-for-good');
  if (!isEligible(school.stateContract)) throw new Refused('order.school-not-eligible');
}

/** Validated, and priced today or by a quote. @throws Refused order.empty, order.item-not-orderable, order.quote-needed */
export function requireOrderableLines(
  lines: readonly {
    itemId: string;
    quoted: boolean;
    item: { state: string; onQuote: boolean; unitNetCents: number | null };
  }[],
): void {
  if (lines.length === 0) throw new Refused('order.empty');
  for (const { itemId, quoted, item } of lines) {
    if (!ITEM_STATES[item.state as ItemState].orderable || item.unitNetCents === null)
      throw new Refused('order.item-not-orderable', { itemId });
    if (item.onQuote && !quoted) throw new Refused('order.quote-needed', { itemId });
  }
}

/** What lines that may be ordered cost at today's prices, tax included: what is reserved when they are sent. */
export function basketTotal(
  lines: readonly {
    quantityAsked: number;
    item: { unitNetCents: number | null; vatBasisPoints: number | null };
  }[],
): number {
  return sumAmounts(
    lines.map(({ quantityAsked, item }) => ({
      quantity: quantityAsked,
      unitNetCents: item.unitNetCents!,
      vatBasisPoints: item.vatBasisPoints!,
    })),
  ).totalCents;
}

/** Prices are those of the day, by which it is sent. */
export function basketAsSent<Line extends { quantityAsked: number }>(
  { order, lines, settings }: { order: Pick<Order, 'prerequisites'>; lines: readonly Line[]; settings: PlanSettings },
  itemOf: (line: Line) => Pick<OrderableItem, 'investment' | 'onQuote' | 'unitNetCents' | 'vatBasisPoints'>,
): SentBasket {
  const asked = lines.map((line) => ({ ...line, item: itemOf(line) }));
  const totalCents = basketTotal(asked);
  const automatic = approvedAutomatically({
    totalCents,
    autoMaxCents: settings['order.autoMax'],
    hasInvestment: asked.some(({ item }) => item.investment),
    hasQuote: asked.some(({ item }) => item.onQuote),
    prerequisitesTicked: order.prerequisites.every(({ kept }) => kept),
  });
  return { automaticCents: automatic ? totalCents : null };
}

/** The lines of each performer, the metropole's first. There is one group at least: an empty order is not sent. */
export function byPerformer<Line>(
  lines: readonly Line[],
  contractOf: (line: Line) => string | null,
): [first: [string | null, Line[]], ...others: [string | null, Line[]][]] {
  const groups = new Map<string | null, Line[]>();
  for (const line of lines) groups.set(contractOf(line), [...(groups.get(contractOf(line)) ?? []), line]);
  const [first, ...others] = [...groups].sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''));
  if (!first) throw new Refused('order.empty');
  return [first, ...others];
}

/** A further order of the same basket, for another performer: the lines that are its own, and what shows the place. */
export async function splitOff<Draft extends Pick<Order, 'id'>>(
  manager: MovingOrder['manager'],
  order: Draft,
  lineIds: string[],
): Promise<Draft> {
  const [{ id }] = await manager.query(
    `insert into installation_order (basket_id, school_id, school_uai, kind, ticket_id, note, contact, wishes, prerequisites, created_by, created_at, state_since)
     select basket_id, school_id, school_uai, kind, ticket_id, note, contact, wishes, prerequisites, created_by, created_at, state_since
       from installation_order where id = $1 returning id`,
    [order.id],
  );
  await manager.query('update order_line set order_id = $1 where id = any($2)', [id, lineIds]);
  await manager.query(
    `insert into order_file (order_id, kind, name, media_type, size_bytes, width, height, content, created_by, created_at)
     select $2, kind, name, media_type, size_bytes, width, height, content, created_by, created_at
       from order_file where order_id = $1 order by id`,
    [order.id, id],
  );
  return { ...order, id, number: null, version: 1 };
}
