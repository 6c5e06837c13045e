import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Api,
  trainingModulesModulesList,
  trainingPeopleGrounds,
  trainingsPropose,
  type TrainingSessionRequest,
} from '@parc/api-client';
import { parisDateOf, TRAINING_PLACES } from '@parc/domain';
import { Icon, type PickerOption, Toasts } from '@parc/ui';
import { FormPage } from '../../shell/forms/form-page';
import { textOf, type Values } from '../../shell/forms/fields';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { type DatesAsked, TrainingDateClashes } from '../dates/date-clashes';
import { datesTyped } from '../hours-fields';
import { halfDaysOf, isOutside, placeKindOf, proposeForm, proposeRequest } from './propose-form';
import { TrainingSchoolPicker } from './school-picker';

/** A session is proposed by either side, for both to agree to. */
@Component({
  selector: 'parc-propose-training',
  imports: [FormPage, Icon, TrainingDateClashes, TrainingSchoolPicker],
  template: `
    <parc-form-page
      heading="Proposer une session"
      text="Elle ouvre aux inscriptions quand la métropole et l’inspection ont donné leur accord."
      [failed]="ground.failed()"
      [form]="form()"
      [saving]="saving"
      (typed)="typed.set($event)"
      (sent)="save($event)"
      (cancelled)="leave()"
      (reread)="ground.reload()"
    >
      @if (inSchool()) {
        <parc-training-school-picker
          label="École où elle se tient"
          controlId="training-place"
          [error]="unplaced()"
          [(chosen)]="place"
        />
      }
      <parc-training-date-clashes [of]="asked()" />
      <div class="guests">
        <parc-training-school-picker
          label="Écoles invitées en plus"
          help="Toutes celles de la circonscription le sont déjà. Ajoutez ici une école privée."
          controlId="training-guest"
          [optional]="true"
          [chosen]="null"
          (chosenChange)="invite($event)"
        />
        @if (guests().length > 0) {
          <ul aria-label="Écoles invitées en plus">
            @for (guest of guests(); track guest.id) {
              <li>
                {{ guest.label }}
                <button
                  type="button"
                  class="button button-dense button-quiet"
                  [attr.aria-label]="'Ne plus inviter ' + guest.label"
                  (click)="uninvite(guest.id)"
                >
                  <parc-icon name="cross" [size]="16" />
                </button>
              </li>
            }
          </ul>
        }
      </div>
    </parc-form-page>
  `,
  styles: `
    .guests {
      display: grid;
      gap: 0.5rem;
    }

    li {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      justify-content: space-between;
    }
  `,
})
export class ProposeTrainingPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly today = parisDateOf(new Date());
  protected readonly typed = signal<Values>({});
  protected readonly inSchool = computed(() => TRAINING_PLACES[placeKindOf(this.typed())].tells === 'schoolId');
  protected readonly place = signal<PickerOption | null>(null);
  protected readonly guests = signal<readonly PickerOption[]>([]);
  protected readonly unplaced = signal('');

  /** What would be proposed, once its hours and its trainer are told. */
  protected readonly asked = computed<DatesAsked | null>(
    () => {
      const [count, trainerId] = [halfDaysOf(this.typed()), textOf(this.typed(), 'trainerId')];
      const dates = datesTyped(this.typed(), count);
      if (dates.length < count || !trainerId) return null;
      const ofTrainer = isOutside(this.typed()) ? null : trainerId;
      return { dates, of: { trainerId: ofTrainer, schoolId: this.inSchool() ? (this.place()?.id ?? null) : null } };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );

  protected readonly ground = reading({
    load: async () => {
      const [modules, grounds] = await Promise.all([
        this.api.invoke(trainingModulesModulesList, { size: 100 }),
        this.api.invoke(trainingPeopleGrounds),
      ]);
      return { modules: modules.items, grounds: grounds.items, today: this.today };
    },
  });
  protected readonly form = computed(() => {
    const ground = this.ground.value();
    if (ground === null) return null;
    const alone = ground.grounds.length === 1 ? ground.grounds[0]!.id : '';
    return proposeForm(ground, {
      circonscriptionId: this.typed()['circonscriptionId'] || alone,
      ...{ placeKind: placeKindOf(this.typed()), dates: halfDaysOf(this.typed()), outside: isOutside(this.typed()) },
    });
  });
  protected readonly saving = mutation((key, body: TrainingSessionRequest) =>
    this.api.invoke(trainingsPropose, { 'Idempotency-Key': key, body }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Proposer une session'));
    effect(() => {
      if (this.place() !== null) this.unplaced.set('');
    });
  }

  protected invite(guest: PickerOption | null): void {
    if (guest === null || this.guests().some(({ id }) => id === guest.id)) return;
    this.guests.set([...this.guests(), guest]);
  }

  protected uninvite(id: string): void {
    this.guests.set(this.guests().filter((guest) => guest.id !== id));
  }

  protected async save(values: Values): Promise<void> {
    const schoolId = this.place()?.id ?? null;
    if (this.inSchool() && schoolId === null) return this.unplaced.set('Choisissez une école.');
    const guestIds = this.guests().map(({ id }) => id);
    const made = await this.saving.run(proposeRequest(values, { schoolId, guestIds }));
    if (made === null) return;
    this.toasts.say(`${made.number} est proposée`);
    void this.router.navigate(['/formations', made.id]);
  }

  protected leave(): void {
    void this.router.navigate(['/formations']);
  }
}
