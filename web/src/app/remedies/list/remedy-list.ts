import { Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, remediesList, type RemedyListItem } from '@parc/api-client';
import {
  EQUIPMENT_FAMILIES,
  EQUIPMENT_FAMILY_NAMES,
  REMEDY_STATE_NAMES,
  REMEDY_STATES,
  SYMPTOM_NAMES,
  SYMPTOMS,
} from '@parc/domain';
import { Cell, DataTable, DayPipe, type FilterChip, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { ListFilters } from '../../shell/lists/list-filters';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { helpedWords, remediesTitle, remedyAbout, remedyState } from '../remedy-words';

const COLUMNS: readonly TableColumn<RemedyListItem>[] = [
  { key: 'remedy', label: 'Remède', width: '46%', card: 'title' },
  { key: 'state', label: 'État', card: 'beside' },
  { key: 'helped', label: 'Utilité' },
  { key: 'changed', label: 'Écrit', align: 'end', card: 'hidden' },
];

/** What others may try: found by its words, with how often it was enough. */
@Component({
  selector: 'parc-remedy-list',
  imports: [Cell, DataTable, DayPipe, Icon, ListFilters, ListState, Pager, RouterLink, StateChip],
  templateUrl: './remedy-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class RemedyListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ cherche: null, etat: null, materiel: null, voit: null, page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly columns = COLUMNS;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      search: words['cherche'] ?? '',
      state: readOne(words['etat'], REMEDY_STATE_NAMES),
      family: readOne(words['materiel'], EQUIPMENT_FAMILY_NAMES),
      symptom: readOne(words['voit'], SYMPTOM_NAMES),
      page: readPage(words['page']),
    };
  });
  protected readonly narrowed = computed(() => {
    const { search, state, family, symptom } = this.filters();
    return search !== '' || state !== null || family !== null || symptom !== null;
  });
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      ...{ id: 'etat', label: 'État', value: this.filters().state },
      options: REMEDY_STATE_NAMES.map((value) => ({ value, label: REMEDY_STATES[value].word })),
    },
    {
      ...{ id: 'materiel', label: 'Matériel', value: this.filters().family },
      options: EQUIPMENT_FAMILY_NAMES.map((value) => ({ value, label: EQUIPMENT_FAMILIES[value].word })),
    },
    {
      ...{ id: 'voit', label: 'Ce qui s’y voit', value: this.filters().symptom },
      options: SYMPTOM_NAMES.map((value) => ({ value, label: SYMPTOMS[value].word })),
    },
  ]);
  protected readonly reading = listReading(
    () => {
      const { search, state, family, symptom, page } = this.filters();
      return {
        ...{ page, size: PAGE_SIZE },
        ...(search === '' ? {} : { search }),
        ...(state === null ? {} : { state: [state] }),
        ...(family === null ? {} : { family }),
        ...(symptom === null ? {} : { symptom }),
      };
    },
    (asked) => this.api.invoke(remediesList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading' ? 'Remèdes' : remediesTitle(this.reading.total()),
  );
  protected readonly rowKey = ({ id }: RemedyListItem): string => id;
  protected readonly rowName = ({ title }: RemedyListItem): string => title;
  protected readonly about = remedyAbout;
  protected readonly state = remedyState;
  protected readonly helped = helpedWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected open({ id }: RemedyListItem): void {
    void this.router.navigate(['/remedes', id]);
  }
}
