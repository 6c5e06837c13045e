import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  type LicenceListItem,
  softwareCounts,
  softwareLicencesExport,
  softwareLicencesList,
} from '@parc/api-client';
import { LICENCE_ATTENTIONS, parisDateOf, SOFTWARE_ATTENTIONS } from '@parc/domain';
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
import { askedSort, listAddress, readPage, readSort } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { ATTENTION_SLUGS, licenceLooks, licenceSeats, licencesTitle } from './software-words';

const SORTS = ['until'] as const;
const ALL = 'toutes';

/** Licences of every title, the first to end first. */
@Component({
  selector: 'parc-licence-list',
  imports: [Cell, DataTable, DayPipe, FilterChips, Icon, ListState, MoneyPipe, Pager, RouterLink],
  templateUrl: './licence-list.html',
  styleUrls: ['../../shell/lists/list.css', '../needs/filters.css', './looks.css'],
})
export class LicenceListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly today = parisDateOf(new Date());
  protected readonly address = listAddress({ suivi: null, page: null });

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      all: words['suivi'] === ALL,
      attention: LICENCE_ATTENTIONS.find((one) => ATTENTION_SLUGS[one] === words['suivi']) ?? null,
      sort: readSort(words, SORTS, { key: 'until', direction: 'ascending' }),
      page: readPage(words['page']),
    };
  });
  private readonly chosen = computed(() => {
    const { attention, all } = this.filters();
    return attention === null ? (all ? {} : { current: true }) : { attention };
  });
  protected readonly narrowed = computed(() => this.filters().attention !== null || this.filters().all);
  protected readonly reading = listReading(
    () => ({
      ...{ page: this.filters().page, size: PAGE_SIZE, ...this.chosen() },
      ...askedSort<(typeof SORTS)[number]>(this.filters().sort),
    }),
    (asked) => this.api.invoke(softwareLicencesList, asked),
  );
  private readonly counts = reading({ load: () => this.api.invoke(softwareCounts) });
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Licences' : licencesTitle(this.reading.total()),
  );
  protected readonly notice = computed(() => {
    const days = this.counts.value()?.noticeDays;
    return days === undefined ? '' : `Une licence est dite bientôt finie ${days} jours avant.`;
  });
  protected readonly exportLink = computed(
    () =>
      `${this.api.rootUrl}${softwareLicencesExport.PATH}?${new URLSearchParams(Object.entries(this.chosen()).map(([name, value]) => [name, String(value)]))}`,
  );
  protected readonly chips = computed<readonly FilterChip[]>(() => {
    const { attention, all } = this.filters();
    const looked = LICENCE_ATTENTIONS.map((one) => ({
      value: ATTENTION_SLUGS[one],
      label: SOFTWARE_ATTENTIONS[one].word,
    }));
    return [
      {
        ...{ id: 'suivi', label: 'À regarder' },
        value: attention === null ? (all ? ALL : null) : ATTENTION_SLUGS[attention],
        options: [...looked, { value: ALL, label: 'Toutes, même finies' }],
      },
    ];
  });
  protected readonly columns: readonly TableColumn<LicenceListItem>[] = [
    { key: 'title', label: 'Logiciel', width: '28%', card: 'title' },
    { key: 'holder', label: 'Pour' },
    { key: 'seats', label: 'Postes installés', align: 'end' },
    { key: 'until', label: 'Finit le', sortable: true, card: 'beside' },
    { key: 'price', label: 'Prix TTC', align: 'end' },
    { key: 'looks', label: 'À regarder', width: '22%' },
  ];

  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: LicenceListItem): string => row.id;
  protected readonly rowName = (row: LicenceListItem): string =>
    `${row.titleName}, ${row.schoolName ?? 'tout le plan'}`;
  protected readonly seats = licenceSeats;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: LicenceListItem): void {
    void this.router.navigate(['/parc/logiciels', row.titleId]);
  }

  protected looks(licence: LicenceListItem): string {
    return licenceLooks(licence, this.today, this.counts.value()?.noticeDays ?? 0).join(' · ');
  }
}
