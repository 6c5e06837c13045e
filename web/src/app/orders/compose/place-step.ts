import { Component, computed, inject, signal } from '@angular/core';
import { Choice, type ChoiceOption, Control, day, Field, Icon, PhotoPicker } from '@parc/ui';
import { Basket, type Need, type Slot } from './basket';

const NEED_WORDS: Record<Need, { question: string; promise: string }> = {
  power: { question: 'Il y a une prise électrique à l’endroit voulu', promise: 'la prise électrique' },
  network: { question: 'Il y a une prise réseau ou du Wi-Fi à l’endroit voulu', promise: 'le réseau' },
  furniture: { question: 'Le meuble ou le support est en place', promise: 'le mobilier' },
};

/** Second step: for which room, when, with whom, and what is there already. */
@Component({
  selector: 'parc-place-step',
  imports: [Choice, Control, Field, Icon, PhotoPicker],
  templateUrl: './place-step.html',
  styleUrl: './place-step.css',
})
export class PlaceStep {
  protected readonly basket = inject(Basket);
  readonly photos = signal<readonly File[]>([]);

  protected readonly rooms = computed(() => (this.basket.rooms.hasValue() ? this.basket.rooms.value() : []));
  private readonly estimate = computed(() => (this.basket.estimate.hasValue() ? this.basket.estimate.value() : null));
  protected readonly slots = computed<readonly Slot[]>(() => this.estimate()?.slots ?? []);
  protected readonly slotOptions = computed<readonly ChoiceOption[]>(() =>
    this.slots().map((slot) => ({
      value: keyOf(slot),
      label: `${day(slot.day)}, de ${clock(slot.from)} à ${clock(slot.to)}`,
    })),
  );
  protected readonly chosenSlot = computed(() => {
    const slot = this.basket.slot() ?? this.slots()[0];
    return slot ? keyOf(slot) : null;
  });
  protected readonly needs = computed(() =>
    (this.estimate()?.needs ?? []).map((what) => ({ what: what as Need, ...NEED_WORDS[what as Need] })),
  );

  protected chooseSlot(key: string | null): void {
    const slot = this.slots().find((one) => keyOf(one) === key);
    if (!slot) return;
    this.basket.slot.set({ day: slot.day, from: slot.from, to: slot.to });
    this.basket.touch();
  }

  protected tick(what: Need, kept: boolean): void {
    this.basket.kept.update((known) => {
      const next = new Set(known);
      if (kept) next.add(what);
      else next.delete(what);
      return next;
    });
    this.basket.touch();
  }

  protected writeContact(text: string): void {
    this.basket.contact.set(text);
    this.basket.touch();
  }

  protected writeNote(text: string): void {
    this.basket.note.set(text);
    this.basket.touch();
  }
}

function keyOf({ day, from, to }: Slot): string {
  return `${day} ${from} ${to}`;
}

/** "16 h 45" from "16:45". */
export function clock(timeOfDay: string): string {
  return timeOfDay
    .replace(/^0/, '')
    .replace(':', ' h ')
    .replace(/ h 00$/, ' h');
}
