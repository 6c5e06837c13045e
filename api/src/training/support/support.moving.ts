import type { SupportFacts, SupportState } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import type { SupportRequest } from './support-request.entity.js';

/** What people bring along with a move, besides a reason. */
export interface SupportBrought {
  startsAt?: string;
  endsAt?: string;
  report?: string;
  minutes?: number;
  followUp?: string | null;
}
export type SupportGiven = SupportBrought & { reason?: string | null };

/** The columns that a step may change: never the state. */
export type SupportColumns = Omit<QueryDeepPartialEntity<SupportRequest>, 'id' | 'state' | 'stateSince' | 'version'>;

/** One request on its way through one row, in the transaction that changes it. */
export interface MovingSupport {
  readonly manager: EntityManager;
  readonly mover: Actor;
  readonly request: SupportRequest;
  readonly facts: SupportFacts;
  readonly at: Date;
  readonly reason: string | null;
  readonly brought: SupportBrought;
  /** Who was to come until now. */
  readonly formerTrainerId: string | null;
}

/** What every write answers: the page is read again. */
export interface SupportMoved {
  id: string;
  version: number;
  state: SupportState;
}

export const movedOf = ({ id, version, state }: SupportMoved): SupportMoved => ({ id, version, state });
