import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, loansDue, type LoanListItem } from '@parc/api-client';
import { StateChip } from '@parc/ui';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { dueTitle, loanState, periodWords, workTitle } from '../loan-words';

/** Lines of a first page are few: the rest stands in the room. */
const SHOWN = 5;

/** On the first page of those who lend: to grant, to bring, to take back, to check; nothing where nothing waits. */
@Component({
  selector: 'parc-loans-due-card',
  imports: [RouterLink, StateChip],
  template: `
    @if (lines().length > 0) {
      <section class="card" aria-labelledby="loans-due">
        <div class="head">
          <h2 id="loans-due">{{ title() }}</h2>
          <a routerLink="/prets">Tous les prêts</a>
        </div>
        <ul>
          @for (line of lines(); track line.loan.id) {
            @let words = state(line.loan);
            <li>
              <span>
                <a [routerLink]="['/prets', line.loan.id]">{{ line.what }} : {{ line.loan.kitName }}</a>
                <span class="muted small">{{ line.loan.schoolName }}, {{ period(line.loan) }}</span>
              </span>
              <parc-state-chip [state]="words" />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './loan-lines.css',
})
export class LoansDueCard {
  private readonly api = inject(Api);
  private readonly approves = may('loans.approve');
  protected readonly due = reading({ load: () => this.api.invoke(loansDue) });
  protected readonly title = computed(() => {
    const due = this.due.value();
    if (due === null) return '';
    return this.approves() ? dueTitle(due) : workTitle(due);
  });
  protected readonly state = loanState;
  protected readonly period = periodWords;
  /** A manager grants and looks after what is late; a technician brings, takes back and checks. */
  protected readonly lines = computed(() => {
    const due = this.due.value();
    if (due === null) return [];
    const of = (what: string, loans: readonly LoanListItem[]) => loans.map((loan) => ({ what, loan }));
    const asked = this.approves()
      ? [
          ...of('Accorder', due.toApprove),
          ...of(
            'En retard',
            due.toTakeBack.filter(({ late }) => late),
          ),
        ]
      : [...of('Remettre', due.toHandOver), ...of('Reprendre', due.toTakeBack), ...of('Contrôler', due.toCheck)];
    return asked.slice(0, SHOWN);
  });
}
