import { inject, Injectable, signal } from '@angular/core';
import { Api, roundRead, type RoundPacket, type RoundTicket } from '@parc/api-client';
import { ORDERS, type TicketAction, TICKETS } from '@parc/domain';
import type { WaitingAct } from '../acts';
import type { Offline } from '../offline';
import { reading } from '../../shell/reading';
import { OfflineDoor } from '../offline-door';
import { visitsWithOwn } from './own-visits';
import { takeAlong } from './take-along';

/** What somebody takes along, and where it comes from. */
export interface Packet {
  readonly content: RoundPacket;
  /** Without an answer of the server: as the phone has kept it. */
  readonly kept: boolean;
}

/**
 * What somebody takes along for two days: read for the pages that need it, kept on an enrolled phone, and read there when there is no
 * network. What has been written on the phone and waits to be sent is done already, for who wrote it.
 */
@Injectable({ providedIn: 'root' })
export class RoundPackets {
  private readonly api = inject(Api);
  private readonly door = inject(OfflineDoor);
  /** Counts what asks for it: nothing is read before a page of the round is open. */
  private readonly asked = signal(0);
  readonly reading = reading({
    asked: () => this.asked() || undefined,
    load: () => this.latest(),
    keepsFormer: true,
  });
  /** When the server was last heard, milliseconds since 1970. */
  private heardAt = 0;

  read(): void {
    this.asked.update((times) => times + 1);
  }

  /** Taken along anew where the last answer is older than that; a page that shows it follows. Without a network, later. */
  async refresh(olderThanMilliseconds: number): Promise<void> {
    if (Date.now() - this.heardAt < olderThanMilliseconds) return;
    if (this.asked() > 0) this.read();
    else await this.latest().catch(() => undefined);
  }

  /** @throws Problem when nobody answers and nothing is kept */
  async latest(): Promise<Packet> {
    const { content, kept, offline } = await takeAlong(this.door, {
      ask: (known) => this.api.invoke$Response(roundRead, known),
      is: isRoundPacket,
    });
    if (!kept) this.heardAt = Date.now();
    return { content: offline === null ? content : withOwnActs(content, offline), kept };
  }
}

/** Every part of it: one that an older page has kept may lack what this one shows. */
const PARTS: Readonly<Record<keyof RoundPacket, true>> = {
  ...{ day: true, serverTime: true, schools: true, schoolsLeftOut: true, orders: true, wholeOrders: true },
  ...{ tickets: true, moreTickets: true, checks: true, visits: true, devices: true },
  ...{ toSchedule: true, awaitingConfirmation: true, sealKey: true, calendar: true },
};

function isRoundPacket(content: unknown): content is RoundPacket {
  return typeof content === 'object' && content !== null && Object.keys(PARTS).every((name) => name in content);
}

/** As it will be once everything that waits has arrived. */
function withOwnActs(content: RoundPacket, offline: Offline): RoundPacket {
  const waiting = offline.waiting().filter(({ refusal }) => refusal === null);
  const actsOn = (id: string) => waiting.filter(({ object }) => object.id === id);
  const tickets = content.tickets.map((ticket) => actsOn(ticket.id).reduce(afterAct, ticket));
  const orders = content.orders.map((order) => {
    const moves = actsOn(order.id).flatMap(({ action }) => ORDERS.moves.find((move) => move.action === action) ?? []);
    return moves.length === 0 ? order : { ...order, state: moves.at(-1)!.next };
  });
  const checks = content.checks.filter(({ id }) => actsOn(id).length === 0);
  const visits = [...visitsWithOwn(content, offline.waiting())];
  return { ...content, tickets, orders, checks, visits };
}

/** What is recorded where a device stands: a phone writes it down without asking. */
const ON_THE_SPOT: readonly TicketAction[] = ['start', 'wait', 'resolve'];
const ARRIVES: TicketAction = 'start';

/** A ticket once an act on it has arrived; what is said of it moves nothing. */
export function afterAct(ticket: RoundTicket, { action, saidAt }: Pick<WaitingAct, 'action' | 'saidAt'>): RoundTicket {
  const move = TICKETS.moves.find((one) => one.action === action);
  if (move === undefined) return ticket;
  const state = move.next;
  const possible = ON_THE_SPOT.filter((one) => TICKETS.statesFrom(one).includes(state));
  return { ...ticket, state, possible, arrivedAt: action === ARRIVES ? saidAt : ticket.arrivedAt };
}
