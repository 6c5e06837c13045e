import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, type KnownProblem, problemsJoin, problemsKnown, type TicketMovedAnswer } from '@parc/api-client';
import { mayExplain, type Symptom } from '@parc/domain';
import { countedRows, Notice } from '@parc/ui';
import { mutation } from '../../shell/mutation';
import { reading } from '../../shell/reading';
import type { ReportSubject } from '../../tickets/report-subject';
import { expectedWords } from '../problem-words';

/** Before a report: what the métropole knows already, and one tap to be counted among those who have it. */
@Component({
  selector: 'parc-known-problems',
  imports: [Notice],
  template: `
    @for (one of shown(); track one.id) {
      <parc-notice [heading]="'Panne connue : ' + one.title">
        {{ one.told ?? '' }} {{ expected(one) }}
        @if (one.schools !== null && one.schools > 0) {
          {{ schools(one.schools) }}
        }
        <div class="answers">
          <button type="button" class="button" [disabled]="joining.pending() || said() === null" (click)="join(one)">
            Je suis concerné aussi
          </button>
          <button type="button" class="button" (click)="setAside(one)">C’est autre chose</button>
        </div>
        @if (said() === null) {
          <p class="small">Dites d’abord ce qui se passe.</p>
        }
      </parc-notice>
    }
    @if (joining.problem(); as problem) {
      <parc-notice tone="trouble" role="alert" heading="Ce n’est pas envoyé">{{ problem.sentence }}</parc-notice>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      margin-top: 0.75rem;
    }
  `,
})
export class KnownProblems {
  readonly subject = input.required<ReportSubject>();
  /** What is being said of it; null: nothing yet. */
  readonly symptom = input<Symptom | null>(null);
  /** The school is counted: its ticket. */
  readonly joined = output<TicketMovedAnswer>();

  private readonly api = inject(Api);
  private readonly known = reading({
    asked: () => this.subject(),
    load: async (asked) => (await this.api.invoke(problemsKnown, asked)).items,
  });
  private readonly aside = signal<ReadonlySet<string>>(new Set());
  protected readonly shown = computed(() => {
    const { subject, service } = this.subject();
    return (this.known.value() ?? []).filter(
      (one) => !this.aside().has(one.id) && mayExplain(one, subject, service ?? null, this.symptom() ?? one.symptom),
    );
  });
  /** A service that is down needs no further word: it is down. */
  protected readonly said = computed<Symptom | null>(
    () => this.symptom() ?? (this.subject().subject === 'service' ? 'outage' : null),
  );
  protected readonly joining = mutation((key, id: string, subject: ReportSubject, symptom: Symptom) =>
    this.api.invoke(problemsJoin, { 'Idempotency-Key': key, body: { problemId: id, ...subject, symptom } }),
  );
  protected readonly expected = expectedWords;
  protected readonly schools = (count: number): string =>
    `${countedRows(count, 'école touchée', 'écoles touchées')} pour l’instant.`;

  protected setAside({ id }: KnownProblem): void {
    this.aside.update((before) => new Set([...before, id]));
  }

  protected async join({ id }: KnownProblem): Promise<void> {
    const symptom = this.said();
    if (symptom === null) return;
    const ticket = await this.joining.run(id, this.subject(), symptom);
    if (ticket !== null) this.joined.emit(ticket);
  }
}
