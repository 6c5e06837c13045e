import { EQUIPMENT_STANDING } from '@parc/domain';
import { inStates } from '../platform/database/in-states.js';

const STANDS = `e.room_id is not null and ${inStates('e.state', EQUIPMENT_STANDING)}`;

/** How many devices stand in the room `$1`; a case is one. */
export const STANDING_IN_ROOM = `select count(*)::int as devices from equipment e where e.room_id = $1 and ${STANDS}`;

/** Which of the schools `$1` have devices, and how many stand there. */
export const STANDING_IN_SCHOOLS = `select e.school_id as "schoolId", count(*)::int as devices from equipment e
  where e.school_id = any($1) and ${STANDS} group by e.school_id`;
