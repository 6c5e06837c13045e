import { parisDay, within } from '../platform/database/paris-days.sql.js';
import { SENT } from './order.sql.js';

/** What others count of orders: words of SQL over days of Paris, both included. */

/** Schools that sent an order from a day to another, whatever became of it, by id. */
export const schoolsThatOrdered = (from: string, to: string) =>
  `select o.school_id from installation_order o where ${SENT} and ${within('o.submitted_at', from, to)}`;

/** Orders that a school has confirmed from a day to another: `school_id`, `number`, `days` since they were sent. */
export const confirmedIn = (from: string, to: string) =>
  `select o.school_id, o.number, ${parisDay('o.confirmed_at')} - ${parisDay('o.submitted_at')} as days
     from installation_order o where ${SENT} and ${within('o.confirmed_at', from, to)}`;
