import { confirmedIn } from '../../orders/order-counts.sql.js';
import { inPlanRows, type ObjectRows } from './object-rows.sql.js';

/** A row an order that its school has confirmed: days since it was sent. */
export const orderDays: ObjectRows = {
  sql: inPlanRows(confirmedIn(':from', ':to'), `r.number as object, r.days as num, 1 as den, true as known`),
};
