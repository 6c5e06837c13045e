import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, contractsList, type ItemListItem, itemsCounts, itemsList } from '@parc/api-client';
import { ITEM_STATES, ITEM_STATE_NAMES, parisDateOf, ITEM_CATEGORIES } from '@parc/domain';
import {
  Cell,
  DataTable,
  Icon,
  MoneyPipe,
  Pager,
  type SavedView,
  shortDay,
  StateChip,
  type TableColumn,
  ViewTabs,
} from '@parc/ui';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { Session } from '../../shell/session';
import { pictureOf } from '../item-words';
import { listAddress } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListFilters } from '../../shell/lists/list-filters';
import { ListState } from '../../shell/lists/list-state';
import { reading } from '../../shell/reading';
import {
  askedItems,
  isItemNarrowed,
  itemChips,
  itemsTitle,
  NO_ITEM_FILTER,
  readItemFilters,
  readsPrices,
  STATE_SLUGS,
  STATE_TABS,
} from './item-filters';

const ALL = 'tous';

/** The catalogue of those who keep it and of those who read it, by state. */
@Component({
  selector: 'parc-item-list',
  imports: [Cell, DataTable, Icon, ListFilters, ListState, MoneyPipe, Pager, RouterLink, StateChip, ViewTabs],
  templateUrl: './item-list.html',
  styleUrls: ['../../shell/lists/list.css', './item-list.css'],
})
export class ItemListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly role = inject(Session).role;
  protected readonly address = listAddress(NO_ITEM_FILTER);

  private readonly today = parisDateOf(new Date());
  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readItemFilters(this.address.words()));
  protected readonly narrowed = computed(() => isItemNarrowed(this.filters()));
  protected readonly reading = listReading(
    () => askedItems(this.filters()),
    (asked) => this.api.invoke(itemsList, asked),
  );
  private readonly counts = reading({ load: () => this.api.invoke(itemsCounts) });
  private readonly contracts = reading({
    asked: () => (this.mayReadContracts() ? true : undefined),
    load: async () => (await this.api.invoke(contractsList, { size: 200 })).items,
  });

  protected readonly writes = may('catalogue.write');
  protected readonly mayReadContracts = may('contracts.read');
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Catalogue' : itemsTitle(this.filters(), this.reading.total()),
  );
  protected readonly chips = computed(() => itemChips(this.filters(), this.role(), this.contracts.value() ?? []));
  /** Tabs where there is more than one state to tell apart. */
  protected readonly views = computed<readonly SavedView[]>(() => {
    const states = this.counts.value()?.states ?? [];
    if (states.length < 2) return [];
    const sum = states.reduce((total, { count }) => total + count, 0);
    return [
      { id: ALL, label: 'Tous', count: sum },
      ...ITEM_STATE_NAMES.flatMap((state) => {
        const found = states.find((each) => each.state === state);
        return found === undefined ? [] : [{ id: STATE_SLUGS[state], label: STATE_TABS[state], count: found.count }];
      }),
    ];
  });
  protected readonly chosenView = computed(() => {
    const { state } = this.filters();
    return state === null ? ALL : STATE_SLUGS[state];
  });
  protected readonly columns = computed<readonly TableColumn<ItemListItem>[]>(() => {
    const columns: (TableColumn<ItemListItem> | false)[] = [
      { key: 'name', label: 'Article', sortable: true, width: '40%', card: 'title' },
      {
        key: 'category',
        label: 'Catégorie',
        sortable: true,
        text: ({ category }) => ITEM_CATEGORIES[category].word,
      },
      { key: 'performer', label: 'Réalisation', text: ({ performerName }) => performerName },
      readsPrices(this.role()) && { key: 'price', label: 'Prix TTC', align: 'end', sortable: true },
      this.views().length > 0 && { key: 'state', label: 'État', sortable: true, card: 'beside' },
    ];
    return columns.filter((column) => column !== false);
  });

  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: ItemListItem): string => row.id;
  protected readonly rowName = (row: ItemListItem): string => `${row.reference}, ${row.name}`;
  protected readonly stateOf = (row: ItemListItem) => ITEM_STATES[row.state];
  protected readonly picture = pictureOf;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  /** A price that does not hold yet says from when. */
  protected priceNote({ priceFrom, priceCents }: ItemListItem): string {
    if (priceCents === null || priceFrom === null || priceFrom <= this.today) return '';
    return `à partir du ${shortDay(priceFrom)}`;
  }

  protected open(row: ItemListItem): void {
    void this.router.navigate(['/catalogue/articles', row.id]);
  }

  protected chooseView(id: string): void {
    this.address.go({ ...NO_ITEM_FILTER, etat: id === ALL ? null : id });
  }
}
