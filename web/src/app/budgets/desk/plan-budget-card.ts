import { Component, computed, inject } from '@angular/core';
import { BudgetBar } from '@parc/ui';
import { DeskReading } from '../../home/desk/desk-reading';

/** On the manager's first page: the year's budgets of all schools as one bar. */
@Component({
  selector: 'parc-plan-budget-card',
  imports: [BudgetBar],
  template: `
    @if (budget(); as figures) {
      <section class="card">
        <h2>Budgets d’installation {{ figures.year }}, toutes les écoles</h2>
        <parc-budget-bar [figures]="figures" [label]="'Budgets d’installation ' + figures.year" />
      </section>
    }
  `,
})
export class PlanBudgetCard {
  private readonly read = inject(DeskReading);
  protected readonly budget = computed(() => this.read.desk()?.budget ?? null);
}
