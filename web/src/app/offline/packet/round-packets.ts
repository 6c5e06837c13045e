import { inject, Injectable, signal } from '@angular/core';
import { Api, roundRead, type RoundPacket } from '@parc/api-client';
import { ORDERS, TICKETS } from '@parc/domain';
import type { Offline } from '../offline';
import { asProblem } from '../../shell/problem';
import { reading } from '../../shell/reading';
import { visitsWithOwn } from '../../visits/there/visit-kept';
import { OfflineDoor } from '../offline-door';

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

  read(): void {
    this.asked.update((times) => times + 1);
  }

  /** @throws Problem when nobody answers and nothing is kept */
  async latest(): Promise<Packet> {
    const offline = await this.door.open();
    try {
      const content = await this.api.invoke(roundRead, {});
      if (offline !== null) await this.keep(offline, content);
      return { content: offline === null ? content : withOwnActs(content, offline), kept: false };
    } catch (error) {
      const kept = asProblem(error).passing ? await offline?.packet() : undefined;
      if (offline === null || kept === undefined || kept === null || !isRoundPacket(kept.content)) throw error;
      return { content: withOwnActs(kept.content, offline), kept: true };
    }
  }

  /** Where it cannot be kept the round is shown all the same: the header says that the phone is full. */
  private async keep(offline: Offline, content: RoundPacket): Promise<void> {
    const { day, serverTime } = content;
    await offline.keepPacket({ day, etag: null, serverTime, content }).catch(() => undefined);
  }
}

/** A packet of a shape that this page still knows. */
function isRoundPacket(content: unknown): content is RoundPacket {
  const names = ['day', 'serverTime', 'schools', 'orders', 'wholeOrders', 'tickets', 'devices', 'calendar', 'visits'];
  return typeof content === 'object' && content !== null && names.every((name) => name in content);
}

/** As it will be once everything that waits has arrived. */
function withOwnActs(content: RoundPacket, offline: Offline): RoundPacket {
  const waiting = new Map(
    offline
      .waiting()
      .flatMap(({ object, action, refusal }) => (refusal === null ? [[object.id, action] as const] : [])),
  );
  const tickets = content.tickets.map((ticket) => {
    const move = TICKETS.moves.find(({ action }) => action === waiting.get(ticket.id));
    return move === undefined ? ticket : { ...ticket, state: move.next, possible: [] };
  });
  const orders = content.orders.map((order) => {
    const move = ORDERS.moves.find(({ action }) => action === waiting.get(order.id));
    return move === undefined ? order : { ...order, state: move.next };
  });
  const visits = [...visitsWithOwn(content, offline.waiting())];
  return { ...content, tickets, orders, visits };
}
