import { kitOn } from '../../inventory/needs/kit.sql.js';
import type { ObjectRows } from './object-rows.js';

/** A row a school that the kit asks something of: whether no line of it is short. */
export const baseKitFull: ObjectRows = {
  sql: (school) =>
    `select k.school_id, k.school as object, (max(greatest(k.asked - k.held, 0)) = 0)::int as num, 1 as den, bool_and(k.known) as known
     from (${kitOn(':to', ':year', school)}) k group by k.school_id, k.school`,
};

/** A row a school and line of its kit: what lacks, of what is asked. */
export const baseKitMissing: ObjectRows = {
  sql: (school) =>
    `select k.school_id, k.name as object, greatest(k.asked - k.held, 0) as num, k.asked as den, k.known
     from (${kitOn(':to', ':year', school)}) k`,
};

/** The same: what it would cost, in cents, and how many devices that is. */
export const baseKitCost: ObjectRows = {
  sql: (school) =>
    `select k.school_id, k.name as object, k.lacking * coalesce(k.unit_cents, 0) as num, k.lacking as den,
       k.known and (k.lacking = 0 or k.unit_cents is not null) as known
     from (select k.*, greatest(k.asked - k.held, 0) as lacking from (${kitOn(':to', ':year', school)}) k) k`,
};
