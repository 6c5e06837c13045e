import { type Axis, CHOICES, computedAxesOf, type Indicator, narrowingOf, REDUCES } from '@parc/domain';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { schoolProfiles } from '../../directory/profile.sql.js';
import { cellColumns, schoolColumns } from './reduce.sql.js';

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
const chosen = (choice: string) => `coalesce(s.${choice}, '-')`;

/** What a school's rows become before they are added up; where single objects count, they stay. */
const ofSchools = ({ reduce }: Indicator) =>
  REDUCES[reduce].ofObjects
    ? 'select school_id, num::numeric as num, den::numeric as den, known::int as known, 1 as population from objects'
    : `select school_id, sum(num) filter (where known)::numeric as num, sum(den) filter (where known)::numeric as den,
         count(*) filter (where known)::int as known, count(*)::int as population from objects group by school_id`;

/** Where a reader may narrow: everywhere in the figure itself, over the whole plan in its curve; elsewhere one sum stands alone. */
const narrowedAxes = (indicator: Indicator, role: PeriodRole): readonly Axis[] =>
  role === 'curve' ? ['plan'] : narrowingOf(indicator).axes;

/** A point of the curve, or a period whose parts and schools are read as well: the figure and what it is read beside. */
export type PeriodRole = 'curve' | 'whole';

/**
 * Writes the cells of one period, whose id is `:period`, from the object rows of its figure: each axis alone, by every choice of
 * sector, kind and network where a reader has one; and its schools, where they are read. One statement: one instant.
 */
export function writeCells(indicator: Indicator, rows: string, role: PeriodRole): string {
  const { ofShares } = REDUCES[indicator.reduce];
  const isWithSchools = role === 'whole' && isOfSchools(indicator);
  const parts = [
    ...sourcesOf(indicator, rows),
    ...(ofShares ? [`shares as materialized (${sharesOf(indicator, role)})`] : []),
    ...(isWithSchools ? [`schools as (${writeSchools(indicator)})`] : []),
  ];
  return `
with ${parts.join(',\n')}
${INTO_CELLS}
${ofShares ? cellsOfShares(indicator) : cellsOfSums(indicator, role)}`;
}

const sourcesOf = (indicator: Indicator, rows: string): readonly string[] => [
  `objects as materialized (${rows})`,
  `profiles as materialized (${schoolProfiles(':to::date', ':year::int')})`,
  `o as materialized (${ofSchools(indicator)})`,
];

const INTO_CELLS = `insert into indicator_cell (period_id, axis, part, sector, kind, network, num, den, value, high, known, population)`;

/**
 * The same of persons, with what decides what is masked: `cells` as they were written, and `classes`, the parts that schools
 * whose rows are known stand in, each once; both as JSON, of one instant.
 */
export function writePersonCells(indicator: Indicator, rows: string, role: PeriodRole): string {
  const parts = computedAxesOf(indicator).map((axis) => `'${axis}', ${PART[axis]}`);
  return `
with ${sourcesOf(indicator, rows).join(',\n')},
written as (${INTO_CELLS} ${cellsOfSums(indicator, role)} returning axis, part, sector, network, num, den)
select (select coalesce(json_agg(w), '[]') from written w) as cells,
  (select coalesce(json_agg(distinct jsonb_build_object(${parts.join(', ')})), '[]')
     from o join profiles s on s.id = o.school_id where o.known > 0) as classes`;
}

/** Takes the numbers out of masked cells `:cells` of the period. */
export const MASK_CELLS = `update indicator_cell c set masked = true, num = null, den = null, value = null, high = null
  from json_to_recordset(:cells) as w(axis text, part text, sector text, network text)
 where c.period_id = :period and c.axis = w.axis and c.part = w.part and c.sector = w.sector and c.kind = '' and c.network = w.network`;

const partsOf = (indicator: Indicator) =>
  `(values ${computedAxesOf(indicator)
    .map((axis) => `('${axis}', ${PART[axis]})`)
    .join(', ')}) a(axis, part)`;

/** Narrowed where a reader narrows, each sum alone elsewhere: what nobody reads is not worked out. */
function cellsOfSums(indicator: Indicator, role: PeriodRole): string {
  const narrowed = narrowedAxes(indicator, role);
  const alone = computedAxesOf(indicator).filter((axis) => !narrowed.includes(axis));
  const { by } = narrowingOf(indicator);
  const columns = CHOICES.map((choice) => (by.includes(choice) ? `coalesce(${chosen(choice)}, '')` : `''`));
  const from = `${cellColumns(indicator)} from o left join profiles s on s.id = o.school_id cross join lateral ${partsOf(indicator)} where a.part is not null`;
  return `
  select :period::uuid, a.axis, a.part, ${columns.join(', ')}, ${from}
     and ${anyOf('a.axis', narrowed)} group by a.axis, a.part, cube (${by.map(chosen).join(', ')})
  union all
  select :period::uuid, a.axis, a.part, '', '', '', ${from} and ${anyOf('a.axis', alone)} group by a.axis, a.part`;
}

/**
 * Where a school is judged by what all have: a row a school and cell, with the sums of the cell, of its kind in it and of its sector in
 * it. `cube` has no such row: a window over its groups would see one line a group.
 */
const sharesOf = (indicator: Indicator, role: PeriodRole): string => {
  const cell = 'a.axis, a.part, c.sector, c.kind, c.network';
  const sums = (name: string, within: string) =>
    `sum(o.num) over (partition by ${within}) as ${name}_num, sum(o.den) over (partition by ${within}) as ${name}_den`;
  return `select a.axis, a.part, c.sector, c.kind, c.network, o.school_id, o.num, o.den, o.known, o.population,
      ${sums('cell', cell)}, ${sums('kind', `${cell}, s.kind`)}, ${sums('sector', `${cell}, s.sector`)}
    from o left join profiles s on s.id = o.school_id cross join lateral ${partsOf(indicator)}
    cross join lateral (select * from ${CHOICES.map((choice, place) => `unnest(array['', ${chosen(choice)}]) c${place}(word)`).join(', ')}) c(sector, kind, network)
   where a.part is not null and (${anyOf('a.axis', narrowedAxes(indicator, role))} or c.sector || c.kind || c.network = '')`;
};

const cellsOfShares = (indicator: Indicator) => `
  select :period::uuid, o.axis, o.part, o.sector, o.kind, o.network, ${cellColumns(indicator)}
    from shares o group by o.axis, o.part, o.sector, o.kind, o.network`;

/** Of persons nothing is told by school: a yes or a no would name somebody. */
const isOfSchools = ({ subject }: Indicator): boolean => subject !== 'persons';

/** A school's share is of the whole plan's. */
const writeSchools = (indicator: Indicator) =>
  `insert into indicator_school (period_id, school_id, sector, kind, network, num, den, value, known, population)
  select :period::uuid, w.id, w.sector, w.kind, w.network, w.num, w.den, w.value, w.known, w.population
    from (select s.id, s.sector, s.kind, s.network, ${schoolColumns(indicator)}
            from ${REDUCES[indicator.reduce].ofShares ? `(select * from shares where axis = 'plan' and sector || kind || network = '')` : ''} o
            join profiles s on s.id = o.school_id group by s.id, s.sector, s.kind, s.network) w`;
