import type { ReturnAction, ReturnState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../identity/mover.js';
import type { WarrantyReturn } from './return.entity.js';

/** A line of a return's thread; the preparation writes one too. */
interface ReturnLine {
  action: ReturnAction | 'prepare';
  mover: Mover;
  at: Date;
  /** Null: it has just been made. */
  from: ReturnState | null;
  reason: string | null;
  detail: Record<string, unknown>;
}

/** @param one as it is afterwards */
export async function recordReturnMove(
  manager: EntityManager,
  one: Pick<WarrantyReturn, 'id' | 'state'>,
  { action, mover, at, from, reason, detail }: ReturnLine,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into warranty_return_move (return_id, action, from_state, to_state, account_id, role, deputy, at, reason, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [one.id, action, from, one.state, accountId, role, deputy, at, reason?.trim() || null, detail],
  );
}
