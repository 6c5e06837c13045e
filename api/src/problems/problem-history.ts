import type { ProblemState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../identity/mover.js';
import type { Problem } from './problem.entity.js';

/** A line of a problem's thread; the opening, and tickets that come and go, write one too. */
export interface ProblemLineWritten {
  action: string;
  mover: Mover;
  at: Date;
  /** Null: it has just been made. */
  from: ProblemState | null;
  reason: string | null;
  /** Figures the thread tells, or numbers of tickets. */
  detail: Record<string, unknown>;
}

/** @param problem as it is afterwards */
export async function recordProblemMove(
  manager: EntityManager,
  problem: Pick<Problem, 'id' | 'state'>,
  { action, mover, at, from, reason, detail }: ProblemLineWritten,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into problem_move (problem_id, action, from_state, to_state, account_id, role, deputy, at, reason, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [problem.id, action, from, problem.state, accountId, role, deputy, at, reason?.trim() || null, detail],
  );
}
