import { axesOf, type Axis, computedAxesOf, type Indicator, REDUCES } from '@parc/domain';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { schoolProfiles } from '../../directory/profile.sql.js';
import { figureColumns } from './reduce.sql.js';

/** Which column of a school's profile `s` says its part, by the axis. */
const PART: Readonly<Record<Axis, string>> = {
  plan: `''`,
  sector: 's.sector',
  kind: 's.kind',
  network: 's.network',
  commune: 's.commune',
  'public-commune': 's.public_commune',
  circonscription: 's.circonscription',
  body: 's.body',
  size: 's.size',
  'commune-size': 's.commune_size',
  quartile: 's.quartile',
};

/** What the reader narrows by; what no school answers for is never in a choice. */
const CHOICES = ['sector', 'kind', 'network'].map((column) => `coalesce(s.${column}, '-')`);

/** What a school's rows become before they are added up; where single objects count, they stay. */
const ofSchools = ({ reduce }: Indicator) =>
  REDUCES[reduce].ofObjects
    ? 'select school_id, num::numeric as num, den::numeric as den, known::int as known, 1 as population from objects'
    : `select school_id, sum(num) filter (where known)::numeric as num, sum(den) filter (where known)::numeric as den,
         count(*) filter (where known)::int as known, count(*)::int as population from objects group by school_id`;

/** Where a reader may narrow: everywhere in the figure itself, over the whole plan in its curve; elsewhere one sum stands alone. */
const narrowedAxes = ({ subject }: Indicator, role: PeriodRole): readonly Axis[] =>
  role === 'curve' ? ['plan'] : ['plan', ...axesOf(subject)];

/** A point of the curve, or a period whose parts and schools are read as well: the figure and what it is read beside. */
export type PeriodRole = 'curve' | 'whole';

/**
 * Writes the cells of one period, whose id is `:period`, from the object rows of its figure: each axis alone, by every choice of
 * sector, kind and network where a reader has one; and its schools, where they are read. One statement: one instant.
 */
export function writeCells(indicator: Indicator, rows: string, role: PeriodRole): string {
  const axes = computedAxesOf(indicator.subject).map((axis) => `('${axis}', ${PART[axis]})`);
  return `
with objects as materialized (${rows}),
profiles as materialized (${schoolProfiles(':to::date', ':year::int')}),
o as materialized (${ofSchools(indicator)})${role === 'whole' && isOfSchools(indicator) ? `,\nschools as (${writeSchools(indicator)})` : ''}
insert into indicator_cell (period_id, axis, part, sector, kind, network, num, den, value, high, known, population)
  select :period::uuid, a.axis, a.part, ${CHOICES.map((choice) => `coalesce(${choice}, '')`).join(', ')}, ${figureColumns(indicator)}
    from o left join profiles s on s.id = o.school_id cross join lateral (values ${axes.join(', ')}) a(axis, part)
   where a.part is not null
   group by a.axis, a.part, cube (${CHOICES.join(', ')})
  having ${anyOf('a.axis', narrowedAxes(indicator, role))} or grouping(${CHOICES.join(', ')}) = 7`;
}

/** Of persons nothing is told by school: a yes or a no would name somebody. */
const isOfSchools = ({ subject }: Indicator): boolean => subject !== 'persons';

const writeSchools = (indicator: Indicator) =>
  `insert into indicator_school (period_id, school_id, sector, kind, network, num, den, value, known, population)
  select :period::uuid, w.id, w.sector, w.kind, w.network, w.num, w.den, w.value, w.known, w.population
    from (select s.id, s.sector, s.kind, s.network, ${figureColumns(indicator)}
            from o join profiles s on s.id = o.school_id group by s.id, s.sector, s.kind, s.network) w`;
