import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Api, type UsageBatchAnswer, type UsageCoverage, usageBatchesDeliver } from '@parc/api-client';
import { USAGE_FILE_REFUSALS, isKind } from '@parc/domain';
import { Control, Field, Icon, Notice, Toasts } from '@parc/ui';
import { mutation } from '../shell/mutation';

/** Takes a file, by hand or by drop, with the source that it is of; sent again it changes nothing. */
@Component({
  selector: 'parc-drop-file',
  imports: [Control, Field, Icon, Notice],
  templateUrl: './drop-file.html',
  styleUrl: './drop-file.css',
})
export class DropFile {
  readonly sources = input.required<UsageCoverage['sources']>();
  readonly received = output<UsageBatchAnswer>();
  /** It was refused whole: the arrivals say so. */
  readonly refused = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly source = linkedSignal(() => this.sources()[0]?.slug ?? '');
  protected readonly whole = signal(false);
  protected readonly file = signal<File | null>(null);
  protected readonly over = signal(false);
  protected readonly sending = mutation((_key, source: string, whole: boolean, file: File) =>
    this.api.invoke(usageBatchesDeliver, { source, whole, body: { file } }),
  );
  protected readonly refusal = computed(() => {
    const reason = this.sending.problem()?.fields.find(({ name }) => name === 'file')?.code;
    return isKind(USAGE_FILE_REFUSALS, reason) ? USAGE_FILE_REFUSALS[reason] : null;
  });

  protected pick(box: HTMLInputElement): void {
    const file = box.files?.[0];
    // The same file may be picked again after it was corrected.
    box.value = '';
    if (file !== undefined) this.take(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) this.take(file);
  }

  protected hover(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected async send(): Promise<void> {
    const file = this.file();
    if (file === null) return;
    const answer = await this.sending.run(this.source(), this.whole(), file);
    if (answer === null) {
      if (this.refusal() !== null) this.refused.emit();
      return;
    }
    this.toasts.say(answer.receivedBefore ? 'Ce fichier était déjà reçu : rien n’a changé.' : 'Le fichier est arrivé.');
    this.received.emit(answer);
  }

  private take(file: File): void {
    if (this.sending.pending()) return;
    this.sending.forget();
    this.file.set(file);
  }
}
