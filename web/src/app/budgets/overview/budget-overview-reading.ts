import { computed, inject, Injectable, linkedSignal, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Api, type BudgetList, budgetsList, budgetsTotals, type BudgetTotals, schoolsCommunes } from '@parc/api-client';
import { civilYearOf, parisDateOf, reachOf } from '@parc/domain';
import type { FilterChange, TableSort } from '@parc/ui';
import { asProblem } from '../../shell/problem';
import { Session } from '../../shell/session';
import { addressOf, FIRST_YEAR } from '../envelope-address';
import {
  type BudgetFilters,
  filterChips,
  isNarrowed,
  listAsked,
  readFilters,
  totalsAsked,
  writeSort,
} from './budget-filters';
import { overviewTitle } from './overview-words';

/** What the overview shows: the address in, rows, sums and words out. */
@Injectable()
export class BudgetOverviewReading {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly session = inject(Session);
  private readonly map = toSignal(this.route.queryParamMap, { requireSync: true });

  readonly thisYear = civilYearOf(parisDateOf(new Date()));
  readonly filters = computed<BudgetFilters>(() => readFilters(addressOf(this.map()), this.thisYear), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  readonly years = Array.from({ length: this.thisYear + 2 - FIRST_YEAR }, (_, index) => FIRST_YEAR + index);

  private readonly may = (permission: 'budgets.totals' | 'budgets.allocate' | 'budgets.statement'): boolean => {
    const role = this.session.role();
    return role !== null && reachOf(permission, role) !== null;
  };
  readonly manages = computed(() => this.may('budgets.allocate'));
  readonly reachesAll = computed(() => this.may('budgets.totals'));

  private readonly list = resource({
    params: () => this.filters(),
    loader: ({ params }) => this.api.invoke(budgetsList, listAsked(params)),
  });
  private readonly sums = resource({
    params: () => (this.reachesAll() ? totalsAsked(this.filters()) : undefined),
    loader: ({ params }) => this.api.invoke(budgetsTotals, params),
  });
  private readonly places = resource({ loader: () => this.api.invoke(schoolsCommunes) });

  readonly loading = computed(() => this.list.isLoading() || this.sums.isLoading());
  readonly failed = computed(() => {
    const error = [this.list, this.sums].find((each) => each.status() === 'error')?.error();
    return error === undefined ? null : asProblem(error);
  });
  /** The rows and sums in sight stay until the next ones are there. */
  readonly shown = linkedSignal<BudgetList | null, BudgetList | null>({
    source: () => (this.list.hasValue() ? this.list.value() : null),
    computation: (answer, former) => answer ?? former?.value ?? null,
  });
  readonly totals = linkedSignal<BudgetTotals | null, BudgetTotals | null>({
    source: () => (this.sums.hasValue() ? this.sums.value() : null),
    computation: (answer, former) => answer ?? former?.value ?? null,
  });
  readonly ready = computed(() => this.shown() !== null && (!this.reachesAll() || this.totals() !== null));

  readonly narrowed = computed(() => isNarrowed(this.filters()));
  readonly title = computed(() =>
    overviewTitle(this.filters(), this.totals(), this.shown()?.total ?? 0, this.narrowed()),
  );
  readonly chips = computed(() =>
    filterChips(
      this.filters(),
      (this.places.hasValue() ? this.places.value().items : []).filter(({ schools }) => schools > 0),
      this.reachesAll(),
    ),
  );

  narrow({ id, value }: FilterChange): void {
    this.go({ [id]: value, page: null });
  }

  search(text: string): void {
    this.go({ recherche: text || null, page: null }, true);
  }

  sortBy(sort: TableSort | null): void {
    if (sort !== null) this.go(writeSort(sort));
  }

  turnTo(page: number): void {
    this.go({ page: page > 1 ? String(page) : null });
  }

  clearFilters(): void {
    this.go({ recherche: null, commune: null, secteur: null, page: null });
  }

  refresh(): void {
    this.list.reload();
    this.sums.reload();
  }

  private go(queryParams: Record<string, string | null>, replaceUrl = false): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl,
    });
  }
}
