import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type TrainingListItem, trainingsList } from '@parc/api-client';
import { Cell, Choice, countedRows, DataTable, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { placesChip, placeWords, trainingState, whenWords } from '../training-words';

const VIEWS = ['a-venir', 'toutes'] as const;
const CHOICES = [
  { value: 'a-venir', label: 'À venir' },
  { value: 'toutes', label: 'Toutes' },
];

/** Sessions as a list, to those who build them. */
@Component({
  selector: 'parc-training-session-list',
  imports: [Cell, Choice, DataTable, ListState, Pager, RouterLink, StateChip],
  templateUrl: './session-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class TrainingSessionListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], VIEWS) ?? 'a-venir', page: readPage(words['page']) };
  });
  protected readonly reading = listReading(
    () => {
      const { view, page } = this.filters();
      const order =
        view === 'a-venir' ? ({ ahead: true, direction: 'asc' } as const) : ({ direction: 'desc' } as const);
      return { page, size: PAGE_SIZE, ...order };
    },
    (asked) => this.api.invoke(trainingsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading'
      ? 'Formations'
      : countedRows(this.reading.total(), 'session de formation', 'sessions de formation'),
  );
  protected readonly columns: readonly TableColumn<TrainingListItem>[] = [
    { key: 'module', label: 'Session', width: '34%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'when', label: 'Date', text: whenWords },
    { key: 'place', label: 'Lieu', text: placeWords },
    { key: 'places', label: 'Places' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: TrainingListItem): string => row.id;
  protected readonly rowName = (row: TrainingListItem): string => `${row.number}, ${row.moduleTitle}`;
  protected readonly state = trainingState;
  protected readonly places = placesChip;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Formations'));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'a-venir' ? null : view, page: null });
  }

  protected open(row: TrainingListItem): void {
    void this.router.navigate(['/formations', row.id]);
  }
}
