import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  judgeMove,
  lineAmounts,
  ORDER_STATES,
  ORDERS,
  kindsOf,
  PREREQUISITES,
  promiserFor,
  type SchoolOf,
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
import { recordMove } from './order-history.js';
import { orderActor } from './order-moves.js';
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
      if (school.state === 'closed') throw new Refused('order.school-closed-for-good');
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
      const changes = await this.content(manager, actor, id, request, school);
      await manager.update(Order, id, changes);
      return { id, version: 2, state: ORDERS.initial, number: null };
    });
  }

  async write(actor: Actor, orderId: string, request: DraftRequest, write: Write): Promise<OrderMoved> {
    return this.transactions.run(write, async (manager) => {
      const order = await this.access.lock(manager, actor, orderId, write);
      await this.requireDraft(manager, actor, order);
      const school = await this.schools.reach(manager, actor, order.schoolId);
      const changes = await this.content(manager, actor, orderId, request, school);
      await manager.update(Order, orderId, changes);
      return { id: orderId, version: order.version + 1, state: order.state, number: order.number };
    });
  }

  /** Takes a photo of the place out of a draft. @throws Refused object.not-found when the draft has none of that id */
  async takeFileAway(actor: Actor, orderId: string, fileId: string, write: Write): Promise<void> {
    await this.transactions.run(write, async (manager) => {
      const order = await this.access.hold(manager, actor, orderId);
      await this.requireDraft(manager, actor, order);
      const gone = await manager.query(
        'with gone as (delete from order_file where id = $1 and order_id = $2 returning id) select id from gone',
        [fileId, orderId],
      );
      if (gone.length === 0) throw new Refused('object.not-found');
    });
  }

  /** Who may discard a draft may write it; a quote stays as it was given. @throws Refused as the table says of discarding it, order.follows-quote */
  private async requireDraft(manager: EntityManager, actor: Actor, order: Order): Promise<void> {
    if (order.ticketId !== null) throw new Refused('order.follows-quote');
    const { facts } = await this.context.judge(manager, order);
    allowed(judgeMove(orderActor(actor), 'discard', facts), ORDER_STATES[order.state].word);
  }

  /** Replaces what the draft holds; prices come from the catalogue of today, never from the person. */
  private async content(
    manager: EntityManager,
    actor: Actor,
    orderId: string,
    request: DraftRequest,
    school: SchoolOf,
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
    const kept = new Map((await this.access.lines(manager, orderId)).map((line) => [line.itemId, line]));
    const lines = request.lines.map((line, position) => {
      const { itemId } = line;
      return { orderId, position, ...asked(line), ...whatIs(itemId, items.get(itemId), kept.get(itemId)) };
    });
    await manager.delete(OrderLine, { orderId });
    if (lines.length > 0) await manager.insert(OrderLine, lines);
    return {
      wishes: request.wishes.map(({ day, from, to }) => ({ day, from, to })),
      contact: request.contact,
      note: request.note,
      prerequisites: prerequisitesOf([...items.values()], request.prerequisites, school, this.clock.today()),
      askedCents: lines.reduce(
        (sum, line) => sum + lineAmounts({ ...line, quantity: line.quantityAsked }).totalCents,
        0,
      ),
    };
  }
}

const asked = ({ roomId = null, quantity }: DraftLineRequest) => ({ roomId, quantityAsked: quantity });

/**
 * What a line is, at today's price. What has left the catalogue since it was put into the draft stays as it was, and is not
 * sent: nothing that a person chose goes away by itself.
 * @throws Refused order.item-not-orderable when it may not be put into a draft
 */
function whatIs(itemId: string, item: OrderableItem | undefined, kept: OrderLine | undefined) {
  if (item && ITEMS_ORDERABLE.includes(item.state)) {
    const { name, unit, unitNetCents, vatBasisPoints } = item;
    const price = { unitNetCents: unitNetCents ?? 0, vatBasisPoints: vatBasisPoints ?? 0 };
    return { itemId, itemName: name, unit, ...price };
  }
  if (!kept) throw new Refused('order.item-not-orderable', { itemId });
  const { itemName, unit, unitNetCents, vatBasisPoints } = kept;
  return { itemId, itemName, unit, unitNetCents, vatBasisPoints };
}

/** What the items need, each ticked or promised by who owns the building, with a day by which it is due. */
function prerequisitesOf(
  items: readonly OrderableItem[],
  ticks: readonly PrerequisiteRequest[],
  school: SchoolOf,
  today: string,
): PromisedPrerequisite[] {
  const dueOn = addCalendarDays(today, PREREQUISITE_DAYS);
  return kindsOf(PREREQUISITES)
    .filter((what) => items.some((item) => item[NEED_FIELDS[what]]))
    .map((what) => {
      const kept = ticks.some((tick) => tick.what === what && tick.kept);
      return {
        what,
        promisedBy: promiserFor(school),
        kept,
        dueOn: kept ? null : dueOn,
      };
    });
}
