import { computed, effect, inject, Injectable } from '@angular/core';
import { Api, orderBulkExport, ordersList, ordersTabs, type OrderTab, schoolsCommunes } from '@parc/api-client';
import { ORDER_STATES, ORDER_VIEWS, parisDateOf, type Permission } from '@parc/domain';
import { money, type SavedView, type TableSort } from '@parc/ui';
import { exportAddress, listAddress, type ListSteps } from '../../shell/lists/list-address';
import { type ListInSight, listReading } from '../../shell/lists/list-reading';
import { PageTitle } from '../../shell/page-title';
import { yearsUpTo } from '../../shell/plan-years';
import { Rooms } from '../../shell/rooms';
import { meets } from '../../shell/need';
import { Session } from '../../shell/session';
import { reading } from '../../shell/reading';
import { seesManySchools, seesMoney } from './order-columns';
import {
  askedOf,
  filterChips,
  isNarrowed,
  type OrderFilters,
  readFilters,
  unfiltered,
  viewSort,
  writeFilters,
} from './order-filters';
import { firstView, type OrderView, statesOf, viewTitle } from './order-views';
import { type OwnView, ownViews } from '../../shell/lists/own-views';

/** The view whose rows wait for this reader: its count stands in the rail. */
const WAITING_VIEWS = [
  ['orders.approve', 'to-approve'],
  ['orders.confirm', 'to-confirm'],
] as const satisfies readonly (readonly [Permission, OrderView])[];

/** What the list shows: the address in, rows, counts and words out. Every filter is written back into the address. */
@Injectable()
export class OrderListReading implements ListInSight, ListSteps {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  readonly ownViews = ownViews('order');

  readonly today = parisDateOf(new Date());
  readonly role = this.session.role;
  readonly address = listAddress();
  readonly narrow = this.address.narrow;
  readonly search = this.address.search;
  readonly filters = computed<OrderFilters>(
    () => readFilters(this.address.words(), firstView(this.role())),
    // The open order stands in the address too, and is no reason to read the list again.
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );

  private readonly list = listReading(this.filters, (filters) => this.api.invoke(ordersList, askedOf(filters)));
  private readonly tabs = reading({ load: () => this.api.invoke(ordersTabs) });
  /** Without them the list is still read: it only lacks one filter. */
  private readonly communes = reading({
    asked: () => (seesManySchools(this.role()) ? true : undefined),
    load: async () => (await this.api.invoke(schoolsCommunes)).items,
  });

  readonly standing = this.list.standing;
  readonly loading = this.list.loading;
  readonly failed = this.list.failed;
  readonly value = this.list.value;
  readonly rows = this.list.rows;
  readonly total = this.list.total;

  readonly narrowed = computed(() => isNarrowed(this.filters()));
  readonly sort = computed(() => this.filters().sort ?? viewSort(this.filters().view));
  readonly title = computed(() =>
    this.narrowed() && this.total() === 0
      ? 'Aucune commande ne correspond'
      : viewTitle(this.filters().view, this.total()),
  );
  readonly emptyText = computed(() =>
    this.narrowed() ? 'Retirez un filtre ou cherchez autrement.' : ORDER_VIEWS[this.filters().view].empty,
  );
  readonly exportLink = computed(() => exportAddress(this.api.rootUrl + orderBulkExport.PATH, askedOf(this.filters())));

  private readonly counts = computed<readonly OrderTab[]>(() => this.tabs.value()?.tabs ?? []);
  /** The view's amount; the API sums whole views, so that a narrowed one says none. */
  readonly sum = computed(() => {
    const tab = this.counts().find(({ view }) => view === this.filters().view);
    return this.narrowed() || !tab?.count || tab.amountCents === null ? '' : `${money(tab.amountCents)} TTC`;
  });
  readonly views = computed<readonly SavedView[]>(() => [
    ...this.counts().map(({ view, count }) => ({ id: view, label: ORDER_VIEWS[view].tab, count })),
    ...this.ownViews.all().map(({ id, label }) => ({ id, label, count: null })),
  ]);
  readonly ownView = computed<OwnView | null>(() => {
    const now = JSON.stringify(this.bareAddress());
    return this.ownViews.all().find(({ address }) => JSON.stringify(address) === now) ?? null;
  });
  readonly chosenView = computed(() => this.ownView()?.id ?? this.filters().view);
  readonly chips = computed(() =>
    filterChips(this.filters(), {
      years: yearsUpTo(Number(this.today.slice(0, 4))),
      communes: this.communes.value() ?? [],
      states: statesOf(this.filters().view).map((value) => ({ value, label: ORDER_STATES[value].word })),
      money: seesMoney(this.role()),
      schools: seesManySchools(this.role()),
    }),
  );

  constructor() {
    const pageTitle = inject(PageTitle);
    const rooms = inject(Rooms);
    effect(() => {
      if (this.value() !== null) pageTitle.show(this.title());
    });
    effect(() => {
      const role = this.role();
      const own = WAITING_VIEWS.find(([permission]) => role !== null && meets(permission, role))?.[1];
      const awaited = this.counts().find(({ view }) => view === own);
      if (awaited !== undefined) rooms.setWaiting('commandes', awaited.count);
    });
  }

  chooseView(id: string): void {
    const own = this.ownViews.all().find((view) => view.id === id);
    const plain = writeFilters(unfiltered(own === undefined ? (id as OrderView) : this.filters().view));
    this.address.go({ ...plain, ...own?.address, commande: null });
  }

  keepView(label: string): void {
    this.ownViews.keep(label, this.bareAddress());
  }

  sortBy(sort: TableSort | null): void {
    this.address.go(writeFilters({ ...this.filters(), sort, page: 1 }));
  }

  turnTo(page: number): void {
    this.address.go({ page: page > 1 ? String(page) : null, commande: null });
  }

  clear(): void {
    this.address.go(writeFilters(unfiltered(this.filters().view)));
  }

  /** Notes in the address which order is read beside the list. */
  noteOpen(id: string | null): void {
    this.address.go({ commande: id }, true);
  }

  reload(): void {
    this.list.reload();
    this.tabs.reload();
  }

  /** The filters alone, as an own view keeps them. */
  private bareAddress(): Record<string, string> {
    const words = writeFilters({ ...this.filters(), page: 1 });
    return Object.fromEntries(Object.entries(words).flatMap(([name, word]) => (word === null ? [] : [[name, word]])));
  }
}
