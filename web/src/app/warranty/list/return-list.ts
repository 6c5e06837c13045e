import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type ReturnListItem, warrantyReturnsList } from '@parc/api-client';
import { Cell, Choice, DataTable, day, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { RETURN_VIEWS, returnState, returnsTitle } from '../return-words';

type View = (typeof RETURN_VIEWS)[number];
const CHOICES: readonly { value: View; label: string }[] = [
  { value: 'en-cours', label: 'En cours' },
  { value: 'a-relancer', label: 'À relancer' },
  { value: 'tous', label: 'Tous' },
];
const ASKED: Readonly<Record<View, object>> = { 'en-cours': { open: true }, 'a-relancer': { due: true }, tous: {} };

/** Returns to makers as a list: a school's own, or all of them to those who follow them. */
@Component({
  selector: 'parc-return-list',
  imports: [Cell, Choice, DataTable, ListState, Pager, RouterLink, StateChip],
  templateUrl: './return-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class ReturnListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ page: null });
  protected readonly opens = may('warranty-returns.page');
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], RETURN_VIEWS) ?? 'en-cours', page: readPage(words['page']) };
  });
  protected readonly reading = listReading(
    () => ({ page: this.filters().page, size: PAGE_SIZE, ...ASKED[this.filters().view] }),
    (asked) => this.api.invoke(warrantyReturnsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading'
      ? 'Retours en garantie'
      : returnsTitle(this.filters().view, this.reading.total()),
  );
  protected readonly columns: readonly TableColumn<ReturnListItem>[] = [
    { key: 'device', label: 'Appareil', width: '30%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'school', label: 'École' },
    { key: 'review', label: 'Relance' },
    { key: 'ticket', label: 'Ticket' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: ReturnListItem): string => row.id;
  protected readonly rowName = (row: ReturnListItem): string =>
    `${row.modelName}, ${row.equipmentTag}, ${row.schoolName}`;
  protected readonly state = returnState;
  protected readonly day = day;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'en-cours' ? null : view, page: null });
  }

  protected open(row: ReturnListItem): void {
    if (this.opens()) void this.router.navigate(['/retours', row.id]);
  }
}
