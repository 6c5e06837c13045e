import { LOANS_OUT, LOANS_TO_CHECK } from '@parc/domain';
import { classDaysIn } from '../directory/school.sql.js';
import { KNOWN_SINCE } from '../inventory/equipment.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { parisDay } from '../platform/database/paris-days.sql.js';

/**
 * Kits that are offered, by their days of class in a period: `name, offered` (since the house knows the device) and `out`, the days on which
 * somebody had it, the day of its hand-over and that of its return with them. @param from and to: words of SQL
 */
export const lentDaysIn = (from: string, to: string): string =>
  `with times_out as materialized (${TIMES_OUT})
   select k.name, count(*)::int as offered, count(*) filter (where exists (
       select from times_out o where o.equipment_id = k.equipment_id and c.day between o.left_on and coalesce(o.back_on, ${to}::date)))::int as out
     from loan_kit k join (${classDaysIn(from, to)}) c on c.day >= ${KNOWN_SINCE('k.equipment_id')}
    where k.offered group by k.id, k.name`;

/** When each loan left, and came back. */
const TIMES_OUT = `select l.equipment_id, ${parisDay('min(v.at) filter (where ' + inStates('v.to_state', LOANS_OUT) + ')')} as left_on,
    ${parisDay('min(v.at) filter (where ' + inStates('v.to_state', LOANS_TO_CHECK) + ')')} as back_on
  from loan l join loan_move v on v.loan_id = l.id where l.kit_id is not null group by l.id, l.equipment_id`;
