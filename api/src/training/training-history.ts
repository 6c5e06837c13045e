import type { TrainingState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../identity/mover.js';
import type { TrainingSession } from './training-session.entity.js';

/** A line of a session's thread; the proposal writes one too. */
export interface TrainingLineWritten {
  action: string;
  mover: Mover;
  at: Date;
  /** Null: it has just been made. */
  from: TrainingState | null;
  reason?: string | null;
  /** Who enrolled or left. */
  personId?: string | null;
  /** When it was to be held. */
  wasAt?: Date | null;
}

/** @param session as it is afterwards */
export async function recordTrainingMove(
  manager: EntityManager,
  session: Pick<TrainingSession, 'id' | 'state'>,
  { action, mover, at, from, reason = null, personId = null, wasAt = null }: TrainingLineWritten,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into training_session_move (session_id, action, from_state, to_state, account_id, role, deputy, at, reason, person_id, was_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[session.id, action, from, session.state, accountId, role, deputy, at],
      ...[reason?.trim() || null, personId, wasAt],
    ],
  );
}
