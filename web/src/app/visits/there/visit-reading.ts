import { inject, Injectable } from '@angular/core';
import { Api, type RoundPacket, type VisitPage, visitsPage } from '@parc/api-client';
import type { WaitingAct } from '../../offline/acts';
import { OfflineDoor } from '../../offline/offline-door';
import { RoundPackets } from '../../offline/packet/round-packets';
import { asProblem } from '../../shell/problem';
import { fromPacket, withWaiting } from './visit-kept';

/** Where a visit's page has it from: the server, else what was taken along, and what this phone has written since. */
@Injectable({ providedIn: 'root' })
export class VisitReading {
  private readonly api = inject(Api);
  private readonly door = inject(OfflineDoor);
  private readonly packets = inject(RoundPackets);

  /** @throws Problem when nobody answers and it was not taken along */
  async read(id: string): Promise<VisitPage> {
    const waiting = (await this.door.open())?.waiting() ?? [];
    try {
      const page = await this.api.invoke(visitsPage, { id });
      return waiting.length === 0 ? page : withWaiting(page, await this.packet(), waiting);
    } catch (error) {
      // Begun on this phone, it may not have arrived yet.
      if (!asProblem(error).passing && !isBegunHere(waiting, id)) throw error;
      const packet = await this.packet();
      const kept = packet === null ? null : fromPacket(packet, id);
      if (kept === null) throw error;
      return withWaiting(kept, packet, waiting);
    }
  }

  private async packet(): Promise<RoundPacket | null> {
    return this.packets.latest().then(
      ({ content }) => content,
      () => null,
    );
  }
}

const isBegunHere = (waiting: readonly WaitingAct[], id: string): boolean =>
  waiting.some(({ key, object }) => object.kind === 'visit' && key === id);
