import { KIT_COUNTED, NEEDS_WAITING } from '@parc/domain';
import { priceOfModelsOn } from '../../catalogue/price.sql.js';
import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { communeOf, figuresUpTo, IN_PLAN, SCHOOLS } from '../../directory/school.sql.js';
import { inStates } from '../../platform/database/in-states.js';
import { all, byId, join, type Joined } from '../../platform/database/joins.sql.js';
import { fleetOn } from '../fleet-on.sql.js';

export const kitGroupOf = (id = 'n.group_id', alias = 'g'): Joined => byId('kit_group', alias, id);

/** Whether the plan looks after what a school lacks, over `s`. */
export const KIT_SCHOOLS = `s.state = 'open' and ${IN_PLAN}`;

/** What is asked of a school `s` with the figures `f` by the rule `r`. */
const ASKED = `(r.per_school + r.per_class * coalesce(f.classes, 0)
  + case when r.pupils_each is null then 0 else (coalesce(f.pupils, 0) + r.pupils_each - 1) / r.pupils_each end)::int`;

/** What stands in a school `s` of a group `g`, counted by its index alone. */
const COUNTED = `(select count(*)::int from kit_model k join equipment e on e.school_id = s.id and e.model_id = k.model_id
   where k.group_id = g.id and ${inStates('e.state', KIT_COUNTED)})`;

/** The kit of a school `s` as it holds on `:today`, a row a group; `:group` narrows it to one. */
const GROUPS = `select g.id, g.name, g.place, r.per_school, r.per_class, r.pupils_each, r.source, r.from_day, ${ASKED} as asked, ${COUNTED} as counted
  from kit_group g join lateral (select * from kit_rule r where r.group_id = g.id and r.school_kind = s.kind and r.from_day <= :today::date
                                  order by r.from_day desc limit 1) r on true
 where :group::uuid is null or g.id = :group`;

/**
 * Schools with what their kit asks, what counts toward it and what lacks; one group never makes up for another.
 * @param scope over `s`, with parameters of its own; besides `:today`, `:year` (the school year) and `:group`
 */
export const schoolGaps = (scope: string) => `
  select s.id, s.uai, s.name, m.name as "communeName", s.commune_id, s.sector, s.kind, f.classes, f.pupils,
    coalesce(k.asked, 0) as asked, coalesce(k.counted, 0) as counted, coalesce(k.lacking, 0) as lacking, coalesce(k.groups, '[]') as groups,
    (select count(*)::int from need n where n.school_id = s.id and ${inStates('n.state', NEEDS_WAITING)}) as needs
  from ${all(SCHOOLS)} ${join(communeOf())} ${figuresUpTo('s.id', ':year')}
  left join lateral (
    select sum(x.asked)::int as asked, sum(least(x.counted, x.asked))::int as counted, sum(greatest(x.asked - x.counted, 0))::int as lacking,
      json_agg(json_build_object('id', x.id, 'name', x.name, 'asked', x.asked, 'counted', x.counted, 'perSchool', x.per_school,
        'perClass', x.per_class, 'pupilsEach', x.pupils_each, 'source', x.source, 'fromDay', x.from_day) order by x.place, x.id) as groups
    from (${GROUPS}) x where x.asked > 0 or x.counted > 0) k on true
  where ${scope}`;

/** The group that most of a device is of, its content counted, and how many it brings. */
export const GROUP_OF_DEVICE = `select k.group_id as "groupId", count(*)::int as devices
   from equipment y join kit_model k on k.model_id = y.model_id
  where y.id = $1 or y.container_id = $1 group by k.group_id order by count(*) desc, k.group_id limit 1`;

/**
 * The kit of the plan's schools as it was asked and held at the end of a day: `school_id, school, name, asked, held, known, unit_cents`, a
 * row a school and group; a kind of school without a rule has none. `unit_cents` is what one of the group costs that day, tax
 * included, by the least dear model that counts for it; null without a price.
 * @param day and the school year of its figures: words of SQL @param school narrows it to one school
 */
export const kitOn = (day: string, year: string, school: string | null): string => `
  select s.id as school_id, s.name as school, g.name, ${ASKED} as asked, coalesce(h.held, 0)::int as held, f.school_year is not null as known, c.unit_cents
    from ${all(SCHOOLS)} ${figuresFor('s.id', year)} cross join kit_group g
    join lateral (select * from kit_rule r where r.group_id = g.id and r.school_kind = s.kind and r.from_day <= ${day}
                   order by r.from_day desc limit 1) r on true
    left join (select d.school_id, k.group_id, count(*) as held from (${fleetOn(day, school)}) d
                 join kit_model k on k.model_id = d.model_id group by d.school_id, k.group_id) h on h.school_id = s.id and h.group_id = g.id
    left join (select k.group_id, min(p.unit_cents) as unit_cents from (${priceOfModelsOn(day)}) p
                 join kit_model k on k.model_id = p.item_id group by k.group_id) c on c.group_id = g.id
   where ${inPlanOn(day)}${school === null ? '' : ` and s.id = ${school}`}`;
