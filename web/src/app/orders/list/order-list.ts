import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  linkedSignal,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import {
  Api,
  orderBulkExport,
  type OrderList as OrderListAnswer,
  type OrderListItem,
  ordersList,
  ordersTabs,
  type OrderTab,
} from '@parc/api-client';
import { ORDER_STATE_WORDS, parisDateOf, roleMayEver } from '@parc/domain';
import {
  Cell,
  DataTable,
  type FilterChange,
  FilterChips,
  Icon,
  money,
  MoneyPipe,
  Pager,
  type RowShortcut,
  type SavedView,
  StateChip,
  StatePanel,
  type TableSort,
  Toasts,
  ViewTabs,
} from '@parc/ui';
import { doneWords } from '../decision/decisions';
import { sendDecision } from '../decision/send-decision';
import { mutation } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { asProblem } from '../../shell/problem';
import { Session } from '../../shell/session';
import { BulkDecision } from './bulk-decision';
import { checkWords, sectorWords } from './order-check';
import { numberWords, orderColumns, seesManySchools, seesMoney } from './order-columns';
import {
  askedOf,
  exportAddress,
  filterChips,
  isNarrowed,
  type OrderFilters,
  PAGE_SIZE,
  readFilters,
  unfiltered,
  viewSort,
  writeFilters,
} from './order-filters';
import { OrderPanel } from './order-panel';
import { OrderSearch } from './order-search';
import { emptyWords, firstView, type OrderView, statesOf, tabWord, viewTitle } from './order-views';
import { OwnViewBar } from './own-view-bar';
import { type OwnView, OwnViews } from './own-views';
import { wideScreen } from './wide-screen';

/** The first civil year of the plan. */
const FIRST_YEAR = 2023;
const COUNTED_UP_TO = 20_000;

const SHORTCUTS: readonly RowShortcut[] = [
  { key: 'a', label: 'approuver la ligne' },
  { key: 'a', shift: true, label: 'approuver la sélection' },
];

/**
 * The orders a role sees, in the views it works with. Filters, sort, page and the open order stand in the address. On a
 * wide screen the order is read beside the list; schools, whose lists are short, open it in full.
 */
