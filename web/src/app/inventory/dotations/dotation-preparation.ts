import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, dotationPartsOffered, type DotationPartPage, dotationPartsPrepare } from '@parc/api-client';
import { Control, CountedPipe, Field, StatePanel } from '@parc/ui';
import { mutation, onVersion } from '../../shell/mutation';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';

/** Devices made ready for a school: ticked in what lies in stock, or by the label that was read. */
@Component({
  selector: 'parc-dotation-preparation',
  imports: [Control, CountedPipe, Field, ProblemPanel, StatePanel],
  templateUrl: './dotation-preparation.html',
  styleUrl: './dotation-choice.css',
})
export class DotationPreparation {
  readonly part = input.required<DotationPartPage>();
  readonly prepared = output();
  readonly left = output();
  readonly reread = output();

  private readonly api = inject(Api);
  protected readonly offered = reading({
    asked: () => ({ id: this.part().id }),
    load: async (asked) => (await this.api.invoke(dotationPartsOffered, asked)).items,
  });
  private readonly ready = computed(() => this.part().devices.filter(({ outcome }) => outcome === null));
  /** Labels that were chosen; those that were ready before until something is. */
  private readonly changed = signal<readonly string[] | null>(null);
  protected readonly chosen = computed(() => this.changed() ?? this.ready().map(({ tag }) => tag));
  protected readonly stillFree = computed(() => this.part().quantity - this.part().received - this.chosen().length);
  /** What lies in stock, after what is ready already and what was read by hand. */
  protected readonly rows = computed(() => {
    const offered = this.offered.value() ?? [];
    const known = new Set(offered.map(({ tag }) => tag));
    const further = [...new Set([...this.ready().map(({ tag }) => tag), ...this.chosen()])].filter(
      (tag) => !known.has(tag),
    );
    return [
      ...further.map((tag) => ({ tag, detail: '' })),
      ...offered.map(({ tag, serial, stockPlaceName, noteNumber }) => ({
        tag,
        detail: [serial, stockPlaceName, noteNumber === null ? null : `bon ${noteNumber}`].filter(Boolean).join(' · '),
      })),
    ];
  });
  protected readonly saving = mutation((key, { id, version }: DotationPartPage, tags: string[]) =>
    this.api.invoke(dotationPartsPrepare, { ...onVersion(key, version), id, body: { tags } }),
  );

  protected tick(tag: string, isChosen: boolean): void {
    const others = this.chosen().filter((each) => each !== tag);
    this.changed.set(isChosen ? [...others, tag] : others);
  }

  /** A reader types the label, then Entrée. */
  protected read(event: Event, code: HTMLInputElement): void {
    event.preventDefault();
    const tag = code.value.trim();
    if (tag === '') return;
    this.tick(tag, true);
    code.value = '';
  }

  protected async save(): Promise<void> {
    const saved = await this.saving.run(this.part(), [...this.chosen()]);
    if (saved !== null) this.prepared.emit();
  }
}
