import { kindsOf, SCHOOL_KINDS } from '@parc/domain';
import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { fleetOn, IS_TERMINAL } from '../../inventory/fleet-on.sql.js';
import { all } from '../../platform/database/joins.sql.js';
import { type ObjectRows, only } from './object-rows.js';

const LEVELS = kindsOf(SCHOOL_KINDS)
  .map((kind) => `when '${kind}' then (:baseLevel::jsonb->>'${kind}')::numeric`)
  .join(' ');

/** A row a school: whether it has fewer pupils' terminals a hundred pupils than the level of its kind. */
export const belowLevel: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, (coalesce(t.devices, 0) * 100 < l.level * f.pupils)::int as num, 1 as den,
       coalesce(f.pupils, 0) > 0 as known
     from ${all(SCHOOLS)} cross join lateral (select case s.kind ${LEVELS} end as level) l ${figuresFor('s.id', ':year')}
     left join (select d.school_id, count(*) as devices from (${fleetOn(':to', school)}) d where ${IS_TERMINAL} group by d.school_id) t on t.school_id = s.id
     where ${inPlanOn(':to')}${only(school)}`,
  settings: (settings) => ({ baseLevel: JSON.stringify(settings['equity.baseLevel']) }),
};
