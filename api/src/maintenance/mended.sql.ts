import { DEVICE_SERVES, TICKETS_MENDED } from '@parc/domain';
import { inStates } from '../platform/database/in-states.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { within } from '../platform/database/paris-days.sql.js';

/**
 * Tickets of a device whose last resolution is of a period of days: `number, school_id, equipment_id, at, serves` (it stayed, or came back
 * from the workshop). @param from and to: words of SQL @param school narrows it to one school
 */
export const devicesMendedIn = (from: string, to: string, school: string | null): string =>
  `select t.number, t.school_id, t.equipment_id, r.at, ${anyOf('r.device', DEVICE_SERVES)} as serves
     from ticket t join lateral (select y.at, y.device from ticket_resolution y where y.ticket_id = t.id order by y.at desc, y.id desc limit 1) r on true
    where t.equipment_id is not null and ${inStates('t.state', TICKETS_MENDED)} and ${within('r.at', from, to)}${school === null ? '' : ` and t.school_id = ${school}`}`;
