import { Injectable } from '@nestjs/common';
import {
  ITEMS_ORDERABLE,
  lineAmounts,
  ORDERS,
  ORDERS_DISCARDED,
  ORDERS_DONE,
  ORDERS_OPEN,
  ORDERS_TO_JUDGE,
  orderTitle,
  type OrderState,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { OrderableService } from '../catalogue/orderable.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { inStates, notInStates } from '../platform/database/in-states.js';
import { Refused } from '../platform/http/refused.js';
import type { Left } from '../platform/lifecycle/run-move.js';
import { OrderLine } from './order-line.entity.js';
import { recordMove } from './order-history.js';
import type { MovingOrder, OrderColumns } from './order.moving.js';
import { AMOUNT } from './order.sql.js';

/** What somebody asks for a repair, net, with its tax. */
export interface Quote {
  itemId: string;
  unitNetCents: number;
  vatBasisPoints: number;
  note: string;
}

/** The order of a ticket, as the ticket shows it. Cents tax included. */
export interface OrderOfTicket {
  id: string;
  number: string | null;
  state: OrderState;
  version: number;
  title: string;
  cents: number;
}

/** An order of a ticket that was certified. */
export interface Certified {
  orderId: string;
  ticketId: string;
  number: string;
  cents: number;
  mover: MovingOrder['mover'];
  at: Date;
}

/** What tickets answer to what becomes of their orders. */
interface Follower {
  certified(manager: EntityManager, certified: Certified): Promise<void>;
  /** Tickets, held by id: whoever needs two of them takes them so. */
  hold(manager: EntityManager, ticketIds: readonly string[]): Promise<void>;
}

/** Maintenance orders, the door for tickets: a quote becomes one, and its certification is told back. */
@Injectable()
export class QuotedOrders {
  private follower: Follower | null = null;

  constructor(
    private readonly catalogue: OrderableService,
    private readonly schools: SchoolsService,
    private readonly clock: Clock,
  ) {}

  /** Whom certifications are told to, in their own transaction: once, as the application starts. */
  follow(follower: Follower): void {
    this.follower = follower;
  }

  /** What a quote may be for today. */
  items(manager: EntityManager): Promise<{ id: string; name: string; performerName: string }[]> {
    return this.catalogue.onQuote(manager, this.clock.today());
  }

  /**
   * A draft of the school's, of one line at the price of the quote.
   * @param ticket locked, so that two quotes do not become two orders
   * @throws Refused ticket.quote-item, ticket.order-under-way
   */
  async compose(
    manager: EntityManager,
    actor: Actor,
    ticket: { id: string; schoolId: string; roomId: string | null },
    quote: Quote,
  ): Promise<OrderOfTicket> {
    const { itemId, unitNetCents, vatBasisPoints, note } = quote;
    const item = (await this.catalogue.find(manager, [itemId], this.clock.today())).get(itemId);
    if (!item?.onQuote || !ITEMS_ORDERABLE.includes(item.state)) throw new Refused('ticket.quote-item');
    if (await this.isUnderWay(manager, ticket.id)) throw new Refused('ticket.order-under-way');
    const { uai } = await this.schools.standing(manager, ticket.schoolId);
    const rooms = await this.schools.roomNames(manager, ticket.roomId ? [ticket.roomId] : []);
    const title = orderTitle([{ itemName: item.name, roomName: rooms.get(ticket.roomId ?? '') ?? null }]);
    const price = { unitNetCents, vatBasisPoints, quantity: 1 };
    const { totalCents } = lineAmounts(price);
    const [{ id }] = await manager.query(
      `insert into installation_order (basket_id, kind, ticket_id, school_id, school_uai, title, note, asked_cents, created_by, created_at, state_since)
         values (uuidv7(), 'maintenance', $1, $2, $3, $4, $5, $6, $7, $8, $8) returning id`,
      [ticket.id, ticket.schoolId, uai, title, note, totalCents, actor.accountId, this.clock.now()],
    );
    await manager.insert(OrderLine, {
      ...{ orderId: id, position: 0, itemId, itemName: item.name, unit: item.unit, roomId: ticket.roomId },
      ...{ quantityAsked: 1, unitNetCents, vatBasisPoints, quoted: true },
    });
    const move = { action: 'compose', next: ORDERS.initial };
    await recordMove(manager, { id, state: ORDERS.initial }, { move, mover: actor, at: this.clock.now() });
    return { id, number: null, state: ORDERS.initial, version: 1, title, cents: totalCents };
  }

  /** The last order of a ticket that was not given up as a draft. */
  async ofTicket(manager: EntityManager, ticketId: string): Promise<OrderOfTicket | null> {
    const [row] = await manager.query(LAST_OF_TICKET, [ticketId]);
    return (row as OrderOfTicket | undefined) ?? null;
  }

  /** The same of several tickets, by the ticket's id. */
  async ofTickets(manager: EntityManager, ticketIds: readonly string[]): Promise<ReadonlyMap<string, OrderOfTicket>> {
    const rows: (OrderOfTicket & { ticketId: string })[] = await manager.query(LAST_OF_TICKETS, [ticketIds]);
    return new Map(rows.map(({ ticketId, ...order }) => [ticketId, order]));
  }

  /** Whether a repair is paid for by an order that is not over: nothing else is charged meanwhile. */
  async isUnderWay(manager: EntityManager, ticketId: string): Promise<boolean> {
    const [{ under }] = await manager.query(UNDER_WAY, [ticketId]);
    return under as boolean;
  }

  /** The last order of a ticket whose work is done; null: none is. */
  async doneOf(manager: EntityManager, ticketId: string): Promise<string | null> {
    const [row] = await manager.query(DONE_OF_TICKET, [ticketId]);
    return (row?.id as string | undefined) ?? null;
  }

  /** The tickets of orders that are certified in one transaction: all of them before the first is told. @param orderIds locked */
  async holdTickets(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
    const rows: { ticketId: string }[] = await manager.query(
      'select distinct ticket_id as "ticketId" from installation_order where id = any($1) and ticket_id is not null',
      [orderIds],
    );
    if (rows.length > 0)
      await this.follower?.hold(
        manager,
        rows.map(({ ticketId }) => ticketId),
      );
  }

  /** The effect `tell-ticket`. */
  async certified({ manager, order, mover, at }: MovingOrder): Promise<Left<OrderColumns>> {
    const { ticketId } = order;
    if (ticketId === null) return {};
    const cents = order.reportedCents!;
    await this.follower?.certified(manager, { orderId: order.id, ticketId, number: order.number!, cents, mover, at });
    return {};
  }
}

const OF_TICKET = `o.id, o.number, o.state, o.version, o.title, ${AMOUNT}::int as cents from installation_order o`;
const LAST_OF_TICKETS = `select distinct on (o.ticket_id) o.ticket_id as "ticketId", ${OF_TICKET}
  where o.ticket_id = any($1) and ${notInStates('o.state', ORDERS_DISCARDED)} order by o.ticket_id, o.created_at desc, o.id desc`;
const LAST_OF_TICKET = `select ${OF_TICKET}
  where o.ticket_id = $1 and ${notInStates('o.state', ORDERS_DISCARDED)} order by o.created_at desc, o.id desc limit 1`;
const UNDER_WAY = `select exists (select from installation_order o where o.ticket_id = $1 and ${inStates('o.state', ORDERS_OPEN)}) as under`;
const DONE_OF_TICKET = `select o.id from installation_order o where o.ticket_id = $1 and ${inStates('o.state', [...ORDERS_TO_JUDGE, ...ORDERS_DONE])}
  order by o.created_at desc, o.id desc limit 1`;
