import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, steeringOverview } from '@parc/api-client';
import { parisDateOf } from '@parc/domain';
import { Choice, dayOfYear, StatePanel } from '@parc/ui';
import { reading } from '../../shell/reading';
import { Session } from '../../shell/session';
import { BudgetsChart } from './budgets-chart';
import { ConventionsTable } from './conventions-table';
import { FigureCards } from './figure-cards';
import { OrderStatesChart } from './order-states-chart';
import { figures, noFigures, overviewTitle, readsOwnSchools } from './spending-words';
import { ProblemPanel } from '../../shell/problem-panel';
import { HomeCards } from '../../shell/homes/home-cards';

/**
 * The first figures of the plan, of a commune's public schools or of those a private body runs: the API keeps to the
 * reader's scope. The year stands in the address.
 */
@Component({
  selector: 'parc-spending-page',
  imports: [
    BudgetsChart,
    Choice,
    ConventionsTable,
    FigureCards,
    HomeCards,
    OrderStatesChart,
    ProblemPanel,
    RouterLink,
    StatePanel,
  ],
  templateUrl: './spending-page.html',
  styles: `
    .sections {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }

    .sections,
    .page-stack {
      margin-top: 1.25rem;
    }

    .beside {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
      align-items: start;
      gap: 1.25rem;
    }
  `,
})
export class SpendingPage {
  /** The civil year of the address; this year when it says none. */
  readonly exercice = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly today = parisDateOf(new Date());

  protected readonly year = computed(() =>
    /^20\d\d$/.test(this.exercice() ?? '') ? Number(this.exercice()) : Number(this.today.slice(0, 4)),
  );
  private readonly read = reading({
    asked: () => ({ year: this.year() }),
    load: (asked) => this.api.invoke(steeringOverview, asked),
    keepsFormer: true,
  });
  /** The former year stays in sight until the next one is there. */
  protected readonly shown = this.read.value;
  protected readonly failed = this.read.failed;

  private readonly own = computed(() => readsOwnSchools(this.session.role()));
  protected readonly title = computed(() => {
    const overview = this.shown();
    return overview === null ? 'Vue d’ensemble' : overviewTitle(overview, this.session.role());
  });
  protected readonly place = computed(() => {
    const scope = this.own() ? this.session.current()!.assignment.scopeLabel : 'Plan Numérique à l’École';
    return `${scope} · chiffres du ${dayOfYear(this.today)}`;
  });
  protected readonly figures = computed(() => {
    const overview = this.shown();
    return overview === null ? [] : figures(overview);
  });
  protected readonly noFigures = computed(() => noFigures(this.session.role()));
  protected readonly years = computed(() => {
    const years = new Set([...(this.shown()?.budgets ?? []).map(({ year }) => year), Number(this.today.slice(0, 4))]);
    return [...years].sort().map((year) => ({ value: String(year), label: String(year) }));
  });

  protected choose(year: string | null): void {
    void this.router.navigate([], { queryParams: { exercice: year }, queryParamsHandling: 'merge' });
  }

  protected reload(): void {
    this.read.reload();
  }
}
