import { envelopesOn } from '../../budgets/spending.sql.js';
import { inPlanRows, type ObjectRows } from './object-rows.sql.js';

/** A row an envelope of the year, in euros: what was spent of what was opened. */
export const spent: ObjectRows = {
  sql: inPlanRows(
    envelopesOn('extract(year from :to::date)', ':to'),
    `r.kind as object, r.spent_cents / 100.0 as num, r.opened_cents / 100.0 as den, true as known`,
  ),
};
