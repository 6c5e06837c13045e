import { all } from '../../platform/database/joins.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import { waitingOn } from '../../training/training-counts.sql.js';
import { type ObjectRows, only } from './object-rows.sql.js';

/** A row a school, with how many of it wait for a place: who they are is nowhere in it. */
export const waiting: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, coalesce(w.people, 0) as num, 1 as den, true as known
     from ${all(SCHOOLS)} left join (select n.school_id, count(*) as people from (${waitingOn(':to')}) n group by n.school_id) w on w.school_id = s.id
     where ${inPlanOn(':to')}${only(school)}`,
};
