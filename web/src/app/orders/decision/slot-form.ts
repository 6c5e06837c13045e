import { Component, computed, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import {
  Api,
  type MoveRequest,
  type OrderPage,
  type ScheduleRequest,
  techniciansList,
  type WishAnswer,
} from '@parc/api-client';
import { isPlainDate, isTimeOfDay, parisDateOf, parisDateTimeOf } from '@parc/domain';
import { Control, day, Field, time } from '@parc/ui';
import { Session } from '../../shell/session';

interface Slot {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

const NO_SLOT: Slot = { day: '', from: '', to: '' };

/** Who comes and when: the school's wishes first, in one press; the API knows when the school is open. */
@Component({
  selector: 'parc-slot-form',
  imports: [Control, Field],
  templateUrl: './slot-form.html',
  styleUrl: './decision-form.css',
})
export class SlotForm {
  readonly page = input.required<OrderPage>();
  /** True for an order that has a date: the reason is asked, both sides are told. */
  readonly moving = input(false);
  readonly pending = input(false);
  readonly scheduled = output<ScheduleRequest>();
  readonly moved = output<MoveRequest>();
  readonly cancelled = output();

  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly today = parisDateOf(new Date());
  protected readonly internal = computed(
    () => this.page().performer === 'metropole' && this.session.role() !== 'installer',
  );
  private readonly technicians = resource({
    params: () => (this.internal() ? true : undefined),
    loader: async () => (await this.api.invoke(techniciansList)).items,
  });
  protected readonly people = computed(() => (this.technicians.hasValue() ? this.technicians.value() : []));
  protected readonly peopleMissing = computed(() => this.technicians.status() === 'error');

  protected readonly wishes = computed(() =>
    this.page()
      .wishes.filter((wish) => wish.day >= this.today)
      .map((wish) => ({ wish, words: `${day(wish.day)}, ${time(wish.from)} – ${time(wish.to)}` })),
  );
  protected readonly slot = linkedSignal<Slot>(() => plannedSlot(this.page()) ?? this.wishes()[0]?.wish ?? NO_SLOT);
  /** The technician named; a technician takes the work for themselves by default. */
  protected readonly accountId = linkedSignal(() => {
    const named = this.page().assignedAccountId;
    if (named !== null) return named;
    const own = this.session.current();
    return own?.assignment.role === 'technician' ? own.account.id : '';
  });
  protected readonly reason = signal('');
  protected readonly checked = signal(false);

  protected readonly errors = computed(() => {
    if (!this.checked()) return {};
    const { day: on, from, to } = this.slot();
    return {
      accountId: this.internal() && this.accountId() === '' ? 'Choisissez qui intervient.' : '',
      day: isPlainDate(on) ? '' : 'Choisissez un jour.',
      from: isTimeOfDay(from) ? '' : 'Choisissez une heure.',
      to: isTimeOfDay(to) && to > from ? '' : 'La fin vient après le début.',
      reason:
        this.moving() && this.reason().trim() === '' ? 'Dites pourquoi : l’école et l’intervenant le liront.' : '',
    } as Partial<Record<string, string>>;
  });

  protected change(change: Partial<Slot>): void {
    this.slot.update((slot) => ({ ...slot, ...change }));
  }

  protected isWished({ day: on, from, to }: WishAnswer): boolean {
    const slot = this.slot();
    return slot.day === on && slot.from === from && slot.to === to;
  }

  protected retryPeople(): void {
    this.technicians.reload();
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.checked.set(true);
    if (Object.values(this.errors()).some(Boolean)) return;
    const { day: on, from, to } = this.slot();
    const request = { day: on, from, to, ...(this.internal() ? { assignedAccountId: this.accountId() } : {}) };
    if (this.moving()) this.moved.emit({ ...request, reason: this.reason().trim() });
    else this.scheduled.emit(request);
  }
}

function plannedSlot({ plannedFrom, plannedTo }: OrderPage): Slot | null {
  if (plannedFrom === null || plannedTo === null) return null;
  const start = parisDateTimeOf(new Date(plannedFrom));
  return { day: start.date, from: start.time, to: parisDateTimeOf(new Date(plannedTo)).time };
}
