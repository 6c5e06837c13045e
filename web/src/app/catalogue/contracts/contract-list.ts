import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type ContractListItem, contractsList } from '@parc/api-client';
import { Cell, DataTable, dayOfYear, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { Session } from '../../shell/session';
import { listAddress } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListFilters } from '../../shell/lists/list-filters';
import { ListState } from '../../shell/lists/list-state';
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
  imports: [Cell, DataTable, Icon, ListFilters, ListState, Pager, RouterLink, StateChip, UseBar],
  templateUrl: './contract-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class ContractListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly role = inject(Session).role;
  protected readonly address = listAddress({ recherche: null, etat: null, alerte: null, page: null });

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
    this.reading.value() === null ? 'Marchés' : contractsTitle(this.filters(), this.reading.total()),
  );
  protected readonly writes = may('catalogue.write');
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
}
