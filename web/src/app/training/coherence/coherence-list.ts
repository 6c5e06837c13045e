import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type CoherenceListItem, coherenceList } from '@parc/api-client';
import { Cell, Choice, countedRows, DataTable, DayPipe, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { coherenceChip, rowName } from './coherence-words';

const VIEWS = ['attend', 'plus-personne', 'sans-formation'] as const;
type View = (typeof VIEWS)[number];
const CHOICES = [
  { value: 'attend', label: 'Attendent une formation' },
  { value: 'plus-personne', label: 'Plus personne de formé' },
  { value: 'sans-formation', label: 'En service sans formation' },
];
const ASKED: Record<View, object> = {
  attend: { coherence: ['waits'] },
  'plus-personne': { coherence: ['flagged'] },
  'sans-formation': { waived: true },
};
const TITLES: Record<View, readonly [string, string]> = {
  attend: ['école et modèle en attente', 'écoles et modèles en attente'],
  'plus-personne': ['école et modèle sans personne de formé', 'écoles et modèles sans personne de formé'],
  'sans-formation': ['mise en service sans formation', 'mises en service sans formation'],
};

/** Which schools wait for a training of which model, whom nobody knows any more, and what serves without one. */
@Component({
  selector: 'parc-coherence-list',
  imports: [Cell, Choice, DataTable, DayPipe, ListState, Pager, RouterLink, StateChip],
  templateUrl: './coherence-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class CoherenceListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], VIEWS) ?? 'attend', page: readPage(words['page']) };
  });
  protected readonly reading = listReading(
    () => ({ page: this.filters().page, size: PAGE_SIZE, ...ASKED[this.filters().view] }),
    (asked) => this.api.invoke(coherenceList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading'
      ? 'Matériel et formation'
      : countedRows(this.reading.total(), ...TITLES[this.filters().view]),
  );
  protected readonly columns: readonly TableColumn<CoherenceListItem>[] = [
    { key: 'school', label: 'École', width: '34%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'model', label: 'Modèle', text: ({ modelName }) => modelName },
    { key: 'devices', label: 'Appareils', text: ({ waiting, serving }) => String(waiting || serving) },
    { key: 'next', label: 'Prochaine session' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: CoherenceListItem): string => `${row.schoolId} ${row.modelId}`;
  protected readonly rowName = rowName;
  protected readonly chip = ({ coherence }: CoherenceListItem) => coherenceChip(coherence);

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show('Matériel et formation'));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'attend' ? null : view, page: null });
  }

  protected open({ schoolId }: CoherenceListItem): void {
    void this.router.navigate(['/annuaire', schoolId, 'materiel']);
  }
}
