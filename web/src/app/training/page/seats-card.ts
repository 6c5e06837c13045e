import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Api, trainingMovesLeave, type TrainingEnrolmentLine, type TrainingSheet } from '@parc/api-client';
import { TRAININGS_ENROLLING } from '@parc/domain';
import { Cell, type ChipWords, ConfirmDialog, DataTable, DayPipe, StateChip, type TableColumn, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { Session } from '../../shell/session';
import { seatsTitle } from '../training-words';
import { TrainingEnrolOthers } from './enrol-others';
import { TrainingSeats } from './seats';

/** Places drawn, then who has one and who waits, as far as the reader is told of each; whoever enrols others takes them back. */
@Component({
  selector: 'parc-training-seats-card',
  imports: [ActProblem, Cell, ConfirmDialog, DataTable, DayPipe, StateChip, TrainingEnrolOthers, TrainingSeats],
  template: `
    <section class="card" aria-labelledby="session-seats">
      <h2 id="session-seats">{{ title() }}</h2>
      <parc-training-seats [page]="page()" />
      @if (leaving.problem(); as problem) {
        <parc-act-problem [problem]="problem" (reread)="changed.emit()" />
      }
      <parc-training-enrol-others [page]="page()" (changed)="changed.emit()" />
      @if (page().enrolments.length > 0) {
        <parc-data-table
          [caption]="ownPeople() ? 'Inscrits de votre école' : 'Inscrits'"
          [rows]="page().enrolments"
          [columns]="columns()"
          [rowKey]="rowKey"
          [rowName]="rowName"
        >
          <ng-template parcCell="standing" [parcCellOf]="page().enrolments" let-row>
            @let chip = chipOf(row);
            <parc-state-chip [state]="chip" />
          </ng-template>
          <ng-template parcCell="since" [parcCellOf]="page().enrolments" let-row>{{
            row.enrolledAt | day
          }}</ng-template>
          <ng-template parcCell="act" [parcCellOf]="page().enrolments" let-row>
            @if (row.accountId !== me()) {
              <button
                type="button"
                class="button button-dense"
                [attr.aria-label]="'Désinscrire ' + row.name"
                (click)="ask(row)"
              >
                Désinscrire
              </button>
            }
          </ng-template>
        </parc-data-table>
      }
      @if (note(); as words) {
        <p class="muted small">{{ words }}</p>
      }
    </section>
    <parc-confirm-dialog
      [heading]="'Désinscrire ' + (chosen()?.name ?? '')"
      confirmLabel="Désinscrire"
      [pending]="leaving.pending()"
      (confirmed)="leave()"
    >
      {{
        chosen()?.standing === 'waiting'
          ? 'Son rang dans la liste d’attente est perdu.'
          : 'Sa place va à la personne qui attend depuis le plus longtemps.'
      }}
    </parc-confirm-dialog>
  `,
  styles: `
    .card {
      display: grid;
      gap: 0.75rem;
      grid-template-columns: minmax(0, 1fr);
    }

    parc-state-chip {
      white-space: nowrap;
    }
  `,
})
export class TrainingSeatsCard {
  readonly page = input.required<TrainingSheet>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required(ConfirmDialog);
  protected readonly me = computed(() => this.session.current()?.account.id ?? null);
  /** A school reads its own people alone. */
  protected readonly ownPeople = may('home.school');
  /** A teacher enrols and takes back nobody but themselves. */
  private readonly enrolsOthers = may('training-sessions.people');
  protected readonly takesBack = computed(() => this.enrolsOthers() && this.page().possible.includes('leave'));
  protected readonly title = computed(() => seatsTitle(this.page()));
  protected readonly chosen = signal<TrainingEnrolmentLine | null>(null);
  protected readonly columns = computed<readonly TableColumn<TrainingEnrolmentLine>[]>(() => [
    { key: 'name', label: 'Inscrit', text: ({ name }) => name, card: 'title' },
    { key: 'school', label: 'École', text: ({ schoolName }) => schoolName },
    { key: 'standing', label: 'Place', card: 'beside' },
    { key: 'since', label: 'Depuis' },
    ...(this.takesBack() ? [{ key: 'act', label: 'Action' } as const] : []),
  ]);
  protected readonly rowKey = ({ id }: TrainingEnrolmentLine): string => id;
  protected readonly rowName = ({ name, schoolName }: TrainingEnrolmentLine): string => `${name}, ${schoolName}`;
  protected readonly note = computed(() => {
    if (this.page().enrolled > 0 && this.page().enrolments.length === 0 && !this.ownPeople())
      return 'Qui est inscrit se lit à l’inspection : les heures d’un enseignant sont à l’Éducation nationale.';
    const open = TRAININGS_ENROLLING.includes(this.page().state);
    return open && this.page().waiting > 0 ? 'Une place libérée va au premier de la liste d’attente.' : '';
  });
  protected readonly leaving = mutation((key, { accountId }: TrainingEnrolmentLine) =>
    this.api.invoke(trainingMovesLeave, { id: this.page().id, 'Idempotency-Key': key, body: { accountId } }),
  );

  protected chipOf({ standing, present, comes }: TrainingEnrolmentLine): ChipWords {
    if (present !== null)
      return present ? { word: 'Là', tone: 'done', icon: 'check' } : { word: 'Absent', tone: 'idle', icon: 'cross' };
    if (standing === 'offered') return { word: 'Place proposée', tone: 'waiting', icon: 'bell' };
    if (standing === 'seated' && comes !== null)
      return comes
        ? { word: 'Vient', tone: 'done', icon: 'check' }
        : { word: 'Sans réponse', tone: 'idle', icon: 'clock' };
    return standing === 'seated'
      ? { word: 'A une place', tone: 'done', icon: 'check' }
      : { word: 'Attend', tone: 'waiting', icon: 'clock' };
  }

  protected ask(row: TrainingEnrolmentLine): void {
    this.chosen.set(row);
    this.dialog().open();
  }

  protected async leave(): Promise<void> {
    const row = this.chosen();
    if (row === null) return;
    const left = await this.leaving.run(row);
    this.dialog().close();
    if (left === null) return;
    this.toasts.say(`${row.name} n’est plus inscrit`);
    this.changed.emit();
  }
}
