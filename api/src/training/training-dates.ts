import { Injectable } from '@nestjs/common';
import { datesProblem, inOrder, type TrainingDate } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';

/** The half-days of a session. The database keeps its own start and end to the first and the last of them. */
@Injectable()
export class TrainingDates {
  /** In order. */
  of(manager: EntityManager, sessionId: string): Promise<TrainingDate[]> {
    return manager.query(
      'select starts_at as "startsAt", ends_at as "endsAt" from training_date where session_id = $1 order by starts_at',
      [sessionId],
    );
  }

  /** In place of those that stood. @throws Refused training.trainer-taken, from the database */
  async write(manager: EntityManager, sessionId: string, dates: readonly TrainingDate[]): Promise<void> {
    await manager.query('delete from training_date where session_id = $1', [sessionId]);
    const ordered = inOrder(dates);
    await manager.query(INSERT, [
      sessionId,
      ordered.map(({ startsAt }) => startsAt),
      ordered.map(({ endsAt }) => endsAt),
    ]);
  }
}

const INSERT = `insert into training_date (session_id, trainer_id, state, starts_at, ends_at)
  select t.id, t.trainer_id, t.state, d.starts_at, d.ends_at
    from training_session t, unnest($2::timestamptz[], $3::timestamptz[]) d(starts_at, ends_at) where t.id = $1`;

/** What the class of the route's body let in. */
export const datesOf = (dates: readonly { startsAt: string; endsAt: string }[]): TrainingDate[] =>
  dates.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));

/** @throws Refused training.dates-wrong, training.half-day-wrong, training.half-day-twice */
export function requireDates(dates: readonly TrainingDate[], now: Date): void {
  const problem = datesProblem(dates, { now, aheadDays: LIMITS.training.aheadDays });
  if (problem) throw new Refused(problem);
}
