import type { LoanState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../identity/mover.js';
import type { Loan } from './loan.entity.js';

/** A line of a loan's thread; the request writes one too. */
export interface LoanLine {
  action: string;
  mover: Mover;
  at: Date;
  /** Null: it has just been made. */
  from: LoanState | null;
  reason: string | null;
  /** Figures the thread tells, or names of things. */
  detail: Record<string, unknown>;
}

/** @param loan as it is afterwards */
export async function recordLoanMove(
  manager: EntityManager,
  loan: Pick<Loan, 'id' | 'state'>,
  { action, mover, at, from, reason, detail }: LoanLine,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into loan_move (loan_id, action, from_state, to_state, account_id, role, deputy, at, reason, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [loan.id, action, from, loan.state, accountId, role, deputy, at, reason?.trim() || null, detail],
  );
}
