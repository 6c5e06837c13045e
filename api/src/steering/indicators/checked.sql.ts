import { join } from '../../platform/database/joins.sql.js';
import { schoolOf } from '../../directory/school.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import { seenBy } from '../../inventory/fleet-counts.sql.js';
import { fleetOn } from '../../inventory/fleet-on.sql.js';
import { type ObjectRows, only } from './object-rows.sql.js';

/** A row a school: of its devices, those that somebody saw within twelve months. */
export const checked: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, count(v.equipment_id) as num, count(*) as den, true as known
     from (${fleetOn(':to', school)}) d ${join(schoolOf('d.school_id'))} left join (${seenBy(':to')}) v on v.equipment_id = d.equipment_id
     where ${inPlanOn(':to')}${only(school)} group by s.id, s.name`,
};
