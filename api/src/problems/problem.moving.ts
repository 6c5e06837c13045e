import type { ProblemState, TicketCause, TicketRepair } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Mover } from '../identity/mover.js';
import type { Problem } from './problem.entity.js';

/** What people bring along with a move, besides a reason. */
export interface ProblemBrought {
  told?: string | null;
  expectedOn?: string | null;
  causeNote?: string;
  cause?: TicketCause;
  repair?: TicketRepair;
  solution?: string | null;
  minutes?: number;
}
export type ProblemGiven = ProblemBrought & { reason?: string | null };

/** The columns that a step may change: never the state. */
export type ProblemColumns = Omit<QueryDeepPartialEntity<Problem>, 'id' | 'state' | 'stateSince' | 'version'>;

/** One problem on its way through one row, in the transaction that changes it. */
export interface MovingProblem {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly problem: Problem;
  readonly at: Date;
  /** ISO date, Europe/Paris. */
  readonly today: string;
  readonly reason: string | null;
  readonly brought: ProblemBrought;
}

/** What every write answers: the page is read again. */
export interface ProblemMoved {
  id: string;
  number: string;
  version: number;
  state: ProblemState;
}

export const movedOf = ({ id, number, version, state }: ProblemMoved): ProblemMoved => ({ id, number, version, state });

/** What a row of the table asks for was let in by the class of its route's body. @throws Error where a caller has not brought it */
export function brought<Name extends keyof ProblemBrought>(
  { brought: given }: Pick<MovingProblem, 'brought'>,
  name: Name,
): NonNullable<ProblemBrought[Name]> {
  const value = given[name];
  if (value === undefined || value === null) throw new Error(`nobody brought "${name}"`);
  return value as NonNullable<ProblemBrought[Name]>;
}
