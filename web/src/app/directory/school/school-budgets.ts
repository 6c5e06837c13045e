import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BudgetBarAnswer } from '@parc/api-client';
import { BudgetBar } from '@parc/ui';
import { capital } from '@parc/domain';
import { budgetOf } from '../../budgets/envelope-address';

/** The envelopes of the year as bars, each with the way to its movements. */
@Component({
  selector: 'parc-school-budgets',
  imports: [BudgetBar, RouterLink],
  template: `
    <section class="card" aria-label="Budgets de l’année">
      @for (budget of budgets(); track budget.kind) {
        <div class="budget">
          <div class="head">
            <h2>{{ name(budget) }}</h2>
            @if (link(); as address) {
              <a
                [routerLink]="address"
                [queryParams]="{
                  exercice: budget.year,
                  enveloppe: budget.kind === 'maintenance' ? 'maintenance' : null,
                }"
                >Voir chaque mouvement<span class="visually-hidden"> du {{ name(budget) }}</span></a
              >
            }
          </div>
          <parc-budget-bar [figures]="budget" [label]="name(budget)" />
        </div>
      }
    </section>
  `,
  styles: `
    .budget + .budget {
      margin-top: 1.25rem;
      padding-top: 1.25rem;
      border-top: 1px solid var(--line);
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0.25rem 1rem;
      margin-bottom: 0.75rem;
    }
  `,
})
export class SchoolBudgets {
  readonly budgets = input.required<readonly BudgetBarAnswer[]>();
  readonly link = input<string | null>(null);

  protected name({ kind, year }: BudgetBarAnswer): string {
    return capital(budgetOf({ kind, year }));
  }
}
