import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, deviceEndsCertificate, type DisposalListItem, disposalsExport, disposalsList } from '@parc/api-client';
import { DESTINATIONS, GIFT_RECEIVERS, kindChoices, kindsOf, parisDateOf } from '@parc/domain';
import {
  Cell,
  DataTable,
  DayPipe,
  type FilterChip,
  FilterChips,
  Icon,
  MoneyPipe,
  Pager,
  type TableColumn,
} from '@parc/ui';
import { askedSort, listAddress, readOne, readPage, readSort } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { yearsUpTo } from '../../shell/plan-years';
import { destinationWords, registerTitle } from './end-words';

const NO_FILTER = { annee: null, destination: null, page: null } as const;
const SORTS = ['disposed'] as const;

/** The register of what has left for good: by civil year, by destination, each line with what proves it. */
@Component({
  selector: 'parc-disposal-list',
  imports: [Cell, DataTable, DayPipe, FilterChips, Icon, ListState, MoneyPipe, Pager, RouterLink],
  templateUrl: './disposal-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class DisposalListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly years = yearsUpTo(Number(parisDateOf(new Date()).slice(0, 4)));
  protected readonly address = listAddress(NO_FILTER);
  protected readonly readsValue = may('fleet-value.read');

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      year: this.years.find((year) => String(year) === words['annee']) ?? null,
      destination: readOne(words['destination'], kindsOf(DESTINATIONS)),
      sort: readSort(words, SORTS, { key: 'disposed', direction: 'descending' }),
      page: readPage(words['page']),
    };
  });
  private readonly chosen = computed(() => {
    const { year, destination } = this.filters();
    return { ...(year === null ? {} : { year }), ...(destination === null ? {} : { destination }) };
  });
  protected readonly narrowed = computed(() => Object.keys(this.chosen()).length > 0);
  protected readonly reading = listReading(
    () => ({
      ...{ page: this.filters().page, size: PAGE_SIZE, ...this.chosen() },
      ...askedSort<(typeof SORTS)[number]>(this.filters().sort),
    }),
    (asked) => this.api.invoke(disposalsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Registre des sorties' : registerTitle(this.reading.total(), this.filters().year),
  );
  protected readonly exportLink = computed(() => {
    const query = new URLSearchParams(Object.entries(this.chosen()).map(([name, value]) => [name, String(value)]));
    return `${this.api.rootUrl}${disposalsExport.PATH}?${query}`;
  });
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      ...{ id: 'annee', label: 'Année', value: this.filters().year === null ? null : String(this.filters().year) },
      options: this.years.map((year) => ({ value: String(year), label: String(year) })),
    },
    {
      ...{ id: 'destination', label: 'Destination', value: this.filters().destination },
      options: kindChoices(DESTINATIONS),
    },
  ]);
  protected readonly columns: readonly TableColumn<DisposalListItem>[] = [
    { key: 'disposed', label: 'Sorti le', sortable: true, card: 'beside' },
    { key: 'device', label: 'Appareil', width: '26%', card: 'title' },
    { key: 'destination', label: 'Destination', width: '26%' },
    { key: 'decision', label: 'Décision' },
    { key: 'wiped', label: 'Effacé' },
    { key: 'proof', label: 'Preuve' },
    { key: 'value', label: 'Valeur', align: 'end' },
  ];

  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: DisposalListItem): string => row.id;
  protected readonly rowName = (row: DisposalListItem): string => `${row.tag}, ${row.modelName}`;
  protected readonly destination = destinationWords;
  protected readonly quality = (row: DisposalListItem): string =>
    row.receiverKind === null ? '' : GIFT_RECEIVERS[row.receiverKind].word;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: DisposalListItem): void {
    void this.router.navigate(['/parc/appareils', row.id]);
  }

  protected certificate({ id, wipeId }: DisposalListItem): string {
    return this.api.rootUrl + deviceEndsCertificate.PATH.replace('{id}', id).replace('{wipeId}', wipeId ?? '');
  }
}
