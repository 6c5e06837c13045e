import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { fleetOn, IS_DISPLAY } from '../../inventory/fleet-on.sql.js';
import { all } from '../../platform/database/joins.sql.js';
import { type ObjectRows, only } from './object-rows.js';

/** A row a school: classes that have a display of their own, and its classes. A second one in a class makes up for no other. */
export const displaysPerClass: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, least(coalesce(t.devices, 0), f.classes) as num, f.classes as den, f.classes is not null as known
     from ${all(SCHOOLS)} ${figuresFor('s.id', ':year')}
     left join (select d.school_id, count(*) as devices from (${fleetOn(':to', school)}) d
                 where ${IS_DISPLAY} and d.room_id is not null group by d.school_id) t on t.school_id = s.id
     where ${inPlanOn(':to')}${only(school)}`,
};
