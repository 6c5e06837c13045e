import {
  CONVENTION_STATES,
  judgeConventionMove,
  type ConventionAction,
  type ConventionFacts,
  type ConventionMove,
  type ConventionStep,
} from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { Convention } from './convention.entity.js';

/** Nobody's account: the system acts at its dates. */
export const SYSTEM = 'system';
export type Mover = Actor | typeof SYSTEM;

/** Asks the table. @throws Refused with the table's code, and the state's word where the state refuses */
export function requireMove(
  mover: Mover,
  action: ConventionAction,
  facts: ConventionFacts,
  step: ConventionStep = {},
): ConventionMove {
  const verdict = judgeConventionMove(mover === SYSTEM ? 'system' : mover.role, action, facts, step);
  if (verdict.move) return verdict.move;
  const { code, ...detail } = verdict.refused;
  throw new Refused(code, { ...detail, state: CONVENTION_STATES[facts.state].word });
}

export interface MoveRecord {
  move: Pick<ConventionMove, 'action' | 'next'>;
  mover: Mover;
  at: Date;
  /** The day the fact itself bears. */
  happenedOn?: string | null;
  reason?: string | null;
}

/** The one function that changes a state: the convention's row and the move that explains it, together. */
export async function changeState(
  manager: EntityManager,
  convention: Convention,
  record: MoveRecord,
  changes: QueryDeepPartialEntity<Convention> = {},
): Promise<Convention> {
  const { move, mover, at, happenedOn, reason } = record;
  await manager.update(Convention, convention.id, { ...changes, state: move.next });
  await manager.query(
    `insert into convention_move (convention_id, action, from_state, to_state, account_id, role, happened_on, at, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      convention.id,
      move.action,
      convention.state,
      move.next,
      mover === SYSTEM ? null : mover.accountId,
      mover === SYSTEM ? SYSTEM : mover.role,
      happenedOn ?? null,
      at,
      reason?.trim() || null,
    ],
  );
  return { ...convention, ...(changes as Partial<Convention>), state: move.next, version: convention.version + 1 };
}
