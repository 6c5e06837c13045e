import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type ContractListItem, contractsList } from '@parc/api-client';
import { reachOf } from '@parc/domain';
import {
  Cell,
  DataTable,
  dayOfYear,
  type FilterChange,
  FilterChips,
  Icon,
  Pager,
  StateChip,
  StatePanel,
  type TableColumn,
  type TableSort,
} from '@parc/ui';
import { PageTitle } from '../../shell/page-title';
import { Session } from '../../shell/session';
import { listAddress, pageWords, sortWords } from '../lists/list-address';
import { listReading, PAGE_SIZE } from '../lists/list-reading';
import { ListSearch } from '../lists/list-search';
import {
  askedContracts,
  contractState,
  contractsTitle,
  readContractFilters,
  STANDING_OPTIONS,
  type Use,
} from './contract-words';
import { UseBar } from './use-bar';

/** Framework contracts: whom they are with, until when, and how much of the running period's maximum orders count. */
@Component({
  selector: 'parc-contract-list',
  imports: [Cell, DataTable, FilterChips, Icon, ListSearch, Pager, RouterLink, StateChip, StatePanel, UseBar],
  templateUrl: './contract-list.html',
  styleUrl: '../lists/list.css',
})
export class ContractListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly role = inject(Session).role;
  private readonly address = listAddress();

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readContractFilters(this.address.words()));
  protected readonly narrowed = computed(() => {
    const { standing, alert, search } = this.filters();
    return standing !== null || alert || search !== '';
  });
  protected readonly reading = listReading(
    () => askedContracts(this.filters()),
    (asked) => this.api.invoke(contractsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.shown() === null ? 'Marchés' : contractsTitle(this.filters(), this.reading.total()),
  );
  protected readonly writes = computed(() => {
    const role = this.role();
    return role !== null && reachOf('catalogue.write', role) !== null;
  });
  protected readonly chips = computed(() => [
    { id: 'etat', label: 'État', value: this.filters().standing, options: STANDING_OPTIONS },
    {
      id: 'alerte',
      label: 'Alerte',
      value: this.filters().alert ? 'oui' : null,
      options: [{ value: 'oui', label: 'Proches du maximum' }],
    },
  ]);

  protected readonly columns: readonly TableColumn<ContractListItem>[] = [
    { key: 'number', label: 'Marché', sortable: true, width: '30%', card: 'title' },
    { key: 'holder', label: 'Titulaire', sortable: true, text: ({ holderName }) => holderName },
    { key: 'term', label: 'Terme', sortable: true, text: ({ toDay }) => dayOfYear(toDay) },
    { key: 'use', label: 'Période en cours', sortable: true, width: '24%' },
    { key: 'orders', label: 'Commandes', align: 'end', text: ({ orderCount }) => String(orderCount) },
    { key: 'state', label: 'État', card: 'beside' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: ContractListItem): string => row.id;
  protected readonly rowName = (row: ContractListItem): string => `Marché ${row.number}, ${row.title}`;
  protected readonly stateOf = contractState;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected useOf({ countedNetCents, maximumNetCents }: ContractListItem): Use | null {
    if (countedNetCents === null || maximumNetCents === null) return null;
    return { countedNetCents, maximumNetCents, alertBasisPoints: null };
  }

  protected open(row: ContractListItem): void {
    void this.router.navigate(['/catalogue/marches', row.id]);
  }

  protected narrow({ id, value }: FilterChange): void {
    this.address.go({ [id]: value, page: null });
  }

  protected search(text: string): void {
    this.address.go({ recherche: text || null, page: null }, true);
  }

  protected clear(): void {
    this.address.go({ recherche: null, etat: null, alerte: null, page: null });
  }

  protected sortBy(sort: TableSort | null): void {
    this.address.go(sortWords(sort));
  }

  protected turnTo(page: number): void {
    this.address.go(pageWords(page));
    scrollTo({ top: 0 });
  }
}
