import { join } from '../../platform/database/joins.sql.js';
import { schoolOf } from '../../directory/school.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import { ITEMS_WITH_TRAINING } from '../../catalogue/item.sql.js';
import { fleetOn } from '../../inventory/fleet-on.sql.js';
import { readinessOn } from '../../training/coherence.sql.js';
import { type ObjectRows, only } from './object-rows.sql.js';

const held = (school: string | null) =>
  `select d.school_id, d.model_id from (${fleetOn(':to', school)}) d where d.model_id = any(array(${ITEMS_WITH_TRAINING}))`;

/** A row a school that has what calls for a training: whether all of it would be given to use, by the rule of coherence. */
export const schoolsCovered: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, bool_and(r.ready)::int as num, 1 as den, true as known
     from (${readinessOn(held(school), ':to::date')}) r ${join(schoolOf('r.school_id'))}
     where ${inPlanOn(':to')}${only(school)} group by s.id, s.name`,
};
