import { spentIn } from '../../budgets/ledger.sql.js';
import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { SCHOOLS } from '../../directory/school.sql.js';
import { firstPlacedIn } from '../../inventory/fleet-on.sql.js';
import { all } from '../../platform/database/joins.sql.js';
import { type ObjectRows, only } from './object-rows.js';

/**
 * A row a school: what was certified of its envelopes in the period, and its pupils. A row a device that was first placed there then: its
 * price; one without a price is not known. Nothing counts of a school whose pupils nobody knows.
 */
export const paritySpend: ObjectRows = {
  sql: (school) =>
    `with c as (select s.id, s.name, f.pupils, coalesce(f.pupils, 0) > 0 as known from ${all(SCHOOLS)} ${figuresFor('s.id', ':year')} where ${inPlanOn(':to')}${only(school)})
     select c.id as school_id, c.name as object, coalesce(l.cents, 0) as num, c.pupils as den, c.known
       from c left join (${spentIn(':from', ':to', school)}) l on l.school_id = c.id
     union all
     select c.id, p.tag, p.price_cents, 0, c.known and p.price_cents is not null
       from c join (${firstPlacedIn(':from', ':to', school)}) p on p.school_id = c.id`,
};
