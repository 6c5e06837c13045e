import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, needsList, type NeedListItem } from '@parc/api-client';
import { NEED_STATE_NAMES, NEED_STATES, NEEDS_WAITING, type NeedState } from '@parc/domain';
import { Cell, DataTable, DayPipe, type FilterChip, FilterChips, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { needsTitle, needWords } from './need-words';

const ALL = 'tous';

/** What schools say they need, the latest first; those that wait unless one asks for others. */
@Component({
  selector: 'parc-need-list',
  imports: [Cell, DataTable, DayPipe, FilterChips, ListState, Pager, RouterLink, StateChip],
  templateUrl: './need-list.html',
  styleUrls: ['../../shell/lists/list.css', './filters.css'],
})
export class NeedListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ etat: null, ecole: null, page: null });
  protected readonly states = may('needs.state');

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      state: readOne<NeedState | typeof ALL>(words['etat'], [...NEED_STATE_NAMES, ALL]),
      schoolId: words['ecole'] || null,
      page: readPage(words['page']),
    };
  });
  protected readonly narrowed = computed(() => this.filters().state !== null || this.filters().schoolId !== null);
  protected readonly reading = listReading(
    () => {
      const { state, schoolId, page } = this.filters();
      return {
        ...{ page, size: PAGE_SIZE },
        ...(state === ALL ? {} : { state: state === null ? [...NEEDS_WAITING] : [state] }),
        ...(schoolId === null ? {} : { schoolId }),
      };
    },
    (asked) => this.api.invoke(needsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Besoins' : needsTitle(this.reading.total()),
  );
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      ...{ id: 'etat', label: 'État', value: this.filters().state },
      options: [
        ...NEED_STATE_NAMES.map((state) => ({ value: state, label: NEED_STATES[state].word })),
        { value: ALL, label: 'Tous' },
      ],
    },
  ]);
  protected readonly columns: readonly TableColumn<NeedListItem>[] = [
    { key: 'need', label: 'Besoin', width: '40%', card: 'title' },
    { key: 'school', label: 'École' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'stated', label: 'Dit le' },
  ];

  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: NeedListItem): string => row.id;
  protected readonly rowName = (row: NeedListItem): string => `${row.purpose}, ${row.schoolName}`;
  protected readonly words = needWords;
  protected readonly stateOf = (row: NeedListItem) => NEED_STATES[row.state];

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: NeedListItem): void {
    void this.router.navigate(['/parc/besoins', row.id]);
  }
}
