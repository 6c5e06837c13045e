import type { VisitState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../identity/mover.js';
import type { Visit } from './visit.entity.js';

/** A line of a visit's thread; the arrival writes one too. */
export interface VisitLine {
  action: string;
  mover: Mover;
  at: Date;
  /** Null: it has just been begun. */
  from: VisitState | null;
  reason: string | null;
}

/** @param visit as it is afterwards */
export async function recordVisitMove(
  manager: EntityManager,
  visit: Pick<Visit, 'id' | 'state'>,
  { action, mover, at, from, reason }: VisitLine,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into visit_move (visit_id, action, from_state, to_state, account_id, role, deputy, at, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [visit.id, action, from, visit.state, accountId, role, deputy, at, reason?.trim() || null],
  );
}
