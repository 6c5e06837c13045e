import { supportsAskedIn } from '../../training/training-counts.sql.js';
import { inPlanRows, type ObjectRows } from './object-rows.sql.js';

/** A row a visit that a class asked for: whether it was made, and told. */
export const support: ObjectRows = {
  sql: inPlanRows(
    supportsAskedIn(':from', ':to'),
    `'Demande du ' || to_char(r.asked_on, 'DD/MM/YYYY') as object, r.honoured::int as num, 1 as den, true as known`,
  ),
};
