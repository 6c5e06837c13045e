import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, loansList } from '@parc/api-client';
import { Icon, StateChip } from '@parc/ui';
import { reading } from '../../shell/reading';
import { loanState, periodWords, schoolTitle } from '../loan-words';

/** On a school's first page: what it borrows, and by when to give it back. */
@Component({
  selector: 'parc-school-loans-card',
  imports: [Icon, RouterLink, StateChip],
  template: `
    @if (loans.value(); as page) {
      <section class="card" aria-labelledby="school-loans">
        <div class="head">
          <h2 id="school-loans">{{ title(page.items) }}</h2>
          @if (page.total > 0) {
            <a routerLink="/prets">Tous les prêts</a>
          }
        </div>
        <ul>
          @for (loan of page.items; track loan.id) {
            @let words = state(loan);
            <li>
              <span>
                <a [routerLink]="['/prets', loan.id]">{{ loan.kitName }}</a>
                <span class="muted small">{{ period(loan) }}</span>
              </span>
              <parc-state-chip [state]="words" />
            </li>
          }
        </ul>
        <a class="button" routerLink="/prets/emprunter"><parc-icon name="calendar" [size]="18" /> Emprunter un kit</a>
      </section>
    }
  `,
  styleUrl: './loan-lines.css',
})
export class SchoolLoansCard {
  private readonly api = inject(Api);
  protected readonly loans = reading({
    load: () => this.api.invoke(loansList, { holding: true, sort: 'end', direction: 'asc', size: 4 }),
  });
  protected readonly title = schoolTitle;
  protected readonly state = loanState;
  protected readonly period = periodWords;
}
