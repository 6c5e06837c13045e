import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { Api, type OrderPage, orderFilesAdd } from '@parc/api-client';
import { Icon } from '@parc/ui';
import { asProblem } from '../../shell/problem';
import { OrderPhotos } from './order-photos';
import { photoWords } from './report-draft';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 10;
const ACCEPTED_TYPES = ['image/jpeg', 'image/png', 'image/webp'];

interface Sending {
  readonly file: File;
  readonly preview: string;
  /** The same for every attempt of one photo, so that a lost answer makes no second copy. */
  readonly key: string;
  /** Why it did not leave; empty while it is sent or waits its turn. */
  readonly trouble: string;
  /** Refused for good: trying again would change nothing. */
  readonly refused: boolean;
}

/** Photos of the work: each leaves as soon as it is taken, one after the other, and one that fails can be sent again. */
@Component({
  selector: 'parc-report-photos',
  imports: [Icon, OrderPhotos],
  templateUrl: './report-photos.html',
  styleUrl: './report-photos.css',
})
export class ReportPhotos {
  readonly order = input.required<OrderPage>();
  private readonly api = inject(Api);

  protected readonly accepted = ACCEPTED_TYPES.join(',');
  protected readonly sending = signal<readonly Sending[]>([]);
  private readonly sent = signal<readonly OrderPage['files'][number][]>([]);
  protected readonly photos = computed(() => {
    const known = this.order().files;
    return [...known, ...this.sent().filter(({ id }) => known.every((file) => file.id !== id))];
  });
  protected readonly words = computed(() => {
    const waiting = this.sending().filter(({ trouble }) => trouble === '').length;
    const sent = photoWords(this.photos().filter(({ kind }) => kind === 'report-photo').length);
    return waiting === 0 ? sent : `${sent}, ${waiting} en cours d’envoi`;
  });
  private busy = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.sending().forEach(({ preview }) => URL.revokeObjectURL(preview)));
  }

  protected take(list: FileList | null): void {
    const taken = Array.from(list ?? [], (file) => ({
      file,
      preview: URL.createObjectURL(file),
      key: crypto.randomUUID(),
      trouble: refusal(file),
      refused: refusal(file) !== '',
    }));
    this.sending.update((sending) => [...sending, ...taken]);
    void this.sendNext();
  }

  protected again(photo: Sending): void {
    this.change(photo, { trouble: '' });
    void this.sendNext();
  }

  protected drop(photo: Sending): void {
    URL.revokeObjectURL(photo.preview);
    this.sending.update((sending) => sending.filter(({ key }) => key !== photo.key));
  }

  /** One at a time: a phone's thin line sends one photo sooner than three halves. */
  private async sendNext(): Promise<void> {
    const next = this.sending().find(({ trouble }) => trouble === '');
    if (this.busy || next === undefined) return;
    this.busy = true;
    try {
      const asked = { id: this.order().id, kind: 'report-photo' as const, 'Idempotency-Key': next.key };
      const { id, createdAt } = await this.api.invoke(orderFilesAdd, { ...asked, body: { file: next.file } });
      this.sent.update((sent) => [...sent, { id, kind: 'report-photo', createdAt }]);
      this.drop(next);
    } catch (error) {
      const problem = asProblem(error);
      this.change(next, { trouble: problem.sentence, refused: !problem.passing });
    } finally {
      this.busy = false;
    }
    await this.sendNext();
  }

  private change(photo: Sending, part: Partial<Sending>): void {
    this.sending.update((sending) => sending.map((one) => (one.key === photo.key ? { ...one, ...part } : one)));
  }
}

function refusal(file: File): string {
  if (!ACCEPTED_TYPES.includes(file.type)) return `${file.name} n’est pas une photo (JPEG, PNG ou WebP).`;
  return file.size > MOST_MEGABYTES * MEGABYTE ? `${file.name} dépasse ${MOST_MEGABYTES} Mo.` : '';
}
