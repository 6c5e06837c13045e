import { all } from '../../platform/database/joins.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { postsOn } from '../../identity/account.sql.js';
import { trainedIn } from '../../training/training-counts.sql.js';
import { type ObjectRows, only } from './object-rows.sql.js';

/** A row a school: of those who work there, each counted at one school, who came to a training since the plan began; and its teachers. */
export const trained: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, coalesce(w.trained, 0) as num, f.teachers as den, coalesce(f.teachers, 0) > 0 as known
     from ${all(SCHOOLS)} ${figuresFor('s.id', ':year')}
     left join (select p.school_id, count(*) as trained from (${postsOn(':to::date')}) p
                  join (${trainedIn(':start', ':to')}) a on a.account_id = p.account_id group by p.school_id) w on w.school_id = s.id
     where ${inPlanOn(':to')}${only(school)}`,
};
