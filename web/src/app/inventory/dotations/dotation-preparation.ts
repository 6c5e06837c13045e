import { Component, computed, inject, input, output, signal } from '@angular/core';
import {
  Api,
  dotationPartsOffered,
  type DotationPartPage,
  dotationPartsPrepare,
  equipmentByTag,
  type EquipmentPage,
} from '@parc/api-client';
import { Control, CountedPipe, counted, Field, StatePanel } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { mutation, onVersion } from '../../shell/mutation';
import { asProblem } from '../../shell/problem';
import { ProblemPanel } from '../../shell/problem-panel';
import { reading } from '../../shell/reading';
import type { Scan, ScanAnswer } from '../../shell/scan/scan';
import { ScanButton } from '../../shell/scan/scan-button';

/** Devices made ready for a school: ticked in what lies in stock, or by the label that was read, their own or their case's. */
@Component({
  selector: 'parc-dotation-preparation',
  imports: [ActProblem, Control, CountedPipe, Field, ProblemPanel, ScanButton, StatePanel],
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
  /** Of a label, that of the case it lies in, as cases were read here. */
  private readonly read = signal<ReadonlyMap<string, string>>(new Map());
  private readonly cases = computed<ReadonlyMap<string, string>>(() => {
    const ready = this.ready().flatMap(({ tag, containerTag }) => (containerTag === null ? [] : [[tag, containerTag]]));
    return new Map([...(ready as [string, string][]), ...this.read()]);
  });
  /** What became of the last label that was read. */
  protected readonly answer = signal<ScanAnswer | null>(null);
  /** What lies in stock, after what is ready already and what was read by hand. */
  protected readonly rows = computed(() => {
    const offered = this.offered.value() ?? [];
    const known = new Set(offered.map(({ tag }) => tag));
    const further = [...new Set([...this.ready().map(({ tag }) => tag), ...this.chosen()])].filter(
      (tag) => !known.has(tag),
    );
    return [
      ...further.map((tag) => ({ tag, detail: this.cases().has(tag) ? `valise ${this.cases().get(tag)}` : '' })),
      ...offered.map(({ tag, serial, stockPlaceName, noteNumber }) => ({
        tag,
        detail: [serial, stockPlaceName, noteNumber === null ? null : `bon ${noteNumber}`].filter(Boolean).join(' · '),
      })),
    ];
  });
  protected readonly saving = mutation((key, { id, version }: DotationPartPage, tags: string[]) =>
    this.api.invoke(dotationPartsPrepare, { ...onVersion(key, version), id, body: { tags } }),
  );

  /** Nothing leaves a case by itself: what lies in one is chosen with the rest of it. */
  protected tick(tag: string, isChosen: boolean): void {
    const box = this.cases().get(tag);
    const together = box === undefined ? [tag] : [...this.cases()].flatMap(([one, of]) => (of === box ? [one] : []));
    const others = this.chosen().filter((each) => !together.includes(each));
    this.changed.set(isChosen ? [...others, ...together] : others);
  }

  /** A reader types the label, then Entrée. */
  protected type(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const code = field.value.trim();
    if (code === '') return;
    field.value = '';
    void this.name(code);
  }

  protected scan({ code }: Scan): void {
    void this.name(code);
  }

  private async name(code: string): Promise<void> {
    try {
      this.take(code, await this.api.invoke(equipmentByTag, { tag: code }));
    } catch (failure) {
      const problem = asProblem(failure);
      // Without a network it is taken as it was read: what it is, the answer says when the choice is sent.
      if (problem.passing) this.tick(code, true);
      this.answer.set({ code, words: `${code} : ${problem.sentence}`, tone: problem.passing ? 'waiting' : 'trouble' });
    }
  }

  private take(code: string, { tag, modelName, isContainer, contents }: EquipmentPage): void {
    const isCase = isContainer && modelName !== this.part().modelName;
    if (!isCase) {
      this.tick(tag, true);
      this.answer.set({ code, words: `${tag} : ${modelName}`, tone: 'done' });
      return;
    }
    this.read.update((read) => new Map([...read, ...contents.map((content) => [content.tag, tag] as const)]));
    if (contents.length > 0) this.tick(contents[0]!.tag, true);
    const words = `Valise ${tag} : ${contents.length === 0 ? 'vide' : counted(contents.length, 'appareil', 'appareils')}`;
    this.answer.set({ code, words, tone: contents.length === 0 ? 'waiting' : 'done' });
  }

  protected async save(): Promise<void> {
    const saved = await this.saving.run(this.part(), [...this.chosen()]);
    if (saved !== null) this.prepared.emit();
  }
}
