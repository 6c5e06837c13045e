import { takenIn, TIMES_AWAITED } from '../../maintenance/ticket-counts.sql.js';
import { inPlanRows, type ObjectRows } from './object-rows.sql.js';

/** A row a ticket taken in hand: whether within the time of its priority. */
export const takenInTime: ObjectRows = {
  sql: inPlanRows(
    takenIn(':from', ':to'),
    `r.number as object, r.kept::int as num, 1 as den, r.kept is not null as known`,
  ),
  awaits: TIMES_AWAITED,
};
