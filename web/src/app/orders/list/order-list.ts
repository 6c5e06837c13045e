import { Component, computed, ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { anewWith } from '../../shell/anew';
import { Router, RouterLink } from '@angular/router';
import { Api, type OrderListItem, ordersPage } from '@parc/api-client';
import { ORDER_VIEWS, ORDERS } from '@parc/domain';
import {
  Cell,
  ConfirmDialog,
  DataTable,
  DayPipe,
  Icon,
  money,
  MoneyPipe,
  ofRows,
  Pager,
  StateChip,
  Toasts,
  type RowShortcut,
  ViewTabs,
  wholeNumber,
} from '@parc/ui';
import { ListFilters } from '../../shell/lists/list-filters';
import { ListState } from '../../shell/lists/list-state';
import { mutation } from '../../shell/mutation';
import type { Problem } from '../../shell/problem';
import { doneWords } from '../decision/decisions';
import { sendDecision } from '../decision/send-decision';
import { orderHasMoved } from '../order-has-moved';
import { BulkDecision } from './bulk-decision';
import { checkWords, sectorWords } from './order-check';
import {
  ageWords,
  numberWords,
  orderColumns,
  plannedWords,
  schoolWords,
  seesManySchools,
  showsDate,
} from './order-columns';
import { PAGE_SIZE } from '../../shell/lists/list-reading';
import { OrderListReading } from './order-list-reading';
import { OrderPanel } from './order-panel';
import type { OrderView } from './order-views';
import { OwnViewBar } from '../../shell/lists/own-view-bar';
import { wideScreen } from '../../shell/lists/wide-screen';
import { may } from '../../shell/may';

const SHORTCUTS: readonly RowShortcut[] = [
  { key: 'a', label: 'approuver la ligne' },
  { key: 'a', shift: true, label: 'approuver la sélection' },
];
const TO_APPROVE = ORDERS.statesFrom('approve');
/** Views that keep a row after a decision; the others lose it, and the next row takes its place. */
const KEEPING_VIEWS: readonly OrderView[] = ['all', 'under-way', 'done'];

/**
 * The orders a role sees, in the views it works with. On a wide screen the order is read beside the list; schools, whose
 * lists are short, open it in full.
 */
@Component({
  selector: 'parc-order-list',
  imports: [
    DayPipe,
    BulkDecision,
    Cell,
    ConfirmDialog,
    DataTable,
    Icon,
    ListFilters,
    ListState,
    MoneyPipe,
    OrderPanel,
    OwnViewBar,
    Pager,
    RouterLink,
    StateChip,
    ViewTabs,
  ],
  providers: [OrderListReading],
  templateUrl: './order-list.html',
  styleUrls: ['../../shell/lists/list.css', '../../shell/lists/split.css', './order-list.css'],
  host: { '(pointerdown)': 'noteHand(true)', '(keydown)': 'noteHand(false)' },
})
export class OrderList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly panel = viewChild(OrderPanel);
  private readonly bulk = viewChild(BulkDecision);
  private readonly againDialog = viewChild(ConfirmDialog);
  private readonly wide = wideScreen();
  protected readonly reading = inject(OrderListReading);
  protected readonly ownViews = this.reading.ownViews;
  private byPointer = false;

  private readonly role = this.reading.role;
  protected readonly rows = this.reading.rows;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly decides = may('orders.approve');
  protected readonly composes = may('orders.compose');
  protected readonly ordersFrom = may('catalogue.order');
  protected readonly manySchools = computed(() => seesManySchools(this.role()));
  protected readonly split = computed(() => this.wide() && this.manySchools());
  protected readonly shortcuts = computed(() =>
    this.decides() && ORDER_VIEWS[this.reading.filters().view].states.some((state) => TO_APPROVE.includes(state))
      ? SHORTCUTS
      : [],
  );
  protected readonly columns = computed(() => orderColumns(this.role(), this.reading.filters().view));

  /** Ticked rows by id; a tick stays from one page of the list to the next, not from one view to another. */
  protected readonly selected = anewWith<ReadonlySet<string>>(
    () => this.reading.filters().view,
    () => new Set(),
  );
  /** Every row seen so far, in its latest version. */
  private readonly known = linkedSignal<readonly OrderListItem[], ReadonlyMap<string, OrderListItem>>({
    source: this.rows,
    computation: (rows, former) => new Map([...(former?.value ?? []), ...rows.map((row) => [row.id, row] as const)]),
  });
  protected readonly ticked = computed(() => [...this.selected()].flatMap((id) => this.known().get(id) ?? []));

  /** The row that the keyboard is on; the panel of a wide screen shows it, or the first one. */
  protected readonly current = signal(this.reading.address.words()['commande'] ?? null);
  protected readonly open = computed(() => {
    const index = Math.max(
      this.rows().findIndex(({ id }) => id === this.current()),
      0,
    );
    const row = this.rows()[index];
    if (row === undefined) return null;
    const place = (this.reading.filters().page - 1) * PAGE_SIZE + index + 1;
    return {
      row,
      index,
      check: checkWords(row, this.role()),
      position: `${wholeNumber(place)} ${ofRows(this.reading.total())}`,
    };
  });

  /** A row that was no longer as it was shown, read again: its amount is seen before it is asked for again, and why. */
  protected readonly again = signal<{ readonly row: OrderListItem; readonly why: string } | null>(null);
  protected readonly againWords = computed(() => {
    const row = this.again()?.row;
    return row ? `Approuver ${numberWords(row)} pour ${money(row.amountCents ?? 0)} ?` : '';
  });
  protected readonly againLabel = computed(() => `Approuver ${money(this.again()?.row.amountCents ?? 0)}`);

  protected readonly approve = mutation((key, { id, version, amountCents }: OrderListItem) =>
    sendDecision(
      this.api,
      key,
      // What waits for an answer shows what was asked.
      { id, version, shown: { askedCents: amountCents, heldCents: amountCents, reportedCents: null } },
      { action: 'approve', body: {} },
    ),
  );

  protected readonly rowKey = (row: OrderListItem): string => row.id;
  protected readonly rowName = (row: OrderListItem): string => `${numberWords(row)}, ${row.schoolName}`;
  protected readonly check = (row: OrderListItem) => checkWords(row, this.role());
  protected readonly sector = sectorWords;
  protected readonly school = schoolWords;
  protected readonly number = numberWords;
  protected readonly planned = plannedWords;
  protected readonly age = (row: OrderListItem): string => ageWords(row, this.reading.today);
  /** Whether a row's last column is the day of its state, not its age. */
  protected readonly since = computed(() => showsDate(this.reading.filters().view));

  /** A method, not an assignment: a listener whose value is false would keep the letter from being typed. */
  protected noteHand(byPointer: boolean): void {
    this.byPointer = byPointer;
  }

  /** By pointer the panel shows the row; by Entrée the keyboard goes into it. Without a panel the page opens. */
  protected openRow(row: OrderListItem): void {
    if (!this.split()) {
      const draft = ORDERS.statesFrom('submit').includes(row.state) && this.composes();
      void this.router.navigate(draft ? ['/commandes', row.id, 'composer'] : ['/commandes', row.id]);
    } else if (!this.byPointer) this.panel()?.enter();
  }

  protected choose(id: string | null): void {
    this.current.set(id);
    if (this.split()) this.reading.noteOpen(id);
  }

  protected turnTo(page: number): void {
    this.current.set(null);
    this.reading.turnTo(page);
    scrollTo({ top: 0 });
  }

  protected async act({ shortcut, row }: { shortcut: RowShortcut; row: OrderListItem }): Promise<void> {
    return shortcut.shift ? this.approveTicked() : this.approveRow(row);
  }

  protected async approveAgain(): Promise<void> {
    const again = this.again();
    if (again === null) return;
    await this.approveRow(again.row);
    // Refused once more for what it costs, it is asked with the amount of then.
    if (this.again() === again) this.againDialog()?.close();
  }

  private async approveRow(row: OrderListItem): Promise<void> {
    const moved = await this.approve.run(row);
    const problem = this.approve.problem();
    if (moved !== null) {
      this.toasts.say(doneWords('approve', row, row.amountCents));
      this.afterMove();
    } else if (problem !== null && !(orderHasMoved(problem) && (await this.askAgain(row, problem))))
      this.toasts.warn(`${numberWords(row)} : ${problem.sentence}`);
  }

  /** What was shown is no longer so: reads the order and asks with its amount of now, where it may still be approved. */
  private async askAgain(row: OrderListItem, problem: Problem): Promise<boolean> {
    this.reading.reload();
    const page = await this.api.invoke(ordersPage, { id: row.id }).catch(() => null);
    if (page === null || page.askedCents === null || !page.possible.includes('approve')) return false;
    this.again.set({ row: { ...row, version: page.version, amountCents: page.askedCents }, why: problem.sentence });
    this.againDialog()?.open();
    return true;
  }

  private async approveTicked(): Promise<void> {
    if (this.ticked().some(({ state }) => TO_APPROVE.includes(state))) return this.bulk()?.preview('approve');
    this.toasts.warn('Cochez d’abord des lignes à approuver, avec X.');
  }

  /** The decided row leaves the view: the keyboard stays at its place, on the row that follows. */
  protected afterMove(): void {
    const open = this.open();
    if (open === null) return;
    const next = this.rows()[open.index + 1] ?? this.rows()[open.index - 1];
    if (next !== undefined && !KEEPING_VIEWS.includes(this.reading.filters().view)) this.choose(next.id);
    if (this.split()) this.focusRow();
    this.selected.update((ids) => new Set([...ids].filter((id) => id !== open.row.id)));
    this.reading.reload();
  }

  protected clearTicks(): void {
    this.selected.set(new Set());
  }

  protected focusRow(): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus());
  }
}
