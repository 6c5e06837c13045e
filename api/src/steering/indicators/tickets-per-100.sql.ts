import { all } from '../../platform/database/joins.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import { monthEnds } from '../../inventory/fleet-counts.sql.js';
import { fleetOnEach } from '../../inventory/fleet-on.sql.js';
import { reportedIn } from '../../maintenance/ticket-counts.sql.js';
import { type ObjectRows, only } from './object-rows.sql.js';

const MONTHS = monthEnds(':from', ':to');
/** A school's devices at the end of each month of the period, on average. */
const fleet = (school: string | null) =>
  `select d.school_id, count(*)::numeric / (select count(*) from (${MONTHS}) m) as devices
     from (${fleetOnEach(MONTHS, school)}) d group by d.school_id`;

/** A row a school: breakdowns reported, and devices in place on average. */
export const ticketsPer100: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, coalesce(t.tickets, 0) as num, coalesce(d.devices, 0) as den, true as known
     from ${all(SCHOOLS)} left join (${fleet(school)}) d on d.school_id = s.id
     left join (select r.school_id, count(*) as tickets from (${reportedIn(':from', ':to')}) r group by r.school_id) t on t.school_id = s.id
     where ${inPlanOn(':to')}${only(school)}`,
};
