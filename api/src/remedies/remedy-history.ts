import type { RemedyState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { signatureOf, type Mover } from '../identity/mover.js';
import type { Remedy } from './remedy.entity.js';

/** A line of a remedy's thread; the writing, and each change of its words, write one too. */
export interface RemedyLineWritten {
  action: string;
  mover: Mover;
  at: Date;
  /** Null: it has just been made. */
  from: RemedyState | null;
  reason: string | null;
}

/** @param remedy as it is afterwards */
export async function recordRemedyMove(
  manager: EntityManager,
  remedy: Pick<Remedy, 'id' | 'state'>,
  { action, mover, at, from, reason }: RemedyLineWritten,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into remedy_move (remedy_id, action, from_state, to_state, account_id, role, deputy, at, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [remedy.id, action, from, remedy.state, accountId, role, deputy, at, reason?.trim() || null],
  );
}

/** What schools read from now on, word for word. @param remedy as it is written, held */
export async function keepVersion(manager: EntityManager, remedy: Remedy, mover: Mover, at: Date): Promise<void> {
  await manager.query(
    `insert into remedy_version (remedy_id, number, title, steps, inside, account_id, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 from remedy_version where remedy_id = $1`,
    [remedy.id, remedy.title, remedy.steps, remedy.inside, signatureOf(mover).accountId, at],
  );
}
