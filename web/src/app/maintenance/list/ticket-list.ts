import { Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, ticketsCounts, ticketsList, type TicketListItem } from '@parc/api-client';
import { TICKET_PRIORITIES, TICKET_PRIORITY_WORDS, WAIT_NAMES } from '@parc/domain';
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
  ViewTabs,
} from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { may } from '../../shell/may';
import { PageTitle } from '../../shell/page-title';
import { reading } from '../../shell/reading';
import {
  brokenTitle,
  dueWords,
  isLate,
  priorityChip,
  queueTitle,
  ticketPlace,
  ticketState,
  ticketTitle,
  WAITED_FOR,
} from '../ticket-words';
import { ticketViews, VIEW_ASKS, VIEWS } from './ticket-views';

/** Breakdowns by what falls due first; those who teach read what is broken at their own school. */
@Component({
  selector: 'parc-ticket-list',
  imports: [Cell, DataTable, DayPipe, FilterChips, Icon, ListState, Pager, RouterLink, StateChip, ViewTabs],
  templateUrl: './ticket-list.html',
  styleUrls: ['../../shell/lists/list.css', './ticket-list.css'],
})
export class TicketListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ priorite: null, attend: null, ecole: null, page: null });
  protected readonly reports = may('tickets.report');
  protected readonly settles = may('ticket-charges.settle');
  private readonly takes = may('tickets.take');
  private readonly repairs = may('tickets.assign');
  private readonly now = new Date().getTime();

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      view: readOne(words['vue'], VIEWS) ?? 'delai',
      priority: readOne(words['priorite'], TICKET_PRIORITIES),
      waitFor: readOne(words['attend'], WAIT_NAMES),
      schoolId: words['ecole'] || null,
      page: readPage(words['page']),
    };
  });
  /** Nothing falls due of what is over, and nobody is waited for. */
  private readonly over = computed(() => this.filters().view === 'finis');
  protected readonly narrowed = computed(() => {
    const { priority, waitFor, schoolId } = this.filters();
    return priority !== null || waitFor !== null || schoolId !== null;
  });
  protected readonly reading = listReading(
    () => {
      const { view, priority, waitFor, schoolId, page } = this.filters();
      return {
        ...{ page, size: PAGE_SIZE, ...VIEW_ASKS[view] },
        ...(priority === null ? {} : { priority }),
        ...(waitFor === null ? {} : { waitFor }),
        ...(schoolId === null ? {} : { schoolId }),
      };
    },
    (asked) => this.api.invoke(ticketsList, asked),
  );
  private readonly counts = reading({ load: () => this.api.invoke(ticketsCounts) });
  protected readonly views = computed(() => {
    const counts = this.counts.value();
    return counts === null ? [] : ticketViews(counts, this.takes());
  });
  private readonly openCount = computed(() => this.views().find(({ id }) => id === 'delai')?.count ?? 0);
  protected readonly title = computed(() => {
    const counts = this.counts.value();
    if (counts === null) return 'Tickets';
    return this.repairs() ? queueTitle(counts) : brokenTitle(this.openCount());
  });
  protected readonly under = computed(() =>
    this.repairs() ? brokenTitle(this.openCount()) : 'La métropole voit la même liste, et chaque étape s’y lit.',
  );
  protected readonly chips = computed<readonly FilterChip[]>(() => [
    {
      ...{ id: 'priorite', label: 'Priorité', value: this.filters().priority },
      options: TICKET_PRIORITIES.map((value) => ({ value, label: TICKET_PRIORITY_WORDS[value] })),
    },
    ...(this.over() ? [] : [this.waits()]),
  ]);
  private readonly waits = computed<FilterChip>(() => ({
    ...{ id: 'attend', label: 'Attend qui', value: this.filters().waitFor },
    options: WAIT_NAMES.map((value) => ({ value, label: WAITED_FOR[value] })),
  }));
  protected readonly columns = computed<readonly TableColumn<TicketListItem>[]>(() => [
    { key: 'priority', label: 'Priorité' },
    { key: 'ticket', label: 'Panne', width: '36%', card: 'title' },
    { key: 'state', label: 'État', card: 'beside' },
    ...(this.over() ? [] : [{ key: 'due', label: 'Échéance', width: '18%' } as const]),
    { key: 'reported', label: 'Signalée', align: 'end', card: 'hidden' },
    ...(this.repairs() ? [{ key: 'assignee', label: 'Confiée à', card: 'hidden' } as const] : []),
  ]);

  protected readonly current = signal<string | null>(null);
  protected readonly rowKey = (row: TicketListItem): string => row.id;
  protected readonly rowName = (row: TicketListItem): string => `${row.number}, ${ticketTitle(row)}, ${row.schoolName}`;
  protected readonly titleOf = ticketTitle;
  protected readonly place = ticketPlace;
  protected readonly priority = priorityChip;
  protected readonly state = ticketState;
  protected readonly due = dueWords;
  protected readonly late = (row: TicketListItem): boolean => isLate(row, this.now);

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected chooseView(view: string): void {
    this.address.go({ vue: view === 'delai' ? null : view, ...(view === 'finis' ? { attend: null } : {}), page: null });
  }

  protected open(row: TicketListItem): void {
    void this.router.navigate(['/tickets', row.id]);
  }
}
