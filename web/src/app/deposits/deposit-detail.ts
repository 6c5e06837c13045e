import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, depositsPage, depositsRead } from '@parc/api-client';
import { DEPOSIT_OBJECTS } from '@parc/domain';
import { DayPipe, Notice, StatePanel, Toasts } from '@parc/ui';
import { FreeTextsLink } from '../shell/free-texts-link';
import { KeptPhotos } from '../shell/kept-photos';
import { mutation } from '../shell/mutation';
import { ProblemPanel } from '../shell/problem-panel';
import { reading } from '../shell/reading';
import { depositTexts, objectAddress, wordForWord } from './deposit-words';

/** One act that was refused: why, what its author had noted, the photos; reading it changes nothing else. */
@Component({
  selector: 'parc-deposit-detail',
  imports: [DayPipe, FreeTextsLink, KeptPhotos, Notice, ProblemPanel, RouterLink, StatePanel],
  templateUrl: './deposit-detail.html',
  styleUrl: './deposit-detail.css',
})
export class DepositDetail {
  readonly id = input.required<string>();
  /** It is read from now on. */
  readonly wasRead = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly deposit = reading({
    asked: () => this.id(),
    load: (id) => this.api.invoke(depositsPage, { id }),
  });
  protected readonly reader = mutation((key, id: string) =>
    this.api.invoke(depositsRead, { 'Idempotency-Key': key, id }),
  );
  protected readonly texts = computed(() => depositTexts(this.deposit.value()?.body ?? ''));
  protected readonly raw = computed(() => wordForWord(this.deposit.value()?.body ?? ''));
  protected readonly address = computed(() => {
    const deposit = this.deposit.value();
    return deposit === null ? null : objectAddress(deposit);
  });
  protected readonly word = computed(() => {
    const deposit = this.deposit.value();
    return deposit === null ? '' : DEPOSIT_OBJECTS[deposit.objectKind].word.toLowerCase();
  });
  /** The session's cookie opens them. */
  protected readonly photos = computed(() => {
    const { id, photos = [] } = this.deposit.value() ?? {};
    const files = photos.map(({ smallId, wholeId }) => wholeId ?? smallId).filter((file) => file !== null);
    return files.map((file) => `/api/v1/deposits/${id ?? ''}/photos/${file}`);
  });
  protected readonly coming = computed(() => (this.deposit.value()?.photos.length ?? 0) - this.photos().length);

  protected async read(): Promise<void> {
    if ((await this.reader.run(this.id())) === null) return;
    this.toasts.say('C’est lu.');
    this.wasRead.emit();
  }
}
