import type { SupportState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../../identity/mover.js';
import type { SupportRequest } from './support-request.entity.js';

/** A line of the thread; the asking writes one too. */
export interface SupportLineWritten {
  action: string;
  mover: Mover;
  at: Date;
  /** Null: it has just been made. */
  from: SupportState | null;
  reason?: string | null;
  /** When it was to be. */
  wasAt?: Date | null;
}

/** @param request as it is afterwards */
export async function recordSupportMove(
  manager: EntityManager,
  request: Pick<SupportRequest, 'id' | 'state'>,
  { action, mover, at, from, reason = null, wasAt = null }: SupportLineWritten,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into support_move (request_id, action, from_state, to_state, account_id, role, deputy, at, reason, was_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [request.id, action, from, request.state, accountId, role, deputy, at, reason?.trim() || null, wasAt],
  );
}
