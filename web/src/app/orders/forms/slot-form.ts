import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { OrderPage, WishAnswer } from '@parc/api-client';
import {
  addWorkingDays,
  isPlainDate,
  isTimeOfDay,
  parisDateOf,
  parisDateTimeOf,
  type PlanningAction,
} from '@parc/domain';
import { Control, day, Field, Notice, time } from '@parc/ui';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { together, typed } from '../../shell/kept/typed';
import type { Problem } from '../../shell/problem';
import { asksReason } from '../order-move';
import { PLANNING_WORDS } from '../planning-words';

interface Slot {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** A time chosen for the work; `reason` when an agreed one is moved, else empty. */
export interface ChosenSlot extends Slot {
  readonly reason: string;
}

type SlotErrors = Readonly<Record<'day' | 'from' | 'to' | 'reason', string>>;

/** After class in most schools; the API knows the school's own hours. */
const AFTER_CLASS = { from: '16:30', to: '18:00' };
const NO_ERROR: SlotErrors = { day: '', from: '', to: '', reason: '' };

let created = 0;

/** When the work is done: the school's wishes first, in one press. Who comes may be asked above, as projected content. */
@Component({
  selector: 'parc-slot-form',
  imports: [Control, Field, Notice, ResumedNote],
  templateUrl: './slot-form.html',
  styleUrl: './order-form.css',
})
export class SlotForm {
  /** The order: what was chosen for one is not proposed for another. */
  readonly about = input.required<string>();
  readonly wishes = input<readonly WishAnswer[]>([]);
  /** The time agreed already, which is moved: the reason is asked, both sides are told. */
  readonly planned = input<Pick<OrderPage, 'plannedFrom' | 'plannedTo'> | null>(null);
  readonly action = input.required<PlanningAction>();
  protected readonly asksWhy = computed(() => asksReason(this.action()));
  readonly pending = input(false);
  /** Why the last attempt was refused, where nothing else on the page says it. */
  readonly problem = input<Problem | null>(null);
  /** The last attempt was refused, as something else on the page says. */
  readonly refused = input(false);
  /** What the way back says; empty where the form stands by itself and there is none. */
  readonly back = input('');
  readonly chosen = output<ChosenSlot>();
  readonly cancelled = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly id = `slot-${++created}`;
  protected readonly today = parisDateOf(new Date());
  protected readonly coming = computed(() =>
    this.wishes()
      .filter((wish) => wish.day >= this.today)
      .map((wish) => ({ wish, words: `${day(wish.day)}, ${time(wish.from)} – ${time(wish.to)}` })),
  );
  private readonly trouble = computed(() => this.problem() ?? (this.refused() || null));
  protected readonly slot = typed<Slot>({
    name: () => `date ${this.about()}`,
    initial: () => plannedSlot(this.planned()) ?? this.coming()[0]?.wish ?? afterClassTomorrow(this.today),
    pending: this.pending,
    problem: this.trouble,
  });
  protected readonly reason = typed({
    name: () => `motif de la date ${this.about()}`,
    initial: () => '',
    pending: this.pending,
    problem: this.trouble,
  });
  protected readonly written = together(this.slot, this.reason);
  private readonly checked = signal(false);
  protected readonly errors = computed(() => (this.checked() ? this.wrong() : NO_ERROR));
  protected readonly submitLabel = computed(() => {
    const { day: on, from } = this.slot();
    const { act, to } = PLANNING_WORDS[this.action()];
    return on === '' || from === '' ? act : `${act} ${to} ${day(on)} à ${time(from)}`;
  });

  protected change({ day: on, from, to }: Partial<Slot>): void {
    this.slot.update((slot) => ({ day: on ?? slot.day, from: from ?? slot.from, to: to ?? slot.to }));
  }

  protected isChosen({ day: on, from, to }: WishAnswer): boolean {
    const slot = this.slot();
    return slot.day === on && slot.from === from && slot.to === to;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.checked.set(true);
    const wrong = Object.entries(this.wrong()).find(([, sentence]) => sentence !== '');
    if (wrong === undefined) {
      this.written.sending();
      this.chosen.emit({ ...this.slot(), reason: this.asksWhy() ? this.reason().trim() : '' });
    } else this.host.nativeElement.querySelector<HTMLElement>(`#${this.id}-${wrong[0]}`)?.focus();
  }

  protected giveUp(): void {
    this.written.forget();
    this.cancelled.emit();
  }

  private wrong(): SlotErrors {
    const { day: on, from, to } = this.slot();
    const past = isPlainDate(on) && on < this.today;
    return {
      day: past ? 'Ce jour est passé.' : isPlainDate(on) ? '' : 'Choisissez un jour.',
      from: isTimeOfDay(from) ? '' : 'Choisissez une heure.',
      to: isTimeOfDay(to) && to > from ? '' : 'La fin vient après le début.',
      reason: this.asksWhy() && this.reason().trim() === '' ? 'Dites pourquoi.' : '',
    };
  }
}

function plannedSlot(order: Pick<OrderPage, 'plannedFrom' | 'plannedTo'> | null): Slot | null {
  if (order === null || order.plannedFrom === null || order.plannedTo === null) return null;
  const start = parisDateTimeOf(new Date(order.plannedFrom));
  return { day: start.date, from: start.time, to: parisDateTimeOf(new Date(order.plannedTo)).time };
}

/** Public holidays are the API's to know: it refuses them with a sentence. */
function afterClassTomorrow(today: string): Slot {
  return { day: addWorkingDays(today, 1, new Set()), ...AFTER_CLASS };
}
