import { reopenedIn } from '../../maintenance/ticket-counts.sql.js';
import { inPlanRows, type ObjectRows } from './object-rows.sql.js';

/** A row a ticket that was repaired or reopened: how often each. */
export const reopened: ObjectRows = {
  sql: inPlanRows(
    reopenedIn(':from', ':to'),
    `r.number as object, r.reopenings as num, r.resolutions as den, true as known`,
  ),
};
