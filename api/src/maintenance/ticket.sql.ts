import { TICKETS_MENDED, TICKETS_OPEN } from '@parc/domain';
import { inStates } from '../platform/database/in-states.js';
import { byId, type Joined } from '../platform/database/joins.sql.js';

/** A ticket that something else is of, as `t`. */
export const ticketOf = (id: string, alias = 't'): Joined => byId('ticket', alias, id);

/** The ticket `$1` of a device, while it is open: what is repaired, and where. */
export const OPEN_TICKET_OF_DEVICE = `select t.id, t.equipment_id as "equipmentId", t.school_id as "schoolId", t.reported_by as "reportedBy"
  from ticket t where t.id = $1 and t.equipment_id is not null and t.open`;

/** How many breakdowns of a device are not repaired. @param device words of SQL */
export const OPEN_TICKETS_OF = (device: string) =>
  `(select count(*)::int from ticket y where y.equipment_id = ${device} and ${inStates('y.state', TICKETS_OPEN)})`;

/** The next number of a year's tickets: T-2026-00184. @param year a word of SQL */
export const NEXT_TICKET_NUMBER = (year: string) =>
  `'T-' || ${year}::int || '-' || to_char(nextval('ticket_number_' || ${year}::int), 'FM9999999999900000')`;

/** How many have the breakdown, over `t`: who reported it, and who said so besides. */
export const REPORTS = '1 + (select count(*)::int from ticket_reporter y where y.ticket_id = t.id)';

/** The oldest open ticket of the school $1 that is of the same device $2, room $3 or service $5, by the subject $4. */
export const OPEN_TICKET_OF_THE_SAME = `select t.id from ticket t where t.school_id = $1 and t.open and t.subject = $4
    and t.equipment_id is not distinct from $2::uuid and ($4 = 'device' or t.room_id is not distinct from $3::uuid)
    and t.service is not distinct from $5 order by t.reported_at, t.id limit 1`;

/** How many tickets were mended from a day on and to another, both included: words of SQL. */
export const ticketsMended = (from: string, to: string) =>
  `(select count(*)::int from ticket t where ${inStates('t.state', TICKETS_MENDED)} and t.resolved_at >= ${from}::timestamp at time zone 'Europe/Paris'
     and t.resolved_at < (${to}::date + 1)::timestamp at time zone 'Europe/Paris')`;
