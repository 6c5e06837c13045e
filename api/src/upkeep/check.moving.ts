import type { CheckFacts, CheckFinding, CheckState } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import type { UpkeepCheck } from './check.entity.js';

/** What was found of one device. */
export interface FoundDevice {
  equipmentId: string;
  finding: CheckFinding;
  note?: string | null;
}

/** What people bring along with a move, besides a reason. */
export interface CheckBrought {
  accountId?: string;
  /** ISO date. */
  day?: string;
  found?: FoundDevice[];
}
export type CheckGiven = CheckBrought & { reason?: string | null };

/** The columns that a step may change: never the state. */
export type CheckColumns = Omit<QueryDeepPartialEntity<UpkeepCheck>, 'id' | 'state' | 'stateSince' | 'version'>;

/** One check on its way through one row, in the transaction that changes it. */
export interface MovingCheck {
  readonly manager: EntityManager;
  readonly mover: Actor;
  readonly check: UpkeepCheck;
  readonly facts: CheckFacts;
  readonly reason: string | null;
  readonly brought: CheckBrought;
  readonly at: Date;
  /** ISO date. */
  readonly today: string;
}

/** What a move answers. */
export interface CheckMoved {
  id: string;
  version: number;
  state: CheckState;
}

/** What a step needs and its route has made sure of. */
export function brought<Name extends keyof CheckBrought>(
  { brought: given }: Pick<MovingCheck, 'brought'>,
  name: Name,
): NonNullable<CheckBrought[Name]> {
  const value = given[name];
  if (value === undefined || value === null) throw new Error(`nobody brought "${name}"`);
  return value as NonNullable<CheckBrought[Name]>;
}
