import { Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BudgetListItem } from '@parc/api-client';
import { BudgetBar, Cell, counted, DataTable, Icon, money, MoneyPipe, Pager, type TableColumn } from '@parc/ui';
import { ListFilters } from '../../shell/lists/list-filters';
import { ListState } from '../../shell/lists/list-state';
import { PageTitle } from '../../shell/page-title';
import { budgetOf } from '../envelope-address';
import { EnvelopeSwitch } from '../envelope-switch';
import { PAGE_SIZE } from '../../shell/lists/list-reading';
import { BudgetListReading } from './budget-list-reading';
import { schoolWords, usedWords } from './budget-list-words';

const COLUMNS: readonly TableColumn<BudgetListItem>[] = [
  { key: 'school', label: 'École', sortable: true, card: 'title' },
  { key: 'commune', label: 'Commune', sortable: true, text: ({ communeName }) => communeName },
  { key: 'bar', label: 'Budget', width: '13rem', card: 'line' },
  { key: 'opened', label: 'Reçu, €', align: 'end', sortable: true },
  { key: 'spent', label: 'Réalisé', align: 'end', sortable: true, card: 'hidden' },
  { key: 'committed', label: 'Engagé', align: 'end', sortable: true, card: 'hidden' },
  { key: 'reserved', label: 'En attente', align: 'end', sortable: true, card: 'hidden' },
  { key: 'available', label: 'Libre', align: 'end', sortable: true },
  { key: 'used', label: 'Utilisé', align: 'end', sortable: true, text: usedWords, card: 'beside' },
];

/** Every budget of a year that the reader reaches, each leading to its statement. */
@Component({
  selector: 'parc-budget-list',
  imports: [BudgetBar, Cell, DataTable, EnvelopeSwitch, Icon, ListFilters, ListState, MoneyPipe, Pager, RouterLink],
  providers: [BudgetListReading],
  templateUrl: './budget-list.html',
  styleUrls: ['../../shell/lists/list.css', './budget-list.css'],
})
export class BudgetList {
  private readonly router = inject(Router);
  protected readonly reading = inject(BudgetListReading);

  protected readonly columns = COLUMNS;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly caption = computed(() => `Écoles et leurs ${budgetOf(this.reading.filters(), true)}`);
  /** "Budgets d’installation 2026 · 277 écoles · réserve du plan : 5 910,00 € libres". */
  protected readonly under = computed(() => {
    const totals = this.reading.totals();
    if (totals === null || totals.schools === 0) return '';
    const words = [budgetOf(this.reading.filters(), true), counted(totals.schools, 'école')];
    if (totals.reserve !== null) words.push(`réserve du plan : ${money(totals.reserve.availableCents)} libres`);
    return words.join(' · ').replace(/^b/, 'B');
  });
  /** The address of a school's statement, of the same kind and year. */
  protected readonly sameEnvelope = computed(() => {
    const { year, kind } = this.reading.filters();
    return {
      exercice: year === this.reading.thisYear ? null : year,
      enveloppe: kind === 'installation' ? null : kind,
    };
  });
  /** The year in sight when it is still to be shared out, else the next one. */
  protected readonly yearToShare = computed(() => {
    const { year } = this.reading.filters();
    return this.reading.totals()?.schools === 0 && year >= this.reading.thisYear ? year : this.reading.thisYear + 1;
  });

  protected readonly shareWords = computed(() => {
    const shared = this.reading.filters().year === this.yearToShare() && (this.reading.totals()?.schools ?? 0) > 0;
    return `${shared ? 'Compléter' : 'Répartir'} les budgets ${this.yearToShare()}`;
  });

  protected readonly rowKey = (row: BudgetListItem): string => row.schoolId;
  protected readonly rowName = (row: BudgetListItem): string => `${row.schoolName}, ${row.communeName}`;
  protected readonly schoolWords = schoolWords;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(`Budgets ${this.reading.filters().year}`));
  }

  protected open(row: BudgetListItem): void {
    void this.router.navigate(['/budgets', row.schoolId], { queryParams: this.sameEnvelope() });
  }
}
