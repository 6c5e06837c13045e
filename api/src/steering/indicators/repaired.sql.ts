import { beyondRepairIn } from '../../inventory/ends/ends.sql.js';
import { devicesMendedIn } from '../../maintenance/mended.sql.js';
import type { ObjectRows } from './object-rows.js';

/** A row a ticket whose device serves again; a row a device that was taken out from the workshop. What is still there is neither yet. */
export const repaired: ObjectRows = {
  sql: (school) =>
    `select t.school_id, t.number as object, 1 as num, 1 as den, true as known
       from (${devicesMendedIn(':from', ':to', school)}) t where t.serves
     union all
     select b.school_id, b.tag, 0, 1, true from (${beyondRepairIn(':from', ':to')}) b`,
};
