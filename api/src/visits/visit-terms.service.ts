import { Injectable } from '@nestjs/common';
import { VISIT_LONG_OPEN_HOURS, VISITS } from '@parc/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { LIMITS } from '../platform/limits.js';
import { VisitMoves } from './visit-moves.js';

/** What the system does with visits by itself. */
@Injectable()
export class VisitTermsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moves: VisitMoves,
    private readonly clock: Clock,
  ) {}

  /** Visits left open since the day before, in which nothing was done: one in which something was waits for its report. @returns how many */
  async abandonForgotten(): Promise<number> {
    const found: { id: string }[] = await this.dataSource.query(
      `select id from visit where ${inStates('state', VISITS.statesFrom('abandon'))} and begun_at <= $1::timestamptz - make_interval(hours => $2)
        order by begun_at, id limit ${LIMITS.visits.endedByNight}`,
      [this.clock.now(), VISIT_LONG_OPEN_HOURS],
    );
    let ended = 0;
    for (const { id } of found) {
      const moved = await this.moves.moveAsSystem(id, 'abandon', 'Restée ouverte sans que rien n’y soit fait.');
      if (moved !== null) ended++;
    }
    return ended;
  }
}
