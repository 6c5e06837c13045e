import type { HalfDay, KitCondition, LoanFacts, LoanState, MissingOutcome } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Mover } from '../identity/mover.js';
import type { Equipment } from '../inventory/equipment.entity.js';
import type { Loan } from './loan.entity.js';

/** What people bring along with a move, besides a reason. */
export interface LoanBrought {
  /** What lies in the case, as it was ticked. */
  seenIds?: string[];
  condition?: KitCondition;
  accessoriesComplete?: boolean;
  note?: string | null;
  referentId?: string;
  toDay?: string;
  toHalf?: HalfDay;
  missing?: { equipmentId: string; outcome: MissingOutcome }[];
}
export type LoanGiven = LoanBrought & { reason?: string | null };

/** The columns that a step may change: never the state. */
export type LoanColumns = Omit<QueryDeepPartialEntity<Loan>, 'id' | 'state' | 'stateSince' | 'version'>;

/** One loan on its way through one row, in the transaction that changes it. */
export interface MovingLoan {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly loan: Loan;
  /** What it is a loan of, held. */
  readonly device: Equipment;
  readonly facts: LoanFacts;
  readonly at: Date;
  readonly reason: string | null;
  readonly brought: LoanBrought;
}

/** What every write answers: the page is read again. */
export interface LoanMoved {
  id: string;
  number: string;
  version: number;
  state: LoanState;
}

/** What a row of the table asks for was let in by the class of its route's body. @throws Error where a caller has not brought it */
export function brought<Name extends keyof LoanBrought>(
  { brought: given }: Pick<MovingLoan, 'brought'>,
  name: Name,
): NonNullable<LoanBrought[Name]> {
  const value = given[name];
  if (value === undefined || value === null) throw new Error(`nobody brought "${name}"`);
  return value as NonNullable<LoanBrought[Name]>;
}
