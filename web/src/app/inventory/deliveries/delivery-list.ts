import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, deliveriesList, deliveriesSuppliers, type DeliveryListItem } from '@parc/api-client';
import { Cell, DataTable, DayPipe, type FilterChip, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { askedSort, listAddress, readPage, readSort } from '../../shell/lists/list-address';
import { ListFilters } from '../../shell/lists/list-filters';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { deliveredWords, deliveriesTitle } from './delivery-words';

const NO_FILTER = { fournisseur: null, manque: null, recherche: null, page: null } as const;
const INCOMPLETE = 'oui';
const SORTS = ['delivered', 'note'] as const;

/** What suppliers brought, the latest first; what still misses something says how much. */
@Component({
  selector: 'parc-delivery-list',
  imports: [Cell, DataTable, DayPipe, Icon, ListFilters, ListState, Pager, RouterLink, StateChip],
  templateUrl: './delivery-list.html',
  styleUrl: '../../shell/lists/list.css',
  styles: `
    .came {
      display: grid;
      justify-items: end;
      gap: 0.25rem;
    }
  `,
})
export class DeliveryListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress(NO_FILTER);
  protected readonly mayWrite = may('deliveries.write');

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      supplierId: words['fournisseur'] || null,
      incomplete: words['manque'] === INCOMPLETE,
      search: words['recherche'] ?? '',
      sort: readSort(words, SORTS, { key: 'delivered', direction: 'descending' }),
      page: readPage(words['page']),
    };
  });
  protected readonly narrowed = computed(() => {
    const { supplierId, incomplete, search } = this.filters();
    return supplierId !== null || incomplete || search !== '';
  });
  protected readonly reading = listReading(
    () => {
      const { supplierId, incomplete, search, sort, page } = this.filters();
      return {
        ...{ page, size: PAGE_SIZE, ...askedSort<(typeof SORTS)[number]>(sort) },
        ...(supplierId === null ? {} : { supplierId }),
        ...(incomplete ? { incomplete } : {}),
        ...(search === '' ? {} : { search }),
      };
    },
    (asked) => this.api.invoke(deliveriesList, asked),
  );
  private readonly suppliers = reading({ load: async () => (await this.api.invoke(deliveriesSuppliers)).items });
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Livraisons' : deliveriesTitle(this.reading.total(), this.filters().incomplete),
  );
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      id: 'manque',
      label: 'Il en manque',
      value: this.filters().incomplete ? INCOMPLETE : null,
      options: [{ value: INCOMPLETE, label: 'Oui' }],
    },
    {
      id: 'fournisseur',
      label: 'Fournisseur',
      value: this.filters().supplierId,
      options: (this.suppliers.value() ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
  ]);
  protected readonly columns: readonly TableColumn<DeliveryListItem>[] = [
    { key: 'delivered', label: 'Livré le', sortable: true, card: 'beside' },
    { key: 'supplier', label: 'Fournisseur', width: '30%', card: 'title' },
    { key: 'note', label: 'Bon de livraison', sortable: true },
    { key: 'place', label: 'Lieu de stock' },
    { key: 'came', label: 'Reçu', align: 'end' },
  ];

  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: DeliveryListItem): string => row.id;
  protected readonly rowName = (row: DeliveryListItem): string => `${row.supplierName}, bon ${row.noteNumber}`;
  protected readonly came = deliveredWords;
  protected readonly WAITING = { word: 'Lignes à corriger', tone: 'waiting', icon: 'clock' } as const;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: DeliveryListItem): void {
    void this.router.navigate(['/parc/livraisons', row.id]);
  }
}
