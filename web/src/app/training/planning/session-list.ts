import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  type TrainingListItem,
  trainingModulesModulesList,
  trainingPeopleGrounds,
  trainingsList,
} from '@parc/api-client';
import { Cell, Choice, DataTable, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress } from '../../shell/lists/list-address';
import { ListFilters } from '../../shell/lists/list-filters';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import { RoomsMenu } from '../../shell/rooms-menu';
import { agreementWords, placesChip, placeWords, sessionsTitle, trainingState, whenWords } from '../training-words';
import { trainingRooms } from './training-rooms';
import { askedSessions, isNarrowed, readFilters, sessionChips, UNFILTERED, VIEW_CHOICES } from './session-filters';

/** Sessions as a list, to those who build them: what waits for them, what comes, all that was. */
@Component({
  selector: 'parc-training-session-list',
  imports: [Cell, Choice, DataTable, Icon, ListFilters, ListState, Pager, RoomsMenu, RouterLink, StateChip],
  templateUrl: './session-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class TrainingSessionListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress(UNFILTERED);
  protected readonly rooms = trainingRooms();
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = VIEW_CHOICES;
  protected readonly filters = computed(() => readFilters(this.address.words()));
  protected readonly narrowed = computed(() => isNarrowed(this.filters()));
  protected readonly reading = listReading(
    () => askedSessions(this.filters(), PAGE_SIZE),
    (asked) => this.api.invoke(trainingsList, asked),
  );
  private readonly grounds = reading({ load: async () => (await this.api.invoke(trainingPeopleGrounds)).items });
  private readonly modules = reading({
    load: async () => (await this.api.invoke(trainingModulesModulesList, { size: 100 })).items,
  });
  protected readonly chips = computed(() =>
    sessionChips(this.filters(), this.grounds.value() ?? [], this.modules.value() ?? []),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading' ? 'Formations' : sessionsTitle(this.filters().view, this.reading.total()),
  );
  protected readonly columns: readonly TableColumn<TrainingListItem>[] = [
    { key: 'module', label: 'Session', width: '28%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'starts', label: 'Date', width: '19%', sortable: true, text: whenWords },
    { key: 'place', label: 'Lieu', text: placeWords },
    { key: 'places', label: 'Places' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: TrainingListItem): string => row.id;
  protected readonly rowName = (row: TrainingListItem): string => `${row.number}, ${row.moduleTitle}`;
  protected readonly state = trainingState;
  protected readonly places = placesChip;
  protected readonly agreements = agreementWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Formations'));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'a-venir' ? null : view, page: null, tri: null, sens: null });
  }

  protected open(row: TrainingListItem): void {
    void this.router.navigate(['/formations', row.id]);
  }
}
