import { computed, inject, Injectable } from '@angular/core';
import { Api, budgetsList, budgetsTotals, schoolsCommunes } from '@parc/api-client';
import { civilYearOf, parisDateOf } from '@parc/domain';
import type { TableSort } from '@parc/ui';
import { listAddress, type ListSteps } from '../../shell/lists/list-address';
import { type ListInSight, listReading, listStanding } from '../../shell/lists/list-reading';
import { may } from '../../shell/may';
import { reading } from '../../shell/reading';
import { FIRST_PLAN_YEAR } from '../../shell/plan-years';
import {
  type BudgetFilters,
  filterChips,
  isNarrowed,
  listAsked,
  readFilters,
  totalsAsked,
  writeSort,
} from './budget-filters';
import { budgetListTitle } from './budget-list-words';

/** What the list shows: the address in, rows, sums and words out. */
@Injectable()
export class BudgetListReading implements ListInSight, ListSteps {
  private readonly api = inject(Api);
  private readonly address = listAddress({ recherche: null, commune: null, secteur: null, page: null });
  readonly narrow = this.address.narrow;
  readonly search = this.address.search;
  readonly clear = this.address.clear;
  readonly turnTo = this.address.turnTo;

  readonly thisYear = civilYearOf(parisDateOf(new Date()));
  readonly filters = computed<BudgetFilters>(() => readFilters(this.address.words(), this.thisYear), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  readonly years = Array.from({ length: this.thisYear + 2 - FIRST_PLAN_YEAR }, (_, index) => FIRST_PLAN_YEAR + index);

  readonly manages = may('budgets.allocate');
  readonly reachesAll = may('budgets.totals');

  private readonly list = listReading(this.filters, (filters) => this.api.invoke(budgetsList, listAsked(filters)));
  private readonly sums = reading({
    asked: () => (this.reachesAll() ? totalsAsked(this.filters()) : undefined),
    load: (asked) => this.api.invoke(budgetsTotals, asked),
    keepsFormer: true,
  });
  private readonly places = reading({ load: () => this.api.invoke(schoolsCommunes) });

  readonly loading = computed(() => this.list.loading() || this.sums.loading());
  readonly failed = computed(() => this.list.failed() ?? this.sums.failed());
  readonly rows = this.list.rows;
  readonly total = this.list.total;
  /** The sums in sight stay until the next ones are there, as the rows do. */
  readonly totals = this.sums.value;
  readonly ready = computed(() => this.list.value() !== null && (!this.reachesAll() || this.totals() !== null));
  readonly standing = computed(() => listStanding(this.failed(), this.ready() ? this.rows().length : null));

  readonly narrowed = computed(() => isNarrowed(this.filters()));
  readonly title = computed(() => budgetListTitle(this.filters(), this.totals(), this.total(), this.narrowed()));
  readonly chips = computed(() =>
    filterChips(
      this.filters(),
      (this.places.value()?.items ?? []).filter(({ schools }) => schools > 0),
      this.reachesAll(),
    ),
  );

  sortBy(sort: TableSort | null): void {
    if (sort !== null) this.address.go(writeSort(sort));
  }

  reload(): void {
    this.list.reload();
    this.sums.reload();
  }
}
