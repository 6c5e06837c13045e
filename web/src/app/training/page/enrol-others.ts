import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, trainingMovesEnrol, trainingPeopleEnrollable, type TrainingSheet } from '@parc/api-client';
import { Field, type PickerOption, SearchPicker, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import { isFull } from '../training-words';

/** Somebody else takes a place: of the team, for its head; of a school of the circonscription, for the inspection. */
@Component({
  selector: 'parc-training-enrol-others',
  imports: [ActProblem, Field, SearchPicker],
  template: `
    @if (shown()) {
      <div class="ask">
        <parc-field [label]="label()" [help]="help()">
          <parc-search-picker
            placeholder="Son nom"
            [options]="options()"
            [pending]="people.loading()"
            [value]="chosen()"
            (valueChange)="chosen.set($event)"
            (query)="query.set($event)"
          />
        </parc-field>
        <button type="button" class="button" [disabled]="chosen() === null || enrolling.pending()" (click)="enrol()">
          {{ full() ? 'Mettre en attente' : 'Inscrire' }}
        </button>
      </div>
      @if (enrolling.problem(); as problem) {
        <parc-act-problem [problem]="problem" (reread)="changed.emit()" />
      }
    }
  `,
  styles: `
    .ask {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.5rem 0.75rem;
      align-items: end;
      max-width: 34rem;
    }

    @media (max-width: 480px) {
      .ask {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class TrainingEnrolOthers {
  readonly page = input.required<TrainingSheet>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly enrolsOthers = may('training-sessions.people');
  private readonly ownTeam = may('home.school');
  protected readonly query = signal('');
  protected readonly chosen = signal<PickerOption | null>(null);
  protected readonly shown = computed(() => this.enrolsOthers() && this.page().possible.includes('enrol'));
  protected readonly full = computed(() => isFull(this.page()));
  protected readonly label = computed(() =>
    this.ownTeam() ? 'Inscrire quelqu’un de l’équipe' : 'Inscrire un enseignant de la circonscription',
  );
  protected readonly help = computed(() =>
    this.full() ? 'Tout est pris : la personne attend, à son rang.' : 'La personne est inscrite, pas convoquée.',
  );
  protected readonly people = reading({
    asked: () =>
      this.shown() ? { id: this.page().id, search: this.query(), enrolled: this.page().enrolments.length } : undefined,
    load: async ({ id, search }) => (await this.api.invoke(trainingPeopleEnrollable, { id, search })).items,
    keepsFormer: true,
  });
  protected readonly options = computed<readonly PickerOption[]>(() =>
    (this.people.value() ?? []).map(({ accountId, name, schoolName }) => ({
      ...{ id: accountId, label: name },
      ...(this.ownTeam() ? {} : { detail: schoolName }),
    })),
  );
  protected readonly enrolling = mutation((key, accountId: string) =>
    this.api.invoke(trainingMovesEnrol, { id: this.page().id, 'Idempotency-Key': key, body: { accountId } }),
  );

  protected async enrol(): Promise<void> {
    const person = this.chosen();
    if (person === null) return;
    const full = this.full();
    if ((await this.enrolling.run(person.id)) === null) return;
    this.chosen.set(null);
    this.query.set('');
    this.toasts.say(`${person.label} ${full ? 'attend une place' : 'a une place'}`);
    this.changed.emit();
  }
}
