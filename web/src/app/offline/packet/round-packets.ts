import { inject, Injectable, signal } from '@angular/core';
import { HttpResponse } from '@angular/common/http';
import { Api, roundRead, type RoundPacket, type RoundTicket } from '@parc/api-client';
import { ORDERS, type TicketAction, TICKETS } from '@parc/domain';
import type { WaitingAct } from '../acts';
import type { KeptPacket, Offline } from '../offline';
import { asProblem } from '../../shell/problem';
import { reading } from '../../shell/reading';
import { OfflineDoor } from '../offline-door';
import { visitsWithOwn } from './own-visits';

/** What somebody takes along, and where it comes from. */
export interface Packet {
  readonly content: RoundPacket;
  /** Without an answer of the server: as the phone has kept it. */
  readonly kept: boolean;
}

/** The server has nothing newer than what the phone keeps. */
const UNCHANGED = 304;

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
    const offline = await this.door.open();
    const kept = offline === null ? null : await keptBy(offline);
    try {
      const content = await this.fromServer(offline, kept);
      this.heardAt = Date.now();
      return { content: offline === null ? content : withOwnActs(content, offline), kept: false };
    } catch (error) {
      if (offline === null || kept === null || !asProblem(error).passing) throw error;
      return { content: withOwnActs(kept.content, offline), kept: true };
    }
  }

  /** What is kept is not sent a second time: it is kept for two days more. @throws Problem */
  private async fromServer(offline: Offline | null, kept: KnownPacket | null): Promise<RoundPacket> {
    try {
      const known = kept?.etag ? { 'If-None-Match': kept.etag } : {};
      const answer = await this.api.invoke$Response(roundRead, known);
      const content = answer.body;
      if (offline !== null) await this.keep(offline, content, tagOf(answer));
      return content;
    } catch (error) {
      if (offline === null || kept === null || asProblem(error).status !== UNCHANGED) throw error;
      const content = { ...kept.content, serverTime: offline.saidAt() };
      await this.keep(offline, content, kept.etag);
      return content;
    }
  }

  /** Where it cannot be kept the round is shown all the same: the header says that the phone is full. */
  private async keep(offline: Offline, content: RoundPacket, etag: string | null): Promise<void> {
    const { day, serverTime } = content;
    await offline.keepPacket({ day, etag, serverTime, content }).catch(() => undefined);
  }
}

type KnownPacket = KeptPacket & { readonly content: RoundPacket };

/** Null where there is none, or it was written by another page: it is then read whole. */
async function keptBy(offline: Offline): Promise<KnownPacket | null> {
  const kept = await offline.packet().catch(() => null);
  return kept !== null && isRoundPacket(kept.content) ? { ...kept, content: kept.content } : null;
}

const tagOf = (answer: unknown): string | null => (answer instanceof HttpResponse ? answer.headers.get('etag') : null);

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
