import type { TrainingFacts, TrainingState } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import type { TrainingSession } from './training-session.entity.js';

/** What people bring along with a move, besides a reason. */
export interface TrainingBrought {
  /** Who enrols or leaves; null: whoever asks. */
  accountId?: string | null;
  dates?: { startsAt: string; endsAt: string }[];
}
export type TrainingGiven = TrainingBrought & { reason?: string | null };

/** The columns that a step may change: never the state. */
export type TrainingColumns = Omit<QueryDeepPartialEntity<TrainingSession>, 'id' | 'state' | 'stateSince' | 'version'>;

/** One session on its way through one row, in the transaction that changes it. */
export interface MovingTraining {
  readonly manager: EntityManager;
  readonly mover: Actor;
  readonly session: TrainingSession;
  readonly facts: TrainingFacts;
  readonly at: Date;
  readonly reason: string | null;
  readonly brought: TrainingBrought;
  /** Who enrols or leaves, and the school they come from: a guard finds them, an effect takes them. */
  person: { accountId: string; schoolId: string } | null;
}

/** What every write answers: the page is read again. */
export interface TrainingMoved {
  id: string;
  number: string;
  version: number;
  state: TrainingState;
}

export const movedOf = ({ id, number, version, state }: TrainingMoved): TrainingMoved => ({
  id,
  number,
  version,
  state,
});
