import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Api, type OrderPage, type ScheduleRequest, techniciansList } from '@parc/api-client';
import type { PlanningAction } from '@parc/domain';
import { Control, Field } from '@parc/ui';
import { Session } from '../../shell/session';
import { reading } from '../../shell/reading';
import { type ChosenSlot, SlotForm } from '../forms/slot-form';
import { may } from '../../shell/may';
import { PLANNING_WORDS } from '../planning-words';

/** An appointment that was fixed; the reason is empty where none was asked. */
export interface Planned {
  readonly slot: ScheduleRequest;
  readonly reason: string;
}

/** Who comes and when. A firm's order is the firm's; the metropole's own work is given to a technician. */
@Component({
  selector: 'parc-planning-form',
  imports: [Control, Field, SlotForm],
  template: `
    <parc-slot-form
      back="Revenir"
      [about]="page().id"
      [refused]="refused()"
      [wishes]="page().wishes"
      [planned]="page()"
      [action]="action()"
      [pending]="pending()"
      (submit)="checked.set(true)"
      (chosen)="send($event)"
      (cancelled)="cancelled.emit()"
    >
      <h2>{{ words().act }} {{ page().number }}</h2>
      @if (internal()) {
        <parc-field label="Technicien" [error]="personError()">
          <select parcControl #person (change)="accountId.set(person.value)">
            <option value="" [selected]="accountId() === ''">Choisir</option>
            @for (each of people(); track each.accountId) {
              <option [value]="each.accountId" [selected]="each.accountId === accountId()">{{ each.name }}</option>
            }
          </select>
        </parc-field>
        @if (peopleMissing()) {
          <p class="small" role="alert">
            La liste des techniciens n’a pas pu être lue.
            <button type="button" class="button-as-link" (click)="retryPeople()">Réessayer</button>
          </p>
        }
      } @else {
        <p class="muted small">Confiée à {{ page().performerName }}</p>
      }
    </parc-slot-form>
  `,
})
export class PlanningForm {
  readonly page = input.required<OrderPage>();
  readonly action = input.required<PlanningAction>();
  readonly pending = input(false);
  /** The last attempt was refused, as something else on the page says. */
  readonly refused = input(false);
  readonly planned = output<Planned>();
  readonly cancelled = output();

  protected readonly words = computed(() => PLANNING_WORDS[this.action()]);
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  /** Who fixes a date also names who comes; a firm sends whom it wants. */
  private readonly names = may('orders.schedule');
  private readonly carriesOut = may('home.work');
  protected readonly internal = computed(() => this.page().performer === 'metropole' && this.names());
  private readonly technicians = reading({
    asked: () => (this.internal() ? true : undefined),
    load: async () => (await this.api.invoke(techniciansList)).items,
  });
  protected readonly people = computed(() => this.technicians.value() ?? []);
  protected readonly peopleMissing = computed(() => this.technicians.failed() !== null);

  /** The technician named; a technician takes the work for themselves by default. */
  protected readonly accountId = linkedSignal(() => {
    const named = this.page().assignedAccountId;
    if (named !== null) return named;
    const own = this.session.current();
    return own !== null && this.carriesOut() ? own.account.id : '';
  });
  private readonly unnamed = computed(() => this.internal() && this.accountId() === '');
  protected readonly checked = signal(false);
  protected readonly personError = computed(() =>
    this.checked() && this.unnamed() ? 'Choisissez qui intervient.' : '',
  );

  protected retryPeople(): void {
    this.technicians.reload();
  }

  protected send({ reason, ...slot }: ChosenSlot): void {
    if (this.unnamed()) return;
    const named = this.internal() ? { assignedAccountId: this.accountId() } : {};
    this.planned.emit({ slot: { ...slot, ...named }, reason });
  }
}
