import { all } from '../../platform/database/joins.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { coveredOn } from '../../agreements/cover.sql.js';
import { envelopesOn } from '../../budgets/spending.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import { schoolsThatOrdered } from '../../orders/order-counts.sql.js';
import { type ObjectRows, only } from './object-rows.sql.js';

const WITH_BUDGET = `select e.school_id from (${envelopesOn('extract(year from :to::date)', ':to')}) e where e.opened_cents > 0`;

/** A row a school that a convention covers and that has a budget of the year: whether it has sent no order in it. */
export const noOrder: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, s.name as object, (o.school_id is null)::int as num, 1 as den, true as known
     from ${all(SCHOOLS)} join (select distinct b.school_id from (${WITH_BUDGET}) b) b on b.school_id = s.id
     left join (select distinct x.school_id from (${schoolsThatOrdered(':from', ':to')}) x) o on o.school_id = s.id
     where ${inPlanOn(':to')} and ${coveredOn('s.id', ':to')}${only(school)}`,
};
