import { inPlanOn } from '../../directory/profile.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { redeployedIn } from '../../inventory/needs/redeployed.sql.js';
import { lentDaysIn } from '../../loans/lent-days.sql.js';
import { all } from '../../platform/database/joins.sql.js';
import { type ObjectRows, only } from './object-rows.js';

/** A row a kit, of no school: class days on which somebody had it, of those on which it was offered. */
export const shared: ObjectRows = {
  sql: () =>
    `select null::uuid as school_id, k.name as object, k.out as num, k.offered as den, true as known from (${lentDaysIn(':from', ':to')}) k`,
};

/** A row a device that went to a school that had asked for it; a row a school, which counts none: where nothing moved is a nought. */
export const redeployed: ObjectRows = {
  sql: (school) =>
    `select r.school_id, r.tag as object, 1 as num, 1 as den, true as known from (${redeployedIn(':from', ':to')}) r
     union all
     select s.id, s.name, 0, 0, true from ${all(SCHOOLS)} where ${inPlanOn(':to')}${only(school)}`,
};
