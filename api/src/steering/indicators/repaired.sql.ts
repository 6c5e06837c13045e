import { retiredAfter } from '../../inventory/ends/ends.sql.js';
import { devicesMendedIn } from '../../maintenance/mended.sql.js';
import type { ObjectRows } from './object-rows.js';

/** A row a ticket of a device that ended in the year: it serves again; or it was taken out afterwards. What is still at the workshop is neither yet. */
export const repaired: ObjectRows = {
  sql: (school) =>
    `select t.school_id, t.number as object, t.serves::int as num, 1 as den, true as known
       from (${devicesMendedIn(':from', ':to', school)}) t where t.serves or ${retiredAfter('t.equipment_id', 't.at', ':to')}`,
};
