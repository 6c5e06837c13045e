import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, softwareExport, softwareList, type SoftwareListItem } from '@parc/api-client';
import {
  kindChoices,
  kindsOf,
  parisDateOf,
  SOFTWARE_ATTENTIONS,
  SOFTWARE_CLEARANCES,
  SOFTWARE_HOSTINGS,
} from '@parc/domain';
import { Cell, DataTable, type FilterChip, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { askedSort, listAddress, readOne, readPage, readSort } from '../../shell/lists/list-address';
import { ListFilters } from '../../shell/lists/list-filters';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { ATTENTION_SLUGS, readAttention, seatsWords, softwareTitle, titleLooks } from './software-words';

const SORTS = ['name', 'used'] as const;

/** The register of software: what is used, by how many seats, what deserves a look. */
@Component({
  selector: 'parc-software-list',
  imports: [Cell, DataTable, Icon, ListFilters, ListState, Pager, RouterLink, StateChip],
  templateUrl: './software-list.html',
  styleUrls: ['../../shell/lists/list.css', './looks.css'],
})
export class SoftwareListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());
  protected readonly address = listAddress({ suivi: null, avis: null, ou: null, recherche: null, page: null });
  protected readonly writes = may('software.write');

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      attention: readAttention(words['suivi']),
      clearance: readOne(words['avis'], kindsOf(SOFTWARE_CLEARANCES)),
      hosting: readOne(words['ou'], kindsOf(SOFTWARE_HOSTINGS)),
      search: words['recherche'] ?? '',
      sort: readSort(words, SORTS, { key: 'name', direction: 'ascending' }),
      page: readPage(words['page']),
    };
  });
  private readonly chosen = computed(() => {
    const { attention, clearance, hosting, search } = this.filters();
    return {
      ...(attention === null ? {} : { attention }),
      ...(clearance === null ? {} : { clearance: [clearance] }),
      ...(hosting === null ? {} : { hosting }),
      ...(search === '' ? {} : { search }),
    };
  });
  protected readonly narrowed = computed(() => Object.keys(this.chosen()).length > 0);
  protected readonly reading = listReading(
    () => ({
      ...{ page: this.filters().page, size: PAGE_SIZE, ...this.chosen() },
      ...askedSort<(typeof SORTS)[number]>(this.filters().sort),
    }),
    (asked) => this.api.invoke(softwareList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Logiciels' : softwareTitle(this.reading.total(), this.filters().attention),
  );
  protected readonly exportLink = computed(() => {
    const asked = Object.entries(this.chosen()).map(([name, value]) => [name, String(value)]);
    return `${this.api.rootUrl}${softwareExport.PATH}?${new URLSearchParams(asked)}`;
  });
  protected readonly chips = computed<readonly FilterChip[]>(() => {
    const { attention, clearance, hosting } = this.filters();
    return [
      {
        ...{ id: 'suivi', label: 'À regarder', value: attention === null ? null : ATTENTION_SLUGS[attention] },
        options: kindsOf(SOFTWARE_ATTENTIONS).map((one) => ({
          value: ATTENTION_SLUGS[one],
          label: SOFTWARE_ATTENTIONS[one].word,
        })),
      },
      { id: 'avis', label: 'Données personnelles', value: clearance, options: kindChoices(SOFTWARE_CLEARANCES) },
      { id: 'ou', label: 'Où', value: hosting, options: kindChoices(SOFTWARE_HOSTINGS) },
    ];
  });
  protected readonly columns: readonly TableColumn<SoftwareListItem>[] = [
    { key: 'name', label: 'Logiciel', width: '36%', sortable: true, card: 'title' },
    { key: 'clearance', label: 'Données personnelles', card: 'beside' },
    { key: 'used', label: 'Postes installés', align: 'end', sortable: true },
    { key: 'looks', label: 'À regarder', width: '28%' },
  ];

  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: SoftwareListItem): string => row.id;
  protected readonly rowName = (row: SoftwareListItem): string => row.name;
  protected readonly clearanceOf = (row: SoftwareListItem) => SOFTWARE_CLEARANCES[row.clearance];
  protected readonly hostingOf = (row: SoftwareListItem) => SOFTWARE_HOSTINGS[row.hosting].word;
  protected readonly seats = seatsWords;
  protected readonly looks = (row: SoftwareListItem): string[] => titleLooks(row, this.today);

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: SoftwareListItem): void {
    void this.router.navigate(['/parc/logiciels', row.id]);
  }
}
