import { confirmedSessionsIn } from '../../training/training-counts.sql.js';
import { inPlanRows, type ObjectRows } from './object-rows.sql.js';

/** A row a session that was confirmed, at the school where it is held: whether it took place. */
export const sessionsHeld: ObjectRows = {
  sql: inPlanRows(
    confirmedSessionsIn(':from', ':to'),
    `r.number as object, r.held::int as num, 1 as den, true as known`,
  ),
};
