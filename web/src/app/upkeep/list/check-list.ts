import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type CheckListItem, upkeepChecksList } from '@parc/api-client';
import { Cell, Choice, DataTable, day, Pager, StateChip, type TableColumn } from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { CHECK_VIEWS, checkName, checkState, foundCounts, listTitle } from '../upkeep-words';

type View = (typeof CHECK_VIEWS)[number];
const CHOICES: readonly { value: View; label: string }[] = [
  { value: 'a-faire', label: 'À faire' },
  { value: 'en-retard', label: 'En retard' },
  { value: 'a-moi', label: 'À moi' },
  { value: 'tous', label: 'Tous' },
];
const ASKED: Readonly<Record<View, object>> = {
  'a-faire': { open: true },
  'en-retard': { late: true },
  'a-moi': { mine: true },
  tous: {},
};
const ID = /^[0-9a-f-]{36}$/;

/** Checks as a list: a school's or a commune's own, or all of them to those who look after them. */
@Component({
  selector: 'parc-check-list',
  imports: [Cell, Choice, DataTable, ListState, Pager, RouterLink, StateChip],
  templateUrl: './check-list.html',
  styleUrl: '../../shell/lists/list.css',
})
export class CheckListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly address = listAddress({ page: null });
  protected readonly does = may('upkeep-checks.do');
  protected readonly opens = may('upkeep-checks.page');
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = computed(() => CHOICES.filter(({ value }) => value !== 'a-moi' || this.does()));
  protected readonly filters = computed(() => {
    const words = this.address.words();
    const plan = words['plan'] ?? '';
    return {
      view: readOne(words['vue'], CHECK_VIEWS) ?? 'a-faire',
      page: readPage(words['page']),
      ...(ID.test(plan) ? { planId: plan } : {}),
    };
  });
  protected readonly reading = listReading(
    () => {
      const { view, ...asked } = this.filters();
      return { ...asked, size: PAGE_SIZE, ...ASKED[view] };
    },
    (asked) => this.api.invoke(upkeepChecksList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading' ? 'Contrôles' : listTitle(this.filters().view, this.reading.total()),
  );
  protected readonly columns: readonly TableColumn<CheckListItem>[] = [
    { key: 'school', label: 'École', width: '32%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    { key: 'plan', label: 'Contrôle' },
    { key: 'day', label: 'Prévu le' },
    { key: 'found', label: 'Appareils' },
  ];
  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: CheckListItem): string => row.id;
  protected readonly rowName = (row: CheckListItem): string => `${checkName(row)}, ${row.schoolName}`;
  protected readonly name = checkName;
  protected readonly state = checkState;
  protected readonly found = foundCounts;
  protected readonly day = day;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => pageTitle.show(this.title()));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'a-faire' ? null : view, page: null });
  }

  protected open(row: CheckListItem): void {
    if (this.opens()) void this.router.navigate(['/entretien/controles', row.id]);
  }
}
