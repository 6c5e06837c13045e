import type { ConventionAction, ConventionFacts } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Mover } from '../identity/mover.js';
import type { EndConventionRequest, RenewRequest, SignRequest } from './convention.dto.js';
import type { Convention } from './convention.entity.js';

/** What people bring along with a move, besides a reason. */
interface Brought {
  sending: { on: string };
  signature: SignRequest;
  end: EndConventionRequest;
  evaluation: RenewRequest;
}

interface BroughtBy {
  send: Pick<Brought, 'sending'>;
  sign: Pick<Brought, 'signature'>;
  end: Pick<Brought, 'end'>;
  renew: Pick<Brought, 'evaluation'>;
}

/** Actions whose routes are written by hand, since they bring more than a reason; an amendment has none yet. */
export const CONVENTION_BRINGS: readonly ConventionAction[] = ['send', 'sign', 'end', 'renew', 'amend'];

/** What one action brings; the others bring a reason at most. */
type BroughtWith<Action extends ConventionAction> = Action extends keyof BroughtBy ? BroughtBy[Action] : object;

export type ConventionGiven<Action extends ConventionAction> = BroughtWith<Action> & {
  reason?: string | null;
  /** The convention that follows this one, locked. */
  successor?: Convention | null;
  /** The day on which dates are judged, when it is not today: a night's work says which. */
  day?: string;
};

/** The columns that a step may change: never the state. */
export type ConventionColumns = Omit<QueryDeepPartialEntity<Convention>, 'id' | 'state' | 'version'>;

/** One convention on its way through one row, in the transaction that changes it. */
export interface MovingConvention {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly convention: Convention;
  readonly facts: ConventionFacts;
  readonly at: Date;
  /** ISO date, Europe/Paris. */
  readonly today: string;
  readonly reason: string | null;
  readonly brought: Partial<Brought>;
}
