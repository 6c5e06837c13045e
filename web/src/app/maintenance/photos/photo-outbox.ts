import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Api, ticketWorkAddFile } from '@parc/api-client';
import { asProblem } from '../../shell/problem';
import type { SizedPhoto } from '../../offline/photo-making';

interface Waiting extends SizedPhoto {
  readonly ticketId: string;
}

/**
 * Photos that a ticket's report or its closing has announced, on their way: the small ones first, one after the other, whatever page is open. What
 * fails is sent again when asked for; its place is kept for it.
 */
@Injectable({ providedIn: 'root' })
export class PhotoOutbox {
  private readonly api = inject(Api);
  private readonly waiting = signal<readonly Waiting[]>([]);
  /** Why the last one did not leave; empty while they go. */
  readonly trouble = signal('');
  readonly left = computed(() => new Set(this.waiting().map(({ slot }) => slot.photoId)).size);
  private sending = false;

  constructor() {
    // A photo cannot be kept by the page: the browser asks before the only copy is lost.
    effect((onCleanup) => {
      if (this.left() === 0) return;
      const ask = (event: BeforeUnloadEvent) => event.preventDefault();
      addEventListener('beforeunload', ask);
      onCleanup(() => removeEventListener('beforeunload', ask));
    });
  }

  add(ticketId: string, photos: readonly SizedPhoto[]): void {
    const small = (photo: Waiting) => photo.slot.size === 'small';
    const all = [...this.waiting(), ...photos.map((photo) => ({ ...photo, ticketId }))];
    this.waiting.set([...all.filter(small), ...all.filter((photo) => !small(photo))]);
    void this.send();
  }

  async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.trouble.set('');
    try {
      for (let next = this.waiting()[0]; next !== undefined; next = this.waiting()[0]) {
        await this.sendOne(next);
        const { id } = next.slot;
        this.waiting.update((waiting) => waiting.filter(({ slot }) => slot.id !== id));
      }
    } catch (error) {
      this.trouble.set(asProblem(error).sentence);
    } finally {
      this.sending = false;
    }
  }

  /** Under the place's own key: sent twice it is there once. */
  private async sendOne({ ticketId, slot, bytes }: Waiting): Promise<void> {
    const asked = { id: ticketId, slot: slot.id, 'Idempotency-Key': slot.id, body: { file: bytes } };
    await this.api.invoke(ticketWorkAddFile, asked);
  }
}
