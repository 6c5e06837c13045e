import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { fleetOn, IS_TERMINAL } from '../../inventory/fleet-on.sql.js';
import { all } from '../../platform/database/joins.sql.js';
import { type ObjectRows, only } from './object-rows.js';

/** A row a school: its pupils' terminals, and its pupils. What stands for sharing, gap and parity is the same, added up otherwise. */
export const terminalsPer100: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, coalesce(t.devices, 0) as num, f.pupils as den, coalesce(f.pupils, 0) > 0 as known
     from ${all(SCHOOLS)} ${figuresFor('s.id', ':year')}
     left join (select d.school_id, count(*) as devices from (${fleetOn(':to', school)}) d where ${IS_TERMINAL} group by d.school_id) t on t.school_id = s.id
     where ${inPlanOn(':to')}${only(school)}`,
};
