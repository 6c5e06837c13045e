import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  type ProblemResolveAnswer,
  problemsResolve,
  type ProblemSheet,
  problemsTakeOut,
  problemsTickets,
  type ProblemTicketItem,
} from '@parc/api-client';
import { PROBLEM_STATES } from '@parc/domain';
import { BulkBar, Cell, counted, countedRows, DataTable, Pager, StateChip, type TableColumn, Toasts } from '@parc/ui';
import { ActProblem } from '../../shell/act-problem';
import { listReading } from '../../shell/lists/list-reading';
import { may } from '../../shell/may';
import { mutation } from '../../shell/mutation';
import { ticketPlace, ticketState, ticketTitle } from '../../tickets/ticket-words';

/** So many are resolved at once, as the API takes them. */
const BATCH = 50;

const COLUMNS: readonly TableColumn<ProblemTicketItem>[] = [
  { key: 'ticket', label: 'Ticket', width: '60%', card: 'title' },
  { key: 'state', label: 'État', card: 'beside' },
];

/** The tickets of a problem: taken out while it is open, resolved together once it is solved, batch after batch. */
@Component({
  selector: 'parc-problem-tickets',
  imports: [ActProblem, BulkBar, Cell, DataTable, Pager, RouterLink, StateChip],
  templateUrl: './problem-tickets.html',
  styleUrls: ['../../shell/lists/list.css', './problem-tickets.css'],
})
export class ProblemTickets {
  readonly page = input.required<ProblemSheet>();
  /** The page is read again. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly writes = may('problems.write');
  private readonly solves = may('problems.solve');
  protected readonly pageSize = BATCH;
  protected readonly columns = COLUMNS;
  protected readonly at = signal(1);
  protected readonly reading = listReading(
    () => ({ id: this.page().id, page: this.at(), size: BATCH }),
    (asked) => this.api.invoke(problemsTickets, asked),
  );
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly takes = computed(() => this.writes() && PROBLEM_STATES[this.page().state].open);
  /** What the problem was solved for and is still open. */
  protected readonly resolves = computed(
    () => this.solves() && PROBLEM_STATES[this.page().state].solved && this.page().ticketsOpen > 0,
  );
  protected readonly heading = computed(() => countedRows(this.page().tickets, 'ticket', 'tickets'));
  protected readonly ticked = computed(() => countedRows(this.selected().size, 'ticket coché', 'tickets cochés'));

  protected readonly taking = mutation((key, id: string, ticketIds: string[]) =>
    this.api.invoke(problemsTakeOut, { 'Idempotency-Key': key, id, body: { ticketIds } }),
  );
  protected readonly resolving = mutation((key, id: string, tickets: { id: string; version: number }[]) =>
    this.api.invoke(problemsResolve, { 'Idempotency-Key': key, id, body: { tickets } }),
  );
  protected readonly running = signal(false);
  protected readonly done = signal(0);
  /** What could not be resolved, and why; by the number that the list gave. */
  protected readonly refused = signal<readonly { id: string; number: string; why: string }[]>([]);

  protected readonly emptySet: ReadonlySet<string> = new Set();
  protected readonly rowKey = ({ id }: ProblemTicketItem): string => id;
  protected readonly rowName = (row: ProblemTicketItem): string => `${row.number}, ${row.schoolName}`;
  protected readonly titleOf = ticketTitle;
  protected readonly place = ticketPlace;
  protected readonly state = ticketState;

  protected async takeOut(): Promise<void> {
    const ids = [...this.selected()];
    const moved = await this.taking.run(this.page().id, ids);
    if (moved === null) return;
    this.toasts.say(`${counted(ids.length, 'ticket')} de moins dans ${moved.number}`);
    this.selected.set(new Set());
    this.again();
  }

  /** One batch after another, each as the list stands then; what was refused is not asked for twice. */
  protected async resolveAll(): Promise<void> {
    this.running.set(true);
    this.done.set(0);
    this.refused.set([]);
    for (let page = 1; ;) {
      const { items } = await this.api.invoke(problemsTickets, { id: this.page().id, open: true, page, size: BATCH });
      const known = new Set(this.refused().map(({ id }) => id));
      const batch = items.filter(({ id }) => !known.has(id));
      if (batch.length === 0 && items.length < BATCH) break;
      if (batch.length === 0) {
        page++;
        continue;
      }
      const answer = await this.resolving.run(
        this.page().id,
        batch.map(({ id, version }) => ({ id, version })),
      );
      if (answer === null) break;
      this.note(batch, answer);
    }
    this.running.set(false);
    this.again();
  }

  protected again(): void {
    this.taking.forget();
    this.reading.reload();
    this.changed.emit();
  }

  private note(batch: readonly ProblemTicketItem[], { outcomes }: ProblemResolveAnswer): void {
    this.done.update((done) => done + outcomes.filter((outcome) => outcome.done).length);
    const refused = outcomes
      .filter((outcome) => !outcome.done)
      .map(({ id, sentence }) => ({ id, number: batch.find((one) => one.id === id)!.number, why: sentence ?? '' }));
    this.refused.update((before) => [...before, ...refused]);
  }
}
