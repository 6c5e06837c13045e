import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lineAmounts, TICKETS_IN_HAND, TICKETS_TO_CLOSE } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { type Certified, QuotedOrders } from '../orders/quoted-orders.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { TicketAccess } from './ticket.access.js';
import type { QuoteItemList } from './ticket.answers.js';
import type { TicketQuoteRequest } from './ticket.dto.js';
import { Ticket } from './ticket.entity.js';
import { recordTicketMove } from './ticket-history.js';
import { TicketMoves } from './ticket-moves.js';
import type { TicketMoved } from './ticket.moving.js';
import { TicketNotices } from './ticket-notices.service.js';

/** What a repair would cost beyond a small sum is asked for as an order of the school's maintenance budget. */
@Injectable()
export class QuotesService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: TicketAccess,
    private readonly orders: QuotedOrders,
    private readonly moves: TicketMoves,
    private readonly notices: TicketNotices,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.orders.follow({
      certified: (manager, certified) => this.certified(manager, certified),
      hold: (manager, ticketIds) => this.access.lockAllForSystem(manager, ticketIds),
    });
  }

  async items(): Promise<QuoteItemList> {
    return { items: await this.orders.items(this.dataSource.manager) };
  }

  /**
   * The quote becomes a draft of the school's, which its head sends or not.
   * @throws Refused object.not-found, ticket.quote-not-now, ticket.quote-too-small, ticket.quote-item, ticket.order-under-way
   */
  quote(actor: Actor, ticketId: string, request: TicketQuoteRequest, write: Write): Promise<TicketMoved> {
    return this.transactions.run(write, async (manager) => {
      const [ticket] = await this.access.lockAll(manager, actor, [ticketId]);
      if (!ticket) throw new Refused('object.not-found');
      requireVersion(write, ticket.version);
      if (!TICKETS_IN_HAND.includes(ticket.state)) throw new Refused('ticket.quote-not-now');
      await this.requireEnough(manager, request);
      const order = await this.orders.compose(manager, actor, ticket, request);
      await this.tell(manager, ticket, { action: 'quote', mover: actor, detail: { order: order.id } });
      await this.notices.quoted(manager, ticket);
      return { id: ticket.id, number: ticket.number, version: ticket.version, state: ticket.state };
    });
  }

  /** Small repairs need no order. @throws Refused ticket.quote-too-small */
  private async requireEnough(
    manager: EntityManager,
    { unitNetCents, vatBasisPoints }: Pick<TicketQuoteRequest, 'unitNetCents' | 'vatBasisPoints'>,
  ): Promise<void> {
    const totalCents = (await this.settings.on(this.clock.today(), manager))['ticket.quoteMin'];
    const asked = lineAmounts({ quantity: 1, unitNetCents, vatBasisPoints }).totalCents;
    if (asked <= totalCents) throw new Refused('ticket.quote-too-small', { totalCents });
  }

  /** The thread says so; a ticket that was given for repaired is closed: its school has confirmed the work, and nobody is asked twice. */
  private async certified(manager: EntityManager, { ticketId, number, cents, mover, at }: Certified): Promise<void> {
    const ticket = await this.access.lockForSystem(manager, ticketId);
    await this.tell(manager, ticket, { action: 'certified', mover, detail: { order: number, cents }, at });
    if (TICKETS_TO_CLOSE.includes(ticket.state)) await this.moves.closeCertified(manager, ticket);
  }

  /** A line of the thread that moves nothing: what is open beside it shows another version. */
  private async tell(
    manager: EntityManager,
    ticket: Ticket,
    {
      at = this.clock.now(),
      ...line
    }: Pick<Parameters<typeof recordTicketMove>[2], 'action' | 'mover' | 'detail'> & { at?: Date },
  ): Promise<void> {
    await manager.query('update ticket set version = version + 1 where id = $1', [ticket.id]);
    Object.assign(ticket, { version: ticket.version + 1 });
    await recordTicketMove(manager, ticket, { ...line, at, from: ticket.state, reason: null });
  }
}
