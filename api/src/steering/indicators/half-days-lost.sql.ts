import { all } from '../../platform/database/joins.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { stoppedIn } from '../../maintenance/ticket-counts.sql.js';
import { type ObjectRows, only } from './object-rows.sql.js';

/** A row a school: half-days of class that breakdowns have stopped, and its hundreds of classes. */
export const halfDaysLost: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, coalesce(t.half_days, 0) as num, f.classes / 100.0 as den, coalesce(f.classes, 0) > 0 as known
     from ${all(SCHOOLS)} ${figuresFor('s.id', ':year')}
     left join (select r.school_id, sum(r.half_days) as half_days from (${stoppedIn(':from', ':to')}) r group by r.school_id) t on t.school_id = s.id
     where ${inPlanOn(':to')}${only(school)}`,
};
