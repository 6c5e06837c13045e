import { type Axis } from '@parc/domain';
import { circonscriptionOf, communeOf } from '../../directory/school.sql.js';
import { leftJoin } from '../../platform/database/joins.sql.js';

const FIGURE = `'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told)`;
const PERIOD = `'from', p.from_day, 'to', p.to_day, 'over', p.over`;

/** The cell of a period `p` that the reader's part and choices name, as `c`. */
const CELL = `left join indicator_cell c on c.period_id = p.id and c.axis = :axis and c.part = :part and c.sector = :sector and c.kind = :kind and c.network = :network`;

const OF_FIGURE = 'p.key = k.key and p.version = k.version';
const one = (role: 'is_figure' | 'is_beside') =>
  `(select json_build_object(${PERIOD}, ${FIGURE}) from indicator_period p ${CELL} where ${OF_FIGURE} and p.${role})`;

/** Figures `:keys` in their `:versions`, a row each, where `:told` says whether it is worked out so narrowed: the figure, what it is read beside, its curve. */
export const FIGURES_OF = `select k.key, json_build_object('key', k.key, 'version', k.version,
    'workedOutAt', (select p.worked_out_at from indicator_period p where ${OF_FIGURE} and p.is_figure),
    'figure', ${one('is_figure')}, 'beside', ${one('is_beside')},
    'curve', coalesce((select json_agg(json_build_object(${PERIOD}, ${FIGURE}) order by p.to_day, p.from_day)
       from indicator_period p ${CELL} where ${OF_FIGURE} and p.in_curve), '[]')) as figure
  from unnest(:keys::text[], :versions::int[], :told::boolean[]) k(key, version, told)`;

/** What the parts of an axis are called, where a list of words does not say it. */
const NAMES: Readonly<Partial<Record<Axis, string>>> = {
  commune: leftJoin(communeOf('c.part::uuid', 'n')),
  circonscription: leftJoin(circonscriptionOf('c.part::uuid', 'n')),
};

/** The parts of an axis of the figure `:key`, the best known first by their name. */
export const breakdownOf = (axis: Axis): string => {
  const names = NAMES[axis];
  return `select c.part, ${names ? 'n.name' : 'c.part as name'}, c.num::float8 as num, c.den::float8 as den, c.value::float8 as value, c.high::float8 as high,
      c.known::int as known, c.population::int as population, c.masked
    from indicator_period p join indicator_cell c on c.period_id = p.id ${names ?? ''}
   where p.key = :key and p.version = :version and p.is_figure and c.axis = :axis and c.sector = :sector and c.kind = :kind and c.network = :network
   order by name, c.part`;
};
