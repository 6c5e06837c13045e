import type { VisitEnding, VisitFacts, VisitMet, VisitPartDone, VisitState } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Mover } from '../identity/mover.js';
import type { VisitPhotoRequest } from './visit.dto.js';
import type { Visit } from './visit.entity.js';

/** What people bring along with a move, besides a reason. */
export interface VisitBrought {
  /** As it is corrected at the end; left out, as it was begun. */
  begunAt?: string;
  leftAt?: string;
  ending?: VisitEnding;
  met?: VisitMet | null;
  absenceReason?: string | null;
  note?: string | null;
  internalNote?: string | null;
  photos?: VisitPhotoRequest[];
  /** Whose code it was that ended it. */
  confirmedBy?: string;
}
export type VisitGiven = VisitBrought & {
  reason?: string | null;
  /** The head's, of an end that was written without a network. */
  sealedCode?: string;
};

/** The columns that a step may change: never the state. */
export type VisitColumns = Omit<QueryDeepPartialEntity<Visit>, 'id' | 'state' | 'stateSince' | 'version'>;

/** One visit on its way through one row, in the transaction that changes it. */
export interface MovingVisit {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly visit: Visit;
  readonly facts: VisitFacts;
  /** What was done there since it began, by whoever began it: what its minutes will say. */
  readonly done: readonly VisitPartDone[];
  /** When it began and ended, as it is said at its end; never later than now. */
  readonly hours: { readonly begunAt: Date; readonly leftAt: Date };
  readonly at: Date;
  readonly reason: string | null;
  readonly brought: VisitBrought;
}

/** What every write answers: the page is read again. */
export interface VisitMoved {
  id: string;
  number: string;
  version: number;
  state: VisitState;
}

/** What a row of the table asks for was let in by the class of its route's body. @throws Error where a caller has not brought it */
export function brought<Name extends keyof VisitBrought>(
  { brought: given }: Pick<MovingVisit, 'brought'>,
  name: Name,
): NonNullable<VisitBrought[Name]> {
  const value = given[name];
  if (value === undefined || value === null) throw new Error(`nobody brought "${name}"`);
  return value as NonNullable<VisitBrought[Name]>;
}
