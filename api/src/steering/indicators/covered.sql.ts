import { all } from '../../platform/database/joins.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { coveredOn } from '../../agreements/cover.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import { type ObjectRows, only } from './object-rows.sql.js';

/** A row a school: whether a convention in force lists it. */
export const covered: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, (${coveredOn('s.id', ':to')})::int as num, 1 as den, true as known
     from ${all(SCHOOLS)} where ${inPlanOn(':to')}${only(school)}`,
};
