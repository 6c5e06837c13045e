import { COMMUNE_ROWS, communeOf, IN_PLAN, schoolOf, SCHOOLS } from '../../directory/school.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { all, join } from '../../platform/database/joins.sql.js';

/** Communes of the plan's territory, a row each, with how many schools of the plan the reader reaches there. @param reach over `s` */
export const communesOf = (reach: string): string =>
  `select m.id, m.name, m.latitude, m.longitude, coalesce(n.schools, 0) as schools
     from ${all(COMMUNE_ROWS)} left join (select s.commune_id, count(*)::int as schools from ${all(SCHOOLS)}
       where s.state = 'open' and ${IN_PLAN} and ${reach} group by s.commune_id) n on n.commune_id = m.id
    order by plain_text(m.name), m.id`;

/** The period of the figure `:key` in its `:version`. */
const OF_FIGURE = '(select p.id from indicator_period p where p.key = :key and p.version = :version and p.is_figure)';

/** As many steps as a person tells apart: a thousandth to a ten-thousandth of the largest figure, and no less than the unit's last digit. */
const STEP = `(select greatest(power(10, -:decimals::int), power(10, floor(log(greatest(max(abs(y.value)), 0.000001)))::int - 3))::numeric
  from indicator_school y where y.period_id = ${OF_FIGURE})`;

/** How many schools have which figure, by sector and network. @param reach over `s`; @param narrowed over `i` */
export const spreadOf = (reach: string, narrowed: readonly string[]): string =>
  `with step as materialized (select ${STEP} as size)
   select i.sector, i.network, (round(i.value / step.size) * step.size)::float8 as value, count(*)::int as schools
     from indicator_school i cross join step ${join(schoolOf('i.school_id'))}
    where i.period_id = ${OF_FIGURE} and i.value is not null and ${[reach, ...narrowed].join(' and ')}
    group by i.sector, i.network, 3 order by i.sector, i.network, 3`;

/** A reader's choices as SQL over `i`; none where nothing is chosen. */
export const narrowedBy = (choices: Readonly<Record<'sector' | 'kind' | 'network', string>>): readonly string[] =>
  Object.entries(choices).flatMap(([column, value]) => (value === '' ? [] : [anyOf(`i.${column}`, [value])]));

/** A school of the plan that the reader reaches. @param reach over `s` */
export const schoolHead = (reach: string): string =>
  `select s.id, s.uai, s.name, s.commune_id as "communeId", m.name as "communeName", s.sector, s.kind, s.priority as network
     from ${all(SCHOOLS)} ${join(communeOf())} where s.id = :school::uuid and ${reach}`;

/**
 * The figures `:keys` in their `:versions` of a school, each with its place among the schools of the same kind and network.
 * @param reach over `s`: those that it is placed among
 */
export const placedFigures = (reach: string): string =>
  `select k.key, i.num::float8 as num, i.den::float8 as den, i.value::float8 as value, null::float8 as high, i.known::int as known,
      i.population::int as population, false as masked, l.schools as "like", l.lower, l.higher, l.median, l.lowest, l.highest
    from unnest(:keys::text[], :versions::int[]) with ordinality k(key, version, place)
    join indicator_period p on p.key = k.key and p.version = k.version and p.is_figure
    join indicator_school i on i.period_id = p.id and i.school_id = :school::uuid
    cross join lateral (select count(*)::int as schools, (count(*) filter (where o.value < i.value))::int as lower,
        (count(*) filter (where o.value > i.value))::int as higher, (percentile_cont(0.5) within group (order by o.value))::float8 as median,
        min(o.value)::float8 as lowest, max(o.value)::float8 as highest
      from indicator_school o ${join(schoolOf('o.school_id'))}
     where o.period_id = p.id and o.kind = i.kind and o.network = i.network and o.value is not null and ${reach}) l
   order by k.place`;
