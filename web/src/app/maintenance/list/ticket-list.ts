import { Component, computed, effect, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Api,
  type ProblemOfTicket,
  problemsOfTickets,
  type TicketClockOfRow,
  ticketsClocks,
  ticketsCounts,
  ticketsList,
  type TicketListItem,
} from '@parc/api-client';
import {
  PROBLEM_STATES,
  TICKET_DONE_WORDS,
  TICKET_PRIORITIES,
  TICKET_PRIORITY_WORDS,
  TICKETS,
  WAIT_NAMES,
} from '@parc/domain';
import {
  BulkBar,
  Cell,
  countedRows,
  DataTable,
  DayPipe,
  type FilterChip,
  Icon,
  Pager,
  type RowShortcut,
  StateChip,
  type TableColumn,
  Toasts,
  ViewTabs,
} from '@parc/ui';
import { listAddress, readOne, readPage } from '../../shell/lists/list-address';
import { ListFilters } from '../../shell/lists/list-filters';
import { listReading, PAGE_SIZE } from '../../shell/lists/list-reading';
import { ListState } from '../../shell/lists/list-state';
import { wideScreen } from '../../shell/lists/wide-screen';
import { may } from '../../shell/may';
import { mutation, onVersion } from '../../shell/mutation';
import { PageTitle } from '../../shell/page-title';
import { RoomsMenu } from '../../shell/rooms-menu';
import { reading } from '../../shell/reading';
import { ClockBar } from '../clock-bar';
import { sendTicketStep } from '../page/ticket-send';
import {
  brokenTitle,
  classWords,
  dueWords,
  isLate,
  leftWords,
  priorityChip,
  queueTitle,
  ticketPlace,
  ticketSchool,
  ticketState,
  ticketTitle,
  WAITED_FOR,
} from '../../tickets/ticket-words';
import { TicketPanel } from './ticket-panel';
import { ticketRooms } from './ticket-rooms';
import { ticketViews, VIEW_ASKS, VIEWS } from './ticket-views';

/** What the keyboard does with the row it is on. */
const SHORTCUTS: readonly (RowShortcut & { readonly act: 'take' | 'plan' | 'wait' })[] = [
  { key: 'p', label: 'prendre', act: 'take' },
  { key: 't', label: 'prévoir la visite', act: 'plan' },
  { key: 'w', label: 'mettre en attente', act: 'wait' },
];

const CLOCKS: readonly TableColumn<TicketListItem>[] = [
  { key: 'clock', label: 'Métropole', width: '9rem' },
  { key: 'class', label: 'Classe', align: 'end', card: 'hidden' },
];

