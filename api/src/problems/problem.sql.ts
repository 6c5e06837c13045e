import { ticketOf } from '../maintenance/ticket.sql.js';
import { join } from '../platform/database/joins.sql.js';

/** The next number of a year's problems: PB-2026-00012. @param year a word of SQL */
export const NEXT_PROBLEM_NUMBER = (year: string) =>
  `'PB-' || ${year}::int || '-' || to_char(nextval('problem_number_' || ${year}::int), 'FM9999999999900000')`;

/** How many tickets the problem $1 still has to see resolved. */
export const OPEN_TICKETS_OF_PROBLEM = `select count(*)::int as open from problem_ticket x ${join(ticketOf('x.ticket_id'))}
  where x.problem_id = $1 and x.removed_at is null and t.open`;

const THERE = `problem_ticket x ${join(ticketOf('x.ticket_id'))} where x.problem_id = p.id and x.removed_at is null`;

/** What the problem `p` touches: tickets, those that are open, their schools. */
export const TICKETS_OF =
  '(select count(*)::int from problem_ticket x where x.problem_id = p.id and x.removed_at is null)';
export const TICKETS_LEFT_OF = `(select count(*)::int from ${THERE} and t.open)`;
export const SCHOOLS_OF = `(select count(distinct t.school_id)::int from ${THERE})`;
