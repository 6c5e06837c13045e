import { Injectable } from '@nestjs/common';
import { CLOSES_AFTER_DAYS, TICKETS_TO_CLOSE, TICKETS_WAITING, type TicketAction } from '@parc/domain';
import { DataSource } from 'typeorm';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { TicketClocks } from './ticket-clocks.service.js';
import { TicketMoves } from './ticket-moves.js';

/** What the system does with tickets by itself. */
@Injectable()
export class TicketTermsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moves: TicketMoves,
    private readonly clocks: TicketClocks,
    private readonly transactions: Transactions,
  ) {}

  /** Those that wait until this day, or until one gone by. @param day ISO date @returns how many */
  resume(day: string): Promise<number> {
    return this.moveEach(
      'resume',
      `select id from ticket where review_on <= $1 and state = any($2) order by review_on, id`,
      day,
    );
  }

  /** Those about which the school has said nothing for a week. @param day ISO date @returns how many */
  close(day: string): Promise<number> {
    return this.moveEach(
      'close',
      `select id from ticket where (resolved_at at time zone 'Europe/Paris')::date <= $1::date - ${CLOSES_AFTER_DAYS} and state = any($2)
        order by resolved_at, id`,
      day,
    );
  }

  /** Copies that the calendar has left behind: a holiday was added, hours have changed. @returns how many were wrong */
  async recount(): Promise<number> {
    return this.transactions.runAsSystem('ticket-due-dates', async (manager) => {
      const rows: { id: string; dueAt: Date | null }[] = await manager.query(COPIES);
      await this.clocks.rewrite(
        manager,
        rows.map(({ id }) => id),
      );
      const now: typeof rows = await manager.query(COPIES);
      const before = new Map(rows.map(({ id, dueAt }) => [id, dueAt?.getTime()]));
      return now.filter(({ id, dueAt }) => before.get(id) !== dueAt?.getTime()).length;
    });
  }

  /** What the clocks of repaired tickets have counted, of those that nobody has counted: what came in as a list. @returns how many */
  countEnded(): Promise<number> {
    return this.transactions.runAsSystem('ticket-times', (manager) =>
      this.clocks.countEnded(manager, LIMITS.tickets.movedByNight),
    );
  }

  /** The same once a calendar or a setting of theirs has changed, and else nothing. @returns how many were wrong */
  async followCalendars(): Promise<number> {
    const [{ mark, copied }] = await this.dataSource.query('select mark, copied from calendar_mark');
    if (mark === copied) return 0;
    const wrong = await this.recount();
    // The mark that was read before: what changes meanwhile is followed the next time.
    await this.transactions.runAsSystem('ticket-calendars', (manager) =>
      manager.query('update calendar_mark set copied = $1', [mark]),
    );
    return wrong;
  }

  /** Each in a transaction of its own. */
  private async moveEach(action: TicketAction, found: string, day: string): Promise<number> {
    const rows: { id: string }[] = await this.dataSource.query(`${found} limit ${LIMITS.tickets.movedByNight}`, [
      day,
      action === 'close' ? TICKETS_TO_CLOSE : TICKETS_WAITING,
    ]);
    let moved = 0;
    for (const { id } of rows) if (await this.moves.moveAsSystem(id, action)) moved++;
    return moved;
  }
}

const COPIES = 'select id, due_at as "dueAt" from ticket where open order by id for no key update';
