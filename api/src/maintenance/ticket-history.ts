import type { TicketState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { PRESENCE_NEEDED_OF } from '../directory/school.sql.js';
import { signatureOf, type Mover } from '../identity/mover.js';
import type { Ticket } from './ticket.entity.js';

/** A line of a ticket's thread. The report, and another ticket that is joined to it, write one too. */
export interface TicketLine {
  action: string;
  mover: Mover;
  at: Date;
  /** Null: it has just been made. */
  from: TicketState | null;
  reason: string | null;
  /** Figures the thread tells, or names of things. */
  detail: Record<string, unknown>;
}

/** The line, with what the clocks ask of that moment. @param ticket as it is afterwards */
export async function recordTicketMove(
  manager: EntityManager,
  ticket: Pick<Ticket, 'id' | 'schoolId' | 'state' | 'priority' | 'waitFor'>,
  { action, mover, at, from, reason, detail }: TicketLine,
): Promise<void> {
  const { accountId, role, deputy } = signatureOf(mover);
  await manager.query(
    `insert into ticket_move (ticket_id, action, from_state, to_state, account_id, role, deputy, at, reason, priority, wait_for, detail, presence)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, ${PRESENCE_NEEDED_OF('$13')})`,
    [
      ...[ticket.id, action, from, ticket.state, accountId, role, deputy, at, reason?.trim() || null],
      ...[ticket.priority, ticket.waitFor, detail, ticket.schoolId],
    ],
  );
}
