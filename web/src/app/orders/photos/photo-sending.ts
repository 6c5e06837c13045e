import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Api, type OrderFileAnswer, orderFilesAdd, orderFilesTakeAway } from '@parc/api-client';
import { counted } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { asProblem } from '../../shell/problem';
import { type PhotoAside, PhotosAside } from './photos-aside';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 10;
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'];

export interface Sending {
  readonly file: File;
  readonly preview: string;
  /** The same for every attempt of one photo, so that a lost answer makes no second copy. */
  readonly key: string;
  /** Why it did not leave; empty while it is sent or waits its turn. */
  readonly trouble: string;
  /** Refused for good: trying again would change nothing. */
  readonly refused: boolean;
}

/**
 * Photos of one order, of one kind: each leaves as soon as it is taken, one after the other, and one that fails can be sent
 * again. Provided by the page, so that its steps may come and go meanwhile.
 */
@Injectable()
export class PhotoSending {
  private readonly api = inject(Api);
  private readonly aside = inject(PhotosAside);
  private readonly owner = this.aside.owner();
  /** Its page is gone; `ended`: and whoever took the photos is not signed in any more, or under another role. */
  private standing: 'open' | 'closed' | 'ended' = 'open';
  /** Null while the order has no address yet: its photos wait for it. */
  readonly orderId = signal<string | null>(null);
  readonly kind = signal<OrderFileAnswer['kind']>('place-photo');
  /** The files of the order as it was read. */
  readonly known = signal<readonly OrderFileAnswer[]>([]);

  private readonly sent = signal<readonly OrderFileAnswer[]>([]);
  private readonly gone = signal<ReadonlySet<string>>(new Set());
  readonly sending = signal<readonly Sending[]>([]);
  readonly photos = computed(() => {
    const known = this.known();
    const sent = this.sent().filter(({ id }) => known.every((file) => file.id !== id));
    return [...known, ...sent].filter(({ id, kind }) => kind === this.kind() && !this.gone().has(id));
  });
  readonly underWay = computed(() => this.sending().filter(({ trouble }) => trouble === '').length);
  readonly words = computed(() => {
    const count = this.photos().length;
    const sent = count === 0 ? 'Aucune photo pour le moment' : counted(count, 'photo envoyée', 'photos envoyées');
    return this.underWay() === 0 ? sent : `${sent}, ${this.underWay()} en cours d’envoi`;
  });
  readonly takingAway = mutation((key: string, id: string, fileId: string) =>
    this.api.invoke(orderFilesTakeAway, { id, fileId, 'Idempotency-Key': key }).then(() => true),
  );
  private run: Promise<void> | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.close());
    effect(() => {
      const [orderId, kind] = [this.orderId(), this.kind()];
      const photos = orderId === null ? [] : this.aside.take({ orderId, kind }).map((photo) => waiting(photo));
      if (photos.length > 0) untracked(() => this.sending.update((sending) => [...sending, ...photos]));
    });
    effect(() => {
      if (this.orderId() !== null && this.sending().length > 0) void this.sendOn();
    });
    // A photo cannot be kept by the page: the browser asks before the only copy is lost.
    effect((onCleanup) => {
      if (this.sending().every(({ refused }) => refused)) return;
      const ask = (event: BeforeUnloadEvent) => event.preventDefault();
      addEventListener('beforeunload', ask);
      onCleanup(() => removeEventListener('beforeunload', ask));
    });
  }

  take(list: FileList | null): void {
    const taken = Array.from(list ?? [], (file) => waiting({ file, key: crypto.randomUUID() }));
    this.sending.update((sending) => [...sending, ...taken]);
  }

  again(photo: Sending): void {
    this.change(photo, { trouble: '' });
  }

  drop(photo: Sending): void {
    URL.revokeObjectURL(photo.preview);
    this.sending.update((sending) => sending.filter(({ key }) => key !== photo.key));
  }

  /** Out of the order again, which must still be a draft. */
  async takeAway(fileId: string): Promise<void> {
    const orderId = this.orderId();
    if (orderId !== null && (await this.takingAway.run(orderId, fileId)) !== null)
      this.gone.update((gone) => new Set(gone).add(fileId));
  }

  /** Those that have not left and may still do so: for who keeps them elsewhere. */
  waiting(): readonly File[] {
    return this.sending()
      .filter(({ refused }) => !refused)
      .map(({ file }) => file);
  }

  /** They are kept elsewhere: nothing of them leaves from here any more. */
  handOver(): void {
    this.sending().forEach((photo) => this.drop(photo));
  }

  /** Resolves once nothing is under way. @returns whether every photo that was taken has arrived */
  async settled(): Promise<boolean> {
    if (this.orderId() !== null) await this.sendOn();
    return this.sending().length === 0;
  }

  /** What has not left waits for the page to open again; what is on its way goes on while there is a session. */
  private close(): void {
    this.sending().forEach(({ preview }) => URL.revokeObjectURL(preview));
    this.standing = this.aside.owner() === this.owner ? 'closed' : 'ended';
    const left = this.sending().filter(({ refused }) => !refused);
    this.putAside(this.standing === 'ended' ? left : left.filter(({ trouble }) => trouble !== ''));
  }

  private putAside(photos: readonly Sending[]): void {
    const orderId = this.orderId();
    if (orderId !== null) this.aside.put(this.owner, { orderId, kind: this.kind() }, photos);
  }

  /** One at a time: a phone's thin line sends one photo sooner than three halves. */
  private sendOn(): Promise<void> {
    this.run ??= this.sendAll().finally(() => (this.run = null));
    return this.run;
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const next = this.sending().find(({ trouble }) => trouble === '');
      const id = this.orderId();
      if (next === undefined || id === null || this.standing === 'ended') return;
      const kind = this.kind();
      try {
        const asked = { id, kind, 'Idempotency-Key': next.key, body: { file: next.file } };
        const sent = await this.api.invoke(orderFilesAdd, asked);
        this.sent.update((photos) => [...photos, { id: sent.id, kind, createdAt: sent.createdAt }]);
        this.drop(next);
      } catch (error) {
        const problem = asProblem(error);
        // A session that ended has not judged the photo.
        const refused = !problem.passing && problem.status !== 401 && problem.code !== 'session.csrf';
        this.change(next, { trouble: problem.sentence, refused });
        if (this.standing === 'closed' && !refused) this.putAside([next]);
      }
    }
  }

  private change(photo: Sending, part: Partial<Sending>): void {
    this.sending.update((sending) => sending.map((one) => (one.key === photo.key ? { ...one, ...part } : one)));
  }
}

function waiting({ file, key }: PhotoAside): Sending {
  const trouble = refusal(file);
  return { file, key, preview: URL.createObjectURL(file), trouble, refused: trouble !== '' };
}

function refusal(file: File): string {
  if (!PHOTO_TYPES.includes(file.type)) return `${file.name} n’est pas une photo (JPEG, PNG ou WebP).`;
  return file.size > MOST_MEGABYTES * MEGABYTE ? `${file.name} dépasse ${MOST_MEGABYTES} Mo.` : '';
}
