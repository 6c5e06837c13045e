import type { ReturnState } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import type { WarrantyReturn } from './return.entity.js';

/** What people bring along with a move, besides a reason. Days are ISO dates. */
export interface ReturnBrought {
  sentOn?: string;
  trackingNumber?: string | null;
  reviewOn?: string;
  serial?: string;
  warrantyUntil?: string | null;
}
export type ReturnGiven = ReturnBrought & { reason?: string | null };

/** The columns that a step may change: never the state. */
export type ReturnColumns = Omit<QueryDeepPartialEntity<WarrantyReturn>, 'id' | 'state' | 'stateSince' | 'version'>;

/** One return on its way through one row, in the transaction that changes it. */
export interface MovingReturn {
  readonly manager: EntityManager;
  readonly mover: Actor;
  readonly warranty: WarrantyReturn;
  readonly reason: string | null;
  readonly brought: ReturnBrought;
  readonly at: Date;
  /** ISO date. */
  readonly today: string;
}

/** What a move answers. */
export interface ReturnMoved {
  id: string;
  version: number;
  state: ReturnState;
}

/** What a step needs and its route has made sure of. */
export function brought<Name extends keyof ReturnBrought>(
  { brought: given }: Pick<MovingReturn, 'brought'>,
  name: Name,
): NonNullable<ReturnBrought[Name]> {
  const value = given[name];
  if (value === undefined || value === null) throw new Error(`nobody brought "${name}"`);
  return value as NonNullable<ReturnBrought[Name]>;
}
