import { Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type SchoolListItem, schoolsCommunes, schoolsExport, schoolsList } from '@parc/api-client';

import { Cell, DataTable, Icon, Pager, StateChip } from '@parc/ui';
import { kindWords, SCHOOL_KINDS, PRIORITIES } from '@parc/domain';
import { exportAddress, listAddress } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListFilters } from '../../shell/lists/list-filters';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { Session } from '../../shell/session';
import { reading } from '../../shell/reading';
import { stateNote } from '../school-words';
import {
  askedSchools,
  isSchoolNarrowed,
  NO_SCHOOL_FILTER,
  readSchoolFilters,
  schoolChips,
  schoolColumns,
  schoolsTitle,
} from './school-filters';

/** The schools a role reaches, found by a word of their name and narrowed by what stands in the address. */
@Component({
  selector: 'parc-school-list',
  imports: [Cell, DataTable, Icon, ListFilters, ListState, Pager, RouterLink, StateChip],
  templateUrl: './school-list.html',
  styleUrls: ['../../shell/lists/list.css', './school-list.css'],
})
export class SchoolListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly session = inject(Session);
  protected readonly address = listAddress(NO_SCHOOL_FILTER);

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readSchoolFilters(this.address.words()));
  protected readonly narrowed = computed(() => isSchoolNarrowed(this.filters()));
  protected readonly reading = listReading(
    () => askedSchools(this.filters()),
    (asked) => this.api.invoke(schoolsList, asked),
  );
  private readonly communes = reading({ load: async () => (await this.api.invoke(schoolsCommunes)).items });
  private readonly communeChoices = computed(() => this.communes.value() ?? []);

  protected readonly imports = may('directory.import');
  protected readonly service = may('service.settings');
  /** Of the rows in sight: a filter just chosen is said once its answer is there. */
  protected readonly title = linkedSignal({
    source: () => (this.reading.failed() === null ? this.reading.value() : null),
    computation: (shown) => {
      if (shown === null) return 'Écoles';
      return schoolsTitle(untracked(this.filters), shown.total, this.communeChoices());
    },
  });
  protected readonly place = computed(() => this.session.current()?.assignment.scopeLabel ?? '');
  protected readonly emptyText = computed(() =>
    this.narrowed()
      ? 'Retirez un filtre, ou cherchez un seul mot du nom.'
      : 'Les écoles apparaissent ici dès que l’annuaire national est importé.',
  );
  protected readonly chips = computed(() => schoolChips(this.filters(), this.session.role(), this.communeChoices()));
  protected readonly columns = computed(() => schoolColumns(this.session.role()));
  protected readonly exportLink = computed(() =>
    exportAddress(this.api.rootUrl + schoolsExport.PATH, askedSchools(this.filters())),
  );

  protected readonly priorities = PRIORITIES;
  protected readonly kindWords = kindWords(SCHOOL_KINDS);
  protected readonly stateOf = stateNote;
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: SchoolListItem): string => row.id;
  protected readonly rowName = (row: SchoolListItem): string => `${row.name}, ${row.communeName}`;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: SchoolListItem): void {
    void this.router.navigate(['/annuaire', row.id]);
  }
}
