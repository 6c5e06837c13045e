import { Component, computed, effect, inject, signal } from '@angular/core';
import { Api, depositsList } from '@parc/api-client';
import { Choice, DayPipe, Icon, Pager, StateChip } from '@parc/ui';
import { listAddress, readOne, readPage } from '../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../shell/lists/list-reading';
import { ListState } from '../shell/lists/list-state';
import { PageTitle } from '../shell/page-title';
import { DepositDetail } from './deposit-detail';
import { depositState, depositsTitle } from './deposit-words';

const VIEWS = ['a-lire', 'lus'] as const;
const CHOICES = [
  { value: 'a-lire', label: 'À lire' },
  { value: 'lus', label: 'Lus' },
];

/** What technicians have done on the spot and the application has refused: each unfolds where it stands. */
@Component({
  selector: 'parc-deposit-list',
  imports: [Choice, DayPipe, DepositDetail, Icon, ListState, Pager, StateChip],
  templateUrl: './deposit-list.html',
  styleUrls: ['../shell/lists/list.css', './deposit-list.css'],
})
export class DepositListPage {
  private readonly api = inject(Api);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ page: null });
  protected readonly pageSize = PAGE_SIZE;
  protected readonly choices = CHOICES;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return { view: readOne(words['vue'], VIEWS) ?? 'a-lire', page: readPage(words['page']) };
  });
  protected readonly isRead = computed(() => this.filters().view === 'lus');
  protected readonly reading = listReading(
    () => ({ read: this.isRead(), page: this.filters().page, size: PAGE_SIZE }),
    (asked) => this.api.invoke(depositsList, asked),
  );
  protected readonly title = computed(() =>
    this.reading.standing() === 'loading' ? 'Travaux confiés' : depositsTitle(this.isRead(), this.reading.total()),
  );
  /** The one that is unfolded. */
  protected readonly opened = signal<string | null>(null);
  protected readonly state = depositState;

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected chooseView(view: string): void {
    this.opened.set(null);
    this.address.go({ vue: view === 'a-lire' ? null : view, page: null });
  }

  protected fold(id: string, { target }: Event): void {
    const isOpen = target instanceof HTMLDetailsElement && target.open;
    if (isOpen) this.opened.set(id);
    else if (this.opened() === id) this.opened.set(null);
  }

  protected wasRead(): void {
    this.opened.set(null);
    this.reading.reload();
  }
}
