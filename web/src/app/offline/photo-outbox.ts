import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Api, ticketWorkAddFile } from '@parc/api-client';
import type { PhotoSize } from '@parc/domain';
import { asProblem } from '../shell/problem';

/** A photo in one of its sizes, with the place that was announced for it. */
interface OutgoingPhoto {
  readonly slot: { readonly id: string; readonly photoId: string; readonly size: PhotoSize };
  readonly bytes: Blob;
}

/** Sends one, under the place's own key: sent twice it is there once. */
type SendOne = (photo: OutgoingPhoto) => Promise<unknown>;

interface Waiting extends OutgoingPhoto {
  readonly send: SendOne;
}

/**
 * Photos that a ticket’s report, its end or that of a visit has announced, on their way: the small ones first, one after the other, whatever page is open. What
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

  /** Of a ticket. */
  add(ticketId: string, photos: readonly OutgoingPhoto[]): void {
    this.addTo(
      ({ slot: { id }, bytes }) =>
        this.api.invoke(ticketWorkAddFile, { id: ticketId, slot: id, 'Idempotency-Key': id, body: { file: bytes } }),
      photos,
    );
  }

  addTo(send: SendOne, photos: readonly OutgoingPhoto[]): void {
    const small = (photo: Waiting) => photo.slot.size === 'small';
    const all = [...this.waiting(), ...photos.map((photo) => ({ ...photo, send }))];
    this.waiting.set([...all.filter(small), ...all.filter((photo) => !small(photo))]);
    void this.send();
  }

  async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.trouble.set('');
    try {
      for (let next = this.waiting()[0]; next !== undefined; next = this.waiting()[0]) {
        await next.send(next);
        const { id } = next.slot;
        this.waiting.update((waiting) => waiting.filter(({ slot }) => slot.id !== id));
      }
    } catch (error) {
      this.trouble.set(asProblem(error).sentence);
    } finally {
      this.sending = false;
    }
  }
}
