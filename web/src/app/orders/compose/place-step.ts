import { Component, computed, inject } from '@angular/core';
import { Choice, type ChoiceOption, Control, day, Field, Icon, Notice, time } from '@parc/ui';
import type { Prerequisite } from '@parc/domain';
import { PhotoBox } from '../photos/photo-box';
import { Basket, type Slot } from './basket';

const NEED_QUESTIONS: Record<Prerequisite, { question: string; promise: string }> = {
  power: { question: 'Il y a une prise électrique à l’endroit voulu', promise: 'la prise électrique' },
  network: { question: 'Il y a une prise réseau ou du Wi-Fi à l’endroit voulu', promise: 'le réseau' },
  furniture: { question: 'Le meuble ou le support est en place', promise: 'le mobilier' },
};

/** Second step: for which room, when, with whom, and what is there already. */
@Component({
  selector: 'parc-place-step',
  imports: [Choice, Control, Field, Icon, Notice, PhotoBox],
  templateUrl: './place-step.html',
  styleUrl: './place-step.css',
})
export class PlaceStep {
  protected readonly basket = inject(Basket);

  protected readonly rooms = computed(() => this.basket.rooms.value() ?? []);
  private readonly estimate = this.basket.estimate.value;
  protected readonly slots = computed<readonly Slot[]>(() => this.estimate()?.slots ?? []);
  protected readonly slotOptions = computed<readonly ChoiceOption[]>(() =>
    this.slots().map((slot) => ({
      value: keyOf(slot),
      label: `${day(slot.day)}, de ${time(slot.from)} à ${time(slot.to)}`,
    })),
  );
  protected readonly chosenSlot = computed(() => {
    const slot = this.basket.slot() ?? this.slots()[0];
    return slot ? keyOf(slot) : null;
  });
  protected readonly lostDay = computed(() => {
    const lost = this.basket.lostDay();
    return lost === null ? '' : `Le ${day(lost)} n’est plus possible : la première date possible le remplace.`;
  });
  protected readonly needs = computed(() =>
    (this.estimate()?.needs ?? []).map((what) => ({
      what: what as Prerequisite,
      ...NEED_QUESTIONS[what as Prerequisite],
    })),
  );

  protected chooseSlot(key: string | null): void {
    const slot = this.slots().find((one) => keyOf(one) === key);
    if (slot) this.basket.choose(slot);
  }

  protected tick(what: Prerequisite, kept: boolean): void {
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
