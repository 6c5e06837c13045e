import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  judgeMove,
  lineAmounts,
  ORDER_STATES,
  ORDERS,
  kindsOf,
  PREREQUISITES,
  SECTORS,
  type SchoolSector,
  ITEMS_ORDERABLE,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { OrderableService, type OrderableItem } from '../catalogue/orderable.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { allowed } from '../platform/lifecycle/run-move.js';
import { OrderAccess } from './order.access.js';
import { OrderContext } from './order.context.js';
import type { DraftLineRequest, DraftRequest, PrerequisiteRequest } from './order.dto.js';
import { OrderLine } from './order-line.entity.js';
import { orderActor, recordMove } from './order-moves.js';
import type { OrderMoved } from './order.moving.js';
import { Order, type PromisedPrerequisite } from './order.entity.js';
import { requireWishes } from './wished-days.js';
import { NEED_FIELDS } from '../catalogue/item-needs.js';

/** Days a promised prerequisite is given before it is due. */
const PREREQUISITE_DAYS = 30;

/** Composing: a draft holds no money, and is priced again each time it is written. */
@Injectable()
export class CompositionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly catalogue: OrderableService,
    private readonly schools: SchoolsService,
    private readonly context: OrderContext,
    private readonly clock: Clock,
  ) {}

  async compose(actor: Actor, request: DraftRequest, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const school = await this.schools.reach(manager, actor, actor.schoolId!);
      const now = this.clock.now();
      const [{ id }] = await manager.query(
        `insert into installation_order (basket_id, school_id, school_uai, created_by, created_at, state_since)
         values (uuidv7(), $1, $2, $3, $4, $4) returning id`,
        [school.id, school.uai, actor.accountId, now],
      );
      await recordMove(
        manager,
        { id, state: ORDERS.initial },
        { move: { action: 'compose', next: ORDERS.initial }, mover: actor, at: now },
      );
      const changes = await this.content(manager, actor, id, request, school.sector);
      await manager.update(Order, id, changes);
      return { id, version: 2, state: ORDERS.initial, number: null };
    });
  }

  async write(actor: Actor, orderId: string, request: DraftRequest, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      await this.requireDraft(manager, actor, order);
      const school = await this.schools.reach(manager, actor, order.schoolId);
      const changes = await this.content(manager, actor, orderId, request, school.sector);
      await manager.update(Order, orderId, changes);
      return { id: orderId, version: order.version + 1, state: order.state, number: order.number };
    });
  }

  /** Who may discard a draft may write it. @throws Refused as the table says of discarding it */
  private async requireDraft(manager: EntityManager, actor: Actor, order: Order): Promise<void> {
    const { facts } = await this.context.judge(manager, order);
    allowed(judgeMove(orderActor(actor), 'discard', facts), ORDER_STATES[order.state].word);
  }

  /** Replaces what the draft holds; prices come from the catalogue of today, never from the person. */
  private async content(
    manager: EntityManager,
    actor: Actor,
    orderId: string,
    request: DraftRequest,
    sector: SchoolSector,
  ) {
    requireWishes(request.wishes, this.clock.today());
    const items = await this.catalogue.find(
      manager,
      request.lines.map((line) => line.itemId),
      this.clock.today(),
    );
    await this.schools.requireRooms(
      manager,
      actor.schoolId!,
      request.lines.flatMap((line) => line.roomId ?? []),
    );
    const lines = request.lines.map((line, position) => draftLine(orderId, position, line, items.get(line.itemId)));
    await manager.delete(OrderLine, { orderId });
    if (lines.length > 0) await manager.insert(OrderLine, lines);
    return {
      wishes: request.wishes.map(({ day, from, to }) => ({ day, from, to })),
      contact: request.contact,
      note: request.note,
      prerequisites: prerequisitesOf([...items.values()], request.prerequisites, sector, this.clock.today()),
      askedCents: lines.reduce(
        (sum, line) => sum + lineAmounts({ ...line, quantity: line.quantityAsked }).totalCents,
        0,
      ),
    };
  }
}

function draftLine(orderId: string, position: number, line: DraftLineRequest, item: OrderableItem | undefined) {
  if (!item || !ITEMS_ORDERABLE.includes(item.state))
    throw new Refused('order.item-not-orderable', { itemId: line.itemId });
  return {
    orderId,
    position,
    itemId: item.id,
    itemName: item.name,
    unit: item.unit,
    roomId: line.roomId ?? null,
    quantityAsked: line.quantity,
    unitNetCents: item.unitNetCents ?? 0,
    vatBasisPoints: item.vatBasisPoints ?? 0,
  };
}

/** What the items need, each ticked or promised by who owns the building, with a day by which it is due. */
function prerequisitesOf(
  items: readonly OrderableItem[],
  ticks: readonly PrerequisiteRequest[],
  sector: SchoolSector,
  today: string,
): PromisedPrerequisite[] {
  const dueOn = addCalendarDays(today, PREREQUISITE_DAYS);
  return kindsOf(PREREQUISITES)
    .filter((what) => items.some((item) => item[NEED_FIELDS[what]]))
    .map((what) => {
      const kept = ticks.some((tick) => tick.what === what && tick.kept);
      return {
        what,
        promisedBy: SECTORS[sector].promiser,
        kept,
        dueOn: kept ? null : dueOn,
      };
    });
}