/** Breakdowns by what falls due first; those who teach read what is broken at their own school. */
@Component({
  selector: 'parc-ticket-list',
  imports: [
    BulkBar,
    Cell,
    ClockBar,
    DataTable,
    DayPipe,
    ListFilters,
    Icon,
    ListState,
    Pager,
    RoomsMenu,
    RouterLink,
    StateChip,
    TicketPanel,
    ViewTabs,
  ],
  templateUrl: './ticket-list.html',
  styleUrls: ['../../shell/lists/list.css', '../../shell/lists/split.css', './ticket-list.css'],
  host: { '(pointerdown)': 'noteHand(true)', '(keydown)': 'noteHand(false)' },
})
export class TicketListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  protected readonly address = listAddress({ priorite: null, attend: null, ecole: null, recherche: null, page: null });
  protected readonly reports = may('tickets.report');
  protected readonly rooms = ticketRooms();
  protected readonly joins = may('problems.write');
  private readonly takes = may('tickets.take');
  private readonly repairs = may('tickets.assign');
  private readonly toasts = inject(Toasts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly panel = viewChild(TicketPanel);
  private readonly wide = wideScreen();
  private byPointer = false;
  private readonly now = new Date().getTime();
  /** Those who repair read a ticket beside the queue. */
  protected readonly split = computed(() => this.wide() && this.repairs());

  protected readonly pageSize = PAGE_SIZE;
  protected readonly filters = computed(() => {
    const words = this.address.words();
    return {
      view: readOne(words['vue'], VIEWS) ?? 'delai',
      priority: readOne(words['priorite'], TICKET_PRIORITIES),
      waitFor: readOne(words['attend'], WAIT_NAMES),
      schoolId: words['ecole'] || null,
      search: words['recherche'] ?? '',
      page: readPage(words['page']),
    };
  });
  /** Nothing falls due of what is over, and nobody is waited for. */
  private readonly over = computed(() => this.filters().view === 'finis');
  protected readonly narrowed = computed(() => {
    const { priority, waitFor, schoolId, search } = this.filters();
    return priority !== null || waitFor !== null || schoolId !== null || search !== '';
  });
  protected readonly reading = listReading(
    () => {
      const { view, priority, waitFor, schoolId, search, page } = this.filters();
      return {
        ...{ page, size: PAGE_SIZE, ...VIEW_ASKS[view] },
        ...(priority === null ? {} : { priority }),
        ...(waitFor === null ? {} : { waitFor }),
        ...(schoolId === null ? {} : { schoolId }),
        ...(search === '' ? {} : { search }),
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
    !this.repairs()
      ? 'La métropole voit la même liste, et chaque étape s’y lit.'
      : this.counts.value() === null
        ? ''
        : brokenTitle(this.openCount()),
  );
  protected readonly nothing = computed(() => {
    if (!this.narrowed()) return 'Une panne signalée depuis un appareil ou une salle apparaît ici.';
    if (this.over()) return 'Aucun ticket fini ne correspond à ces filtres.';
    return 'Aucun ticket en cours ne correspond à ces filtres. Ceux qui sont finis ont leur onglet.';
  });
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
    ...(this.over() ? [] : CLOCKS),
    // Beside the panel the row says what tells it from the others.
    ...(this.split() && !this.over()
      ? []
      : [{ key: 'reported', label: 'Signalée', align: 'end', card: 'hidden' } as const]),
    ...(this.repairs() && !this.split() ? [{ key: 'assignee', label: 'Confiée à', card: 'hidden' } as const] : []),
  ]);

  private readonly clocks = reading({
    asked: () => {
      const open = this.over() ? [] : this.reading.rows().map(({ id }) => id);
      return open.length === 0 ? undefined : open.join(',');
    },
    load: async (ids) => (await this.api.invoke(ticketsClocks, { ids: ids.split(',') })).items,
    keepsFormer: true,
  });
  private readonly clocksById = computed(() => new Map((this.clocks.value() ?? []).map((clock) => [clock.id, clock])));
  protected readonly clock = (row: TicketListItem): TicketClockOfRow | null => this.clocksById().get(row.id) ?? null;

  private readonly problems = reading({
    asked: () => (this.joins() ? this.reading.rows().map(({ id }) => id) : []).join(',') || undefined,
    load: async (ids) => (await this.api.invoke(problemsOfTickets, { ids: ids.split(',') })).items,
    keepsFormer: true,
  });
  /** The open problem that a row is in. */
  private readonly problemsById = computed(() => {
    const open = (this.problems.value() ?? []).filter(({ state }) => PROBLEM_STATES[state].open);
    return new Map(open.map((one) => [one.ticketId, one]));
  });
  protected readonly problem = (row: TicketListItem): ProblemOfTicket | null => this.problemsById().get(row.id) ?? null;
  /** What is ticked goes under one problem. */
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly selectable = computed(() => this.joins() && !this.over());
  protected readonly ticked = computed(() => countedRows(this.selected().size, 'ticket coché', 'tickets cochés'));
  protected readonly tickedIds = computed(() => [...this.selected()].join(','));

  protected readonly shortcuts = computed(() => (this.takes() && !this.over() ? SHORTCUTS : []));
  protected readonly taking = mutation((key, { id, version }: TicketListItem) =>
    sendTicketStep(this.api, 'take', { ...onVersion(key, version), id }, {}),
  );
  /** The row that the keyboard is on; the panel of a wide screen shows it, or the first one. */
  protected readonly current = signal<string | null>(null);
  protected readonly shown = computed(() => {
    const rows = this.reading.rows();
    return rows.find(({ id }) => id === this.current()) ?? rows[0] ?? null;
  });
  protected readonly rowKey = (row: TicketListItem): string => row.id;
  protected readonly rowName = (row: TicketListItem): string => `${row.number}, ${ticketTitle(row)}, ${row.schoolName}`;
  protected readonly titleOf = ticketTitle;
  protected readonly place = ticketPlace;
  /** Beside the panel, which says the rest. */
  protected readonly school = ticketSchool;
  protected readonly priority = priorityChip;
  protected readonly state = ticketState;
  protected readonly due = dueWords;
  protected readonly left = leftWords;
  protected readonly waited = classWords;
  protected readonly late = (row: TicketListItem): boolean => isLate(row, this.now);

  constructor() {
    effect(() => this.pageTitle.show(this.title()));
  }

  protected untick(): void {
    this.selected.set(new Set());
  }

  protected chooseView(view: string): void {
    this.untick();
    this.address.go({ vue: view === 'delai' ? null : view, ...(view === 'finis' ? { attend: null } : {}), page: null });
  }

  /** A method, not an assignment: a listener whose value is false would keep the letter from being typed. */
  protected noteHand(byPointer: boolean): void {
    this.byPointer = byPointer;
  }

  /** By pointer the panel shows the row; by Entrée the keyboard goes into it. Without a panel the page opens. */
  protected open(row: TicketListItem): void {
    if (!this.split()) void this.router.navigate(['/tickets', row.id]);
    else if (!this.byPointer) this.panel()?.enter();
  }

  protected async act({ shortcut, row }: { shortcut: RowShortcut; row: TicketListItem }): Promise<void> {
    const { act } = SHORTCUTS.find(({ key }) => key === shortcut.key)!;
    if (!TICKETS.find(row.state, act)) {
      this.toasts.warn(`${row.number} : cette étape n’est pas possible maintenant.`);
    } else if (act === 'take') await this.take(row);
    else await this.router.navigate(['/tickets', row.id], { queryParams: { acte: act } });
  }

  protected reload(): void {
    this.reading.reload();
    this.counts.reload();
  }

  protected focusRow(): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus());
  }

  private async take(row: TicketListItem): Promise<void> {
    const taken = await this.taking.run(row);
    if (taken === null) this.toasts.warn(`${row.number} : ${this.taking.problem()?.sentence ?? ''}`);
    else this.toasts.say(`${row.number} : ${TICKET_DONE_WORDS.take.toLowerCase()}`);
    this.reload();
  }
}
