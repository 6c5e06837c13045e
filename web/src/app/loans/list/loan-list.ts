import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, loansList, type LoanListItem } from '@parc/api-client';
import { Cell, Choice, DataTable, Icon, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { loanState, periodWords, schoolTitle } from '../loan-words';

const VIEWS = ['en-cours', 'tous'] as const;
const CHOICES = [
  { value: 'en-cours', label: 'En cours' },
  { value: 'tous', label: 'Tous' },
];

/** Loans as a list: a school's own, or all of them to those who lend. */
@Component({
  selector: 'parc-loan-list',
  imports: [Cell, Choice, DataTable, Icon, ListState, Pager, RouterLink, StateChip],
  templateUrl: './loan-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class LoanListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ page: null });
  protected readonly borrows = may('loans.request');
  protected readonly lends = may('loans.calendar');
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], VIEWS) ?? 'en-cours', page: readPage(words['page']) };
  });
  protected readonly reading = listReading(
    () => {
      const { view, page } = this.filters();
      const order = view === 'en-cours' ? ({ holding: true, sort: 'start', direction: 'asc' } as const) : {};
      return { page, size: PAGE_SIZE, ...order };
    },
    (asked) => this.api.invoke(loansList, asked),
  );
  protected readonly title = computed(() => {
    if (this.lends()) return 'Tous les prêts';
    return this.filters().view === 'en-cours' && this.reading.standing() !== 'loading'
      ? schoolTitle(this.reading.rows())
      : 'Prêts';
  });
  protected readonly columns = computed<readonly TableColumn<LoanListItem>[]>(() => [
    { key: 'kit', label: 'Kit', width: '30%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'period', label: 'Dates' },
    ...(this.lends() ? [{ key: 'school', label: 'École' } as const] : []),
  ]);
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: LoanListItem): string => row.id;
  protected readonly rowName = (row: LoanListItem): string => `${row.number}, ${row.kitName}, ${row.schoolName}`;
  protected readonly state = loanState;
  protected readonly period = periodWords;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'en-cours' ? null : view, page: null });
  }

  protected open(row: LoanListItem): void {
    void this.router.navigate(['/prets', row.id]);
  }
}
