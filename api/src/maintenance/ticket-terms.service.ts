import { Injectable } from '@nestjs/common';
import { CLOSES_AFTER_DAYS, TICKETS_TO_CLOSE, TICKETS_WAITING, type TicketAction } from '@parc/domain';
import { DataSource } from 'typeorm';
import { LIMITS } from '../platform/limits.js';
import { TicketMoves } from './ticket-moves.js';

/** What the system does with tickets by itself. */
@Injectable()
export class TicketTermsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moves: TicketMoves,
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
