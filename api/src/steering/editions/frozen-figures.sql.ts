import { circonscriptionOf, communeOf, schoolOf } from '../../directory/school.sql.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';

const OF = 'p.key = $1 and p.version = $2 and p.is_figure';

/** Numbers as their shortest text: what a person can read back is what was kept. */
const number = (column: string) => `trim_scale(${column})::text as ${column.split('.')[1]}`;

/** Every cell of a figure `$1` in its version `$2`, in one order. */
export const CELLS_OF = `select c.axis, c.part, coalesce(m.name, q.name) as name, c.sector, c.kind, c.network,
    ${['c.num', 'c.den', 'c.value', 'c.high'].map(number).join(', ')}, c.known, c.population, c.masked
  from indicator_period p join indicator_cell c on c.period_id = p.id
  ${leftJoin(communeOf(`case when c.axis in ('commune', 'public-commune') then c.part::uuid end`))}
  ${leftJoin(circonscriptionOf(`case when c.axis = 'circonscription' then c.part::uuid end`))}
 where ${OF} and c.axis <> 'body' order by c.axis collate "C", c.part collate "C", c.sector collate "C", c.kind collate "C", c.network collate "C"`;

/** Every school of it. */
export const SCHOOLS_OF = `select s.uai, s.name, m.name as commune, m.insee_code as insee, i.sector, i.kind, i.network,
    ${['i.num', 'i.den', 'i.value'].map(number).join(', ')}, i.known, i.population
  from indicator_period p join indicator_school i on i.period_id = p.id ${join(schoolOf('i.school_id'))} ${join(communeOf())}
 where ${OF} order by s.uai collate "C"`;

/** The rows behind, over a query of object rows. */
export const rowsBehind = (
  rows: string,
) => `select s.uai, r.object, trim_scale(r.num::numeric)::text as num, trim_scale(r.den::numeric)::text as den, r.known
  from (${rows}) r ${leftJoin(schoolOf('r.school_id'))} order by s.uai collate "C", r.object collate "C", r.num, r.den, r.known`;

/** What the cells of the whole plan say the rows add up to. */
export const SUM_OF = `select c.known::int as known, c.population::int as population, p.from_day::text as "from", p.to_day::text as "to"
  from indicator_period p left join indicator_cell c on c.period_id = p.id and c.axis = 'plan' and c.sector = '' and c.kind = '' and c.network = ''
 where ${OF}`;
