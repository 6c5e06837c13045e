import { itemOf } from '../../catalogue/item.sql.js';
import { inPlanOn } from '../../directory/profile.sql.js';
import { schoolOf } from '../../directory/school.sql.js';
import { deviceKind } from '../../inventory/stay.sql.js';
import { join } from '../../platform/database/joins.sql.js';
import { USE_OF_DEVICES } from '../../usage/usage.sql.js';
import { type ObjectRows, only } from './object-rows.js';

const [DEVICE] = deviceKind('u.device_id');

/**
 * A row a shared device, where it stood in the last class week of the period: known when half of the period's weeks are measured,
 * counted when these make less than an hour a week.
 */
export const underUsed: ObjectRows = {
  sql: (school) =>
    `select u.school_id, e.tag || ', ' || i.name as object, (u.minutes < 60 * u.weeks)::int as num, 1 as den,
       u.weeks > 0 and u.weeks * 2 >= cardinality(:weeks::date[]) as known
     from (${USE_OF_DEVICES(':weeks::date[]', school)}) u ${join(DEVICE)} ${join(schoolOf('u.school_id'))} ${join(itemOf('e.model_id', 'i'))}
    where ${inPlanOn(':to::date')}${only(school)}`,
};
