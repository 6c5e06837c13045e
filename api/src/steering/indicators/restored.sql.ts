import { restoredIn, TIMES_AWAITED } from '../../maintenance/ticket-counts.sql.js';
import { inPlanRows, type ObjectRows } from './object-rows.sql.js';

const restored = (num: string): ObjectRows => ({
  sql: inPlanRows(
    restoredIn(':from', ':to'),
    `r.number as object, ${num} as num, 1 as den, r.minutes is not null as known`,
  ),
  awaits: TIMES_AWAITED,
});

/** A row a ticket repaired: whether within the time of its priority, by the clock of the métropole, and by that of the class. */
export const restoredInTime = restored('r.kept::int');
export const restoredInTimeClass = restored('r.class_kept::int');

/** A row a ticket repaired: hours of service that it took, by either clock. */
export const restoreHours = restored('r.minutes / 60.0');
export const restoreHoursClass = restored('r.class_minutes / 60.0');
