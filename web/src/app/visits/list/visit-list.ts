import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type VisitListItem, visitsList } from '@parc/api-client';
import { VISITS_OPEN, VISITS_TOLD, type VisitState } from '@parc/domain';
import { Cell, Choice, countedRows, DataTable, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { hoursWords, partsWords, visitState } from '../visit-words';

const VIEWS = ['terminees', 'en-cours', 'toutes'] as const;
const CHOICES = [
  { value: 'terminees', label: 'Terminées' },
  { value: 'en-cours', label: 'Sur place' },
  { value: 'toutes', label: 'Toutes' },
];
const STATES: Readonly<Record<(typeof VIEWS)[number], readonly VisitState[]>> = {
  terminees: VISITS_TOLD,
  'en-cours': VISITS_OPEN,
  toutes: [],
};

/** Visits, the last first: a school's own minutes, or all of them to those who go there. */
@Component({
  selector: 'parc-visit-list',
  imports: [Cell, Choice, DataTable, ListState, Pager, RouterLink, StateChip],
  templateUrl: './visit-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class VisitListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ page: null });
  /** Whoever goes to schools, or directs those who do, reads what is under way too. */
  protected readonly goes = may('visits.close');
  private readonly ofOneSchool = may('home.school');
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      view: readOne(words['vue'], VIEWS) ?? 'terminees',
      schoolId: words['ecole'] || null,
      page: readPage(words['page']),
    };
  });
  protected readonly reading = listReading(
    () => {
      const { view, schoolId, page } = this.filters();
      const states = this.goes() ? STATES[view] : [];
      return {
        ...{ page, size: PAGE_SIZE },
        ...(states.length === 0 ? {} : { state: [...states] }),
        ...(schoolId === null ? {} : { schoolId }),
      };
    },
    (asked) => this.api.invoke(visitsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'rows'
      ? countedRows(this.reading.total(), 'intervention', 'interventions')
      : 'Interventions',
  );
  protected readonly columns = computed<readonly TableColumn<VisitListItem>[]>(() => [
    { key: 'when', label: 'Quand', width: '34%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'parts', label: 'Travaux' },
    ...(this.ofOneSchool() ? [] : [{ key: 'school', label: 'École' } as const]),
    ...(this.named() ? [{ key: 'who', label: 'Intervenant' } as const] : []),
  ]);
  private readonly named = computed(() => this.reading.rows().some(({ technicianName }) => technicianName !== null));
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: VisitListItem): string => row.id;
  protected readonly rowName = (row: VisitListItem): string => `${row.number}, ${row.schoolName}`;
  protected readonly state = visitState;
  protected readonly hours = hoursWords;
  protected readonly parts = ({ ticketCount, orderCount }: VisitListItem): string =>
    partsWords({ ticket: ticketCount, order: orderCount });

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'terminees' ? null : view, page: null });
  }

  protected open(row: VisitListItem): void {
    void this.router.navigate(['/interventions', row.id]);
  }
}
