import type { ChargedOn, DeviceOutcome, TicketCause, TicketFacts, TicketRepair, TicketState, Wait } from '@parc/domain';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Mover } from '../identity/mover.js';
import type { TicketPhotoRequest } from './ticket.dto.js';
import type { Ticket } from './ticket.entity.js';

/** What people bring along with a move, besides a reason. */
export interface TicketBrought {
  accountId?: string;
  day?: string;
  from?: string;
  to?: string;
  waitFor?: Wait;
  reviewOn?: string;
  device?: DeviceOutcome;
  cause?: TicketCause;
  repair?: TicketRepair;
  note?: string | null;
  minutes?: number;
  parts?: string | null;
  priceCents?: number;
  byOrder?: boolean;
  intoId?: string;
  photos?: TicketPhotoRequest[];
}
export type TicketGiven = TicketBrought & { reason?: string | null };

/** The columns that a step may change: never the state. */
export type TicketColumns = Omit<QueryDeepPartialEntity<Ticket>, 'id' | 'state' | 'stateSince' | 'version'>;

/** One ticket on its way through one row, in the transaction that changes it. */
export interface MovingTicket {
  readonly manager: EntityManager;
  readonly mover: Mover;
  readonly ticket: Ticket;
  readonly facts: TicketFacts;
  readonly at: Date;
  /** ISO date, Europe/Paris. */
  readonly today: string;
  readonly reason: string | null;
  readonly brought: TicketBrought;
  /** The maintenance envelope of its school this year, locked; null while it is not open, or where nothing is spent. */
  readonly envelopeId: string | null;
  /** The ticket that it is to be joined to, locked. */
  readonly into: Ticket | null;
  /** The order that repaired it, where that is said. */
  orderId?: string | null;
  /** Its resolution, once an effect has written it. */
  resolutionId?: string;
}

/** What every write answers: the page is read again. */
export interface TicketMoved {
  id: string;
  number: string;
  version: number;
  state: TicketState;
}

export interface ChargeSettled {
  id: string;
  charge: ChargedOn;
}

/** What a row of the table asks for was let in by the class of its route's body. @throws Error where a caller has not brought it */
export function brought<Name extends keyof TicketBrought>(
  { brought: given }: Pick<MovingTicket, 'brought'>,
  name: Name,
): NonNullable<TicketBrought[Name]> {
  const value = given[name];
  if (value === undefined || value === null) throw new Error(`nobody brought "${name}"`);
  return value as NonNullable<TicketBrought[Name]>;
}
