import { firstUsesIn } from '../../inventory/fleet-counts.sql.js';
import { inPlanRows, type ObjectRows } from './object-rows.sql.js';

/** A row a device that came into use: days since it came to its school. */
export const waitForTraining: ObjectRows = {
  sql: inPlanRows(firstUsesIn(':from', ':to'), `r.tag as object, r.days as num, 1 as den, true as known`),
};
