import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type DotationListItem, dotationsList } from '@parc/api-client';
import { DOTATION_STATE_NAMES, DOTATION_STATES, type DotationState } from '@parc/domain';
import {
  Cell,
  DataTable,
  DayPipe,
  type FilterChip,
  FilterChips,
  Icon,
  Pager,
  StateChip,
  type TableColumn,
} from '@parc/ui';
import { listAddress, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { dotationsTitle, sumWords } from './dotation-words';

/** Dotations, the latest first. */
@Component({
  selector: 'parc-dotation-list',
  imports: [Cell, DataTable, DayPipe, FilterChips, Icon, ListState, Pager, RouterLink, StateChip],
  templateUrl: './dotation-list.html',
  styleUrl: '../../shell/lists/list.css',
  styles: `
    .narrow {
      padding-block: 0.75rem;
    }
  `,
})
export class DotationListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ etat: null, page: null });
  protected readonly mayWrite = may('dotations.write');
  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    const state = DOTATION_STATE_NAMES.find((name) => name === words['etat']) ?? null;
    return { state, page: readPage(words['page']) };
  });
  protected readonly narrowed = computed(() => this.filters().state !== null);
  protected readonly reading = listReading(
    () => {
      const { state, page } = this.filters();
      return { page, size: PAGE_SIZE, ...(state === null ? {} : { state: [state] as DotationState[] }) };
    },
    (asked) => this.api.invoke(dotationsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.value() === null ? 'Dotations' : dotationsTitle(this.reading.total()),
  );
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      ...{ id: 'etat', label: 'État', value: this.filters().state },
      options: DOTATION_STATE_NAMES.map((name) => ({ value: name, label: DOTATION_STATES[name].word })),
    },
  ]);
  protected readonly columns: readonly TableColumn<DotationListItem>[] = [
    { key: 'title', label: 'Dotation', width: '35%', card: 'title' },
    { key: 'sum', label: 'Appareils' },
    { key: 'answers', label: 'Avis', align: 'end' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'until', label: 'Réponses avant le' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: DotationListItem): string => row.id;
  protected readonly rowName = (row: DotationListItem): string => row.title;
  protected readonly sum = sumWords;
  protected readonly stateOf = ({ state }: DotationListItem) => DOTATION_STATES[state];

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected open(row: DotationListItem): void {
    void this.router.navigate(['/parc/dotations', row.id]);
  }
}
