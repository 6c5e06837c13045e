import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../identity/mover.js';
import type { Order } from './order.entity.js';

interface MoveRecord {
  move: { action: string; next: string };
  mover: Mover;
  at: Date;
  reason?: string | null;
  /** Figures the thread tells, in cents, or names of things. */
  detail?: Record<string, unknown>;
}

/** A line of the thread. What is not a move of the table (composing, a prerequisite said kept) writes one too. */
export async function recordMove(
  manager: EntityManager,
  order: Pick<Order, 'id' | 'state'>,
  { move, mover, at, reason, detail }: MoveRecord,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into order_move (order_id, action, from_state, to_state, account_id, role, deputy, at, reason, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      order.id,
      move.action,
      move.action === 'compose' ? null : order.state,
      move.next,
      accountId,
      role,
      deputy,
      at,
      reason?.trim() || null,
      detail ?? {},
    ],
  );
}
