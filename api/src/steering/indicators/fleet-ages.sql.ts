import { EQUIPMENT_FAMILY_NAMES } from '@parc/domain';
import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { SCHOOLS, schoolOf } from '../../directory/school.sql.js';
import { carbonOn } from '../../inventory/ends/ends.sql.js';
import { fleetOn } from '../../inventory/fleet-on.sql.js';
import type { PlanSettings } from '../../platform/config/plan-settings.js';
import { all, join } from '../../platform/database/joins.sql.js';
import { type ObjectRows, only } from './object-rows.js';

/** The fleet `d` of the plan's schools `s` at the end of the period. */
const fleet = (school: string | null) =>
  `(${fleetOn(':to', school)}) d ${join(schoolOf('d.school_id'))} and ${inPlanOn(':to')}`;

/** Years that a family is expected to serve, as `:lives` has them. */
export const lifeOf = (family: string): string => `(:lives::jsonb->>${family})::numeric`;
export const lives = (settings: PlanSettings) => ({
  lives: JSON.stringify(
    Object.fromEntries(EQUIPMENT_FAMILY_NAMES.map((family) => [family, settings[`life.${family}`]])),
  ),
});

/** A row a device: whether it serves beyond its family's life. */
export const overAge: ObjectRows = {
  sql: (school) =>
    `select d.school_id, d.tag as object, (d.purchased_on + make_interval(months => round(${lifeOf('d.family')} * 12)::int) < :to::date)::int as num,
       1 as den, d.purchased_on is not null and d.family is not null as known from ${fleet(school)}`,
  settings: lives,
};

/** A row a device: its age in years. */
export const age: ObjectRows = {
  sql: (school) =>
    `select d.school_id, d.tag as object, round((:to::date - d.purchased_on) / 365.25, 4) as num, 1 as den, d.purchased_on is not null as known
       from ${fleet(school)}`,
};

/** A row a device: what its making emitted, spread over a year of its life. A row a school: its pupils, so that both stand beside each other. */
export const embodied: ObjectRows = {
  sql: (school) =>
    `select d.school_id, d.tag as object, c.yearly_kilograms as num, 0 as den, c.family is not null as known
       from ${fleet(school)} left join (${carbonOn(':to::date')}) c on c.family = d.family
     union all
     select s.id, s.name, 0, f.pupils, f.pupils is not null from ${all(SCHOOLS)} ${figuresFor('s.id', ':year')} where ${inPlanOn(':to')}${only(school)}`,
};
