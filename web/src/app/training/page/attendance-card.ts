import { Component, computed, inject, input, output } from '@angular/core';
import { Api, trainingsAttend, type TrainingSheet } from '@parc/api-client';
import { Choice, counted, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { ResumedNote } from '../../shell/kept/resumed-note';
import { typed } from '../../shell/kept/typed';
import { mutation } from '../../shell/mutation';

const ANSWERS = [
  { value: 'there', label: 'Là' },
  { value: 'absent', label: 'Pas là' },
] as const;
type Answer = (typeof ANSWERS)[number]['value'];
type Answers = Readonly<Record<string, Answer>>;

/** Who came, as their trainer says it, one by one; nobody is asked why they did not. */
@Component({
  selector: 'parc-training-attendance-card',
  imports: [ActProblem, Choice, ResumedNote],
  template: `
    <section class="card" aria-labelledby="session-attendance">
      <h2 id="session-attendance">Qui était là ?</h2>
      @for (one of seated(); track one.id) {
        <parc-choice
          [legend]="one.name + ', ' + one.schoolName"
          [options]="choices"
          [value]="answers()[one.id] ?? null"
          (valueChange)="say(one.id, $event)"
        />
      }
      <parc-resumed-note [of]="answers" />
      @if (saving.problem(); as problem) {
        <parc-act-problem [problem]="problem" (reread)="changed.emit()" />
      }
      <div class="acts">
        <button type="button" class="button button-primary" [disabled]="saving.pending()" (click)="save()">
          Enregistrer les présences
        </button>
        <p class="muted small" aria-live="polite">{{ hint() }}</p>
      </div>
    </section>
  `,
  styles: `
    .card {
      display: grid;
      gap: 1rem;
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
    }
  `,
})
export class TrainingAttendanceCard {
  readonly page = input.required<TrainingSheet>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly choices = ANSWERS;
  protected readonly seated = computed(() => this.page().enrolments.filter(({ standing }) => standing === 'seated'));
  protected readonly saving = mutation((key, answers: Answers) =>
    this.api.invoke(trainingsAttend, {
      ...{ id: this.page().id, 'Idempotency-Key': key },
      body: { people: Object.entries(answers).map(([id, answer]) => ({ id, present: answer === 'there' })) },
    }),
  );
  protected readonly answers = typed<Answers>({
    name: () => `attendance ${this.page().id}`,
    initial: () =>
      Object.fromEntries(
        this.seated().flatMap(({ id, present }) =>
          present === null ? [] : [[id, present ? 'there' : 'absent'] as const],
        ),
      ),
    fits: (kept) => typeof kept === 'object' && kept !== null,
    pending: this.saving.pending,
    problem: this.saving.problem,
  });
  private readonly unsaid = computed(() => this.seated().filter(({ id }) => this.answers()[id] === undefined).length);
  protected readonly hint = computed(() =>
    this.unsaid() === 0
      ? 'Tout le monde est noté.'
      : `Encore ${counted(this.unsaid(), 'personne')} à noter avant de clore.`,
  );

  protected say(id: string, answer: Answer | null): void {
    if (answer !== null) this.answers.set({ ...this.answers(), [id]: answer });
  }

  protected async save(): Promise<void> {
    const known = new Set(this.seated().map(({ id }) => id));
    const said = Object.entries(this.answers()).filter(([id]) => known.has(id));
    if (said.length === 0) return;
    const saved = await this.saving.run(Object.fromEntries(said));
    if (saved === null) return;
    this.answers.forget();
    this.toasts.say('Les présences sont enregistrées');
    this.changed.emit();
  }
}
