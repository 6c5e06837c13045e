import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, roundRead, type RoundPacket, type RoundTicket } from '@parc/api-client';
import { reading } from '../shell/reading';

/** What somebody takes along for two days: read once for the pages that need it, and read again by who has changed something. */
@Injectable({ providedIn: 'root' })
export class RoundPackets {
  private readonly api = inject(Api);
  /** Counts what asks for it: nothing is read before a page of the round is open. */
  private readonly asked = signal(0);
  private readonly latest = reading({
    asked: () => this.asked() || undefined,
    load: () => this.api.invoke(roundRead, {}),
    keepsFormer: true,
  });
  readonly packet = this.latest.value;
  readonly failed = this.latest.failed;
  /** When what is in sight was read, where it was kept on the phone; null while it comes from the server. */
  readonly keptSince = computed<string | null>(() => null);

  read(): void {
    this.asked.update((times) => times + 1);
  }

  ticket(id: string): RoundTicket | null {
    return this.packet()?.tickets.find((ticket) => ticket.id === id) ?? null;
  }

  school(id: string): RoundPacket['schools'][number] | null {
    return this.packet()?.schools.find((school) => school.id === id) ?? null;
  }
}