@Component({
  selector: 'parc-order-list',
  imports: [
    BulkDecision,
    Cell,
    DataTable,
    FilterChips,
    Icon,
    MoneyPipe,
    OrderPanel,
    OrderSearch,
    OwnViewBar,
    Pager,
    RouterLink,
    StateChip,
    StatePanel,
    ViewTabs,
  ],
  templateUrl: './order-list.html',
  styleUrl: './order-list.css',
  host: { '(pointerdown)': 'byPointer = true', '(keydown)': 'byPointer = false' },
})
export class OrderList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly pageTitle = inject(PageTitle);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly panel = viewChild(OrderPanel);
  private readonly bulk = viewChild(BulkDecision);
  protected readonly ownViews = inject(OwnViews);
  private readonly wide = wideScreen();
  protected byPointer = false;

  protected readonly role = computed(() => this.session.role());
  protected readonly today = parisDateOf(new Date());
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly filters = computed<OrderFilters>(
    () => {
      const address = this.address();
      const words = Object.fromEntries(address.keys.map((key) => [key, address.get(key)]));
      return readFilters(words, firstView(this.role()));
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );

  protected readonly list = resource({
    params: () => this.filters(),
    loader: ({ params }) => this.api.invoke(ordersList, askedOf(params)),
  });
  protected readonly tabs = resource({ loader: () => this.api.invoke(ordersTabs) });

  /** The rows in sight stay until the next ones are there. */
  protected readonly shown = linkedSignal<OrderListAnswer | null, OrderListAnswer | null>({
    source: () => (this.list.hasValue() ? this.list.value() : null),
    computation: (answer, former) => answer ?? former?.value ?? null,
  });
  protected readonly rows = computed<readonly OrderListItem[]>(() => this.shown()?.items ?? []);
  protected readonly failed = computed(() => (this.list.status() === 'error' ? asProblem(this.list.error()) : null));

  protected readonly decides = computed(() => {
    const role = this.role();
    return role !== null && roleMayEver(role, 'approve');
  });
  protected readonly composes = computed(() => ['school-head', 'teacher'].includes(this.role() ?? ''));
  protected readonly manySchools = computed(() => seesManySchools(this.role()));
  protected readonly split = computed(() => this.wide() && this.manySchools());
  protected readonly shortcuts = computed(() => (this.decides() ? SHORTCUTS : []));
  protected readonly columns = computed(() => orderColumns(this.role(), this.filters().view, this.today));
  protected readonly sort = computed(() => this.filters().sort ?? viewSort(this.filters().view));
  protected readonly narrowed = computed(() => isNarrowed(this.filters()));
  protected readonly pageSize = PAGE_SIZE;
  protected readonly more = computed(() => (this.shown()?.total ?? 0) > COUNTED_UP_TO);
  protected readonly total = computed(() => Math.min(this.shown()?.total ?? 0, COUNTED_UP_TO));
  protected readonly title = computed(() => viewTitle(this.filters().view, this.total(), this.more()));
  protected readonly emptyText = computed(() =>
    this.narrowed() ? 'Aucune ligne ne correspond à ces filtres.' : emptyWords(this.filters().view),
  );
  /** The view's amount; the API sums whole views, so that a narrowed one says none. */
  protected readonly sum = computed(() => {
    const tab = this.viewTabs().find(({ view }) => view === this.filters().view);
    return this.narrowed() || !tab?.count || tab.amountCents === null ? '' : `${money(tab.amountCents)} TTC`;
  });
  protected readonly exportLink = computed(() =>
    exportAddress(this.api.rootUrl + orderBulkExport.PATH, this.filters()),
  );

  private readonly viewTabs = linkedSignal<readonly OrderTab[] | null, readonly OrderTab[]>({
    source: () => (this.tabs.hasValue() ? this.tabs.value().tabs : null),
    computation: (tabs, former) => tabs ?? former?.value ?? [],
  });
  protected readonly views = computed<readonly SavedView[]>(() => [
    ...this.viewTabs().map(({ view, count }) => ({ id: view, label: tabWord(view, this.role()), count })),
    ...this.ownViews.all().map(({ id, label }) => ({ id, label, count: null })),
  ]);
  protected readonly ownView = computed<OwnView | null>(() => {
    const now = JSON.stringify(this.bare());
    return this.ownViews.all().find(({ address }) => JSON.stringify(address) === now) ?? null;
  });
  protected readonly chosenView = computed(() => this.ownView()?.id ?? this.filters().view);
  protected readonly chips = computed(() =>
    filterChips(this.filters(), {
      years: yearsFrom(Number(this.today.slice(0, 4))),
      communes: [],
      states: statesOf(this.filters().view).map((value) => ({ value, label: ORDER_STATE_WORDS[value].word })),
      money: seesMoney(this.role()),
      schools: this.manySchools(),
    }),
  );

  /** Ticked rows by id; a tick stays from one page of the list to the next, not from one view to another. */
  protected readonly selected = linkedSignal<OrderView, ReadonlySet<string>>({
    source: () => this.filters().view,
    computation: () => new Set(),
  });
  /** Every row seen in this view, in its latest version. */
  private readonly known = linkedSignal<readonly OrderListItem[], ReadonlyMap<string, OrderListItem>>({
    source: this.rows,
    computation: (rows, former) => new Map([...(former?.value ?? []), ...rows.map((row) => [row.id, row] as const)]),
  });
  protected readonly ticked = computed(() => [...this.selected()].flatMap((id) => this.known().get(id) ?? []));

  /** The row that the keyboard is on; the panel of a wide screen shows it, or the first one. */
  protected readonly current = signal<string | null>(null);
  protected readonly open = computed(() => {
    const at = this.rows().findIndex(({ id }) => id === this.current());
    const index = Math.max(at, 0);
    const row = this.rows()[index];
    if (row === undefined) return null;
    const place = (this.filters().page - 1) * PAGE_SIZE + index + 1;
    return { row, check: checkWords(row, this.role()), position: `${place} sur ${this.total()}` };
  });

  private readonly approve = mutation((key, { id, version }: OrderListItem) =>
    sendDecision(this.api, key, { id, version }, { action: 'approve', body: {} }),
  );

  constructor() {
    this.current.set(this.address().get('commande'));
    effect(() => {
      if (this.shown() !== null) this.pageTitle.show(this.title());
    });
  }

  protected readonly rowKey = (row: OrderListItem): string => row.id;
  protected readonly rowName = (row: OrderListItem): string => `${numberWords(row)}, ${row.schoolName}`;
  protected readonly check = (row: OrderListItem) => checkWords(row, this.role());
  protected readonly sector = sectorWords;

  protected chooseView(id: string): void {
    const own = this.ownViews.all().find((view) => view.id === id);
    if (own !== undefined) void this.go({ ...writeFilters(unfiltered(this.filters().view)), ...own.address });
    else void this.go(writeFilters(unfiltered(id as OrderView)));
  }

  protected keepView(label: string): void {
    this.ownViews.keep(label, this.bare());
  }

  protected narrow({ id, value }: FilterChange): void {
    void this.go({ [id]: value, page: null });
  }

  protected search(text: string): void {
    void this.go({ recherche: text || null, page: null }, true);
  }

  protected sortBy(sort: TableSort | null): void {
    void this.go({ ...writeFilters({ ...this.filters(), sort, page: 1 }) });
  }

  protected turnTo(page: number): void {
    void this.go({ page: page > 1 ? String(page) : null });
    this.current.set(null);
    scrollTo({ top: 0 });
  }

  protected clearFilters(): void {
    void this.go(writeFilters(unfiltered(this.filters().view)));
  }

  /** By pointer the panel shows the row; by Entrée the keyboard goes into it. Without a panel the page opens. */
  protected openRow(row: OrderListItem): void {
    if (!this.split()) {
      const draft = row.state === 'draft' && this.composes();
      void this.router.navigate(draft ? ['/commandes', row.id, 'composer'] : ['/commandes', row.id]);
    } else if (!this.byPointer) this.panel()?.enter();
  }

  protected choose(id: string | null): void {
    this.current.set(id);
    if (this.split()) void this.go({ commande: id }, true);
  }

  protected async act({ shortcut, row }: { shortcut: RowShortcut; row: OrderListItem }): Promise<void> {
    if (shortcut.shift) return this.approveTicked();
    const moved = await this.approve.run(row);
    const problem = this.approve.problem();
    if (moved !== null) {
      this.toasts.say(doneWords('approve', row, row.amountCents));
      this.afterMove();
    } else if (problem !== null) this.toasts.warn(`${numberWords(row)} : ${problem.sentence}`);
  }

  private async approveTicked(): Promise<void> {
    if (this.ticked().some(({ state }) => state === 'submitted')) return this.bulk()?.preview('approve');
    this.toasts.warn('Cochez d’abord des lignes à approuver, avec X.');
  }

  /** The decided row leaves the view: the keyboard stays at its place, on the row that follows. */
  protected afterMove(): void {
    const index = this.rows().findIndex(({ id }) => id === this.open()?.row.id);
    const withFocus = this.host.nativeElement.querySelector('tbody')?.contains(document.activeElement) ?? false;
    const next = this.rows()[index + 1] ?? this.rows()[index - 1] ?? null;
    const leaves = !['all', 'under-way', 'done'].includes(this.filters().view);
    if (leaves && next !== null) this.choose(next.id);
    if (withFocus) this.focusRow();
    this.selected.update((ids) => new Set([...ids].filter((id) => id !== this.rows()[index]?.id)));
    this.refresh();
  }

  protected clearTicks(): void {
    this.selected.set(new Set());
  }

  protected refresh(): void {
    this.list.reload();
    this.tabs.reload();
  }

  protected focusRow(): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus());
  }

  /** The filters alone, as an own view keeps them. */
  private bare(): Record<string, string> {
    const words = writeFilters({ ...this.filters(), page: 1 });
    return Object.fromEntries(Object.entries(words).flatMap(([name, word]) => (word === null ? [] : [[name, word]])));
  }

  private go(change: Record<string, string | null>, replaceUrl = false): Promise<boolean> {
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams: change,
      queryParamsHandling: 'merge',
      replaceUrl,
    });
  }
}

function yearsFrom(last: number): readonly number[] {
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => last - back);
}
