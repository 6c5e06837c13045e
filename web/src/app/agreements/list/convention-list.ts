import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type ConventionListItem, conventionsCounts, conventionsList, schoolsCommunes } from '@parc/api-client';
import { CONVENTION_STATES, CONVENTION_KINDS } from '@parc/domain';
import { Cell, CountedPipe, DataTable, dayOfYear, Icon, Pager, StateChip, type TableColumn, ViewTabs } from '@parc/ui';
import { listAddress } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListFilters } from '../../shell/lists/list-filters';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { Session } from '../../shell/session';
import { reading } from '../../shell/reading';
import { blockedHelp } from '../page/convention-words';
import { BlockedSchools } from './blocked-schools';
import {
  askedConventions,
  conventionChips,
  conventionsTitle,
  conventionTabs,
  isConventionNarrowed,
  NO_CONVENTION_FILTER,
  readConventionFilters,
  VIEW_SLUGS,
} from './convention-filters';

const FEW = 5;

/** The conventions a role reads, by where they stand, and the schools that none covers today. */
@Component({
  selector: 'parc-convention-list',
  imports: [
    BlockedSchools,
    Cell,
    CountedPipe,
    DataTable,
    Icon,
    ListFilters,
    ListState,
    Pager,
    RouterLink,
    StateChip,
    ViewTabs,
  ],
  templateUrl: './convention-list.html',
  styleUrls: ['../../shell/lists/list.css', './convention-list.css'],
})
export class ConventionListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly role = inject(Session).role;
  protected readonly address = listAddress(NO_CONVENTION_FILTER);

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => readConventionFilters(this.address.words()));
  protected readonly blocked = computed(() => this.filters().view === 'blocked');
  protected readonly narrowed = computed(() => isConventionNarrowed(this.filters()));
  protected readonly reading = listReading(
    () => (this.blocked() ? undefined : askedConventions(this.filters())),
    (asked) => this.api.invoke(conventionsList, asked),
  );
  private readonly counts = reading({ load: () => this.api.invoke(conventionsCounts) });
  private readonly readsDirectory = may('directory.read');
  /** Chosen from where the reader has more than one. */
  private readonly communes = reading({
    asked: () => (this.readsDirectory() ? true : undefined),
    load: async () => (await this.api.invoke(schoolsCommunes)).items,
  });
  /** Said by the list of blocked schools, which reads itself. */
  protected readonly blockedCount = signal<number | null>(null);

  protected readonly writes = may('conventions.write');
  protected readonly title = computed(() => {
    const total = this.blocked() ? this.blockedCount() : this.reading.value() === null ? null : this.reading.total();
    return total === null ? 'Conventions' : conventionsTitle(this.filters(), total);
  });
  protected readonly help = computed(() =>
    this.blocked() && this.blockedCount() !== 0
      ? blockedHelp(this.blockedCount() ?? 2)
      : 'Une école commande sous une convention en vigueur qui la nomme.',
  );
  protected readonly chips = computed(() => conventionChips(this.filters(), this.communes.value() ?? []));
  protected readonly views = computed(() => {
    const counts = this.counts.value();
    const tabs = counts === null ? [] : conventionTabs(counts, this.filters().view);
    // Who reads a few in one state has nothing to choose from; a blocked school always has its tab.
    return tabs.length > 2 || tabs.some(({ id }) => id === VIEW_SLUGS.blocked) ? tabs : [];
  });
  /** So few that there is nothing to search. */
  protected readonly few = computed(() => {
    const states = this.counts.value()?.states;
    return states !== undefined && !this.blocked() && states.reduce((sum, { count }) => sum + count, 0) <= FEW;
  });
  protected readonly chosenView = computed(() => this.address.words()['vue'] ?? 'toutes');

  protected readonly columns: readonly TableColumn<ConventionListItem>[] = [
    { key: 'party', label: 'Signataire', sortable: true, width: '36%', card: 'title' },
    { key: 'number', label: 'Numéro', sortable: true, text: ({ number }) => number },
    { key: 'sites', label: 'Écoles' },
    { key: 'term', label: 'Terme', sortable: true },
    { key: 'state', label: 'État', sortable: true, card: 'beside' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: ConventionListItem): string => row.id;
  protected readonly rowName = (row: ConventionListItem): string => `${row.number}, ${row.partyName}`;
  protected readonly needsSites = (row: ConventionListItem) => CONVENTION_KINDS[row.kind].needsSites;
  protected readonly kindOf = (row: ConventionListItem) => CONVENTION_KINDS[row.kind].word;
  protected readonly stateOf = (row: ConventionListItem) => CONVENTION_STATES[row.state];

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected term({ toDay }: ConventionListItem): string {
    return toDay === null ? '–' : dayOfYear(toDay);
  }

  protected open(row: ConventionListItem): void {
    void this.router.navigate(['/conventions', row.id]);
  }

  protected chooseView(slug: string): void {
    this.address.go({ ...NO_CONVENTION_FILTER, tri: null, sens: null, vue: slug === 'toutes' ? null : slug });
  }
}
