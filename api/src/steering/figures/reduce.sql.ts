import { REDUCES, UNITS, type Indicator, type Reduce } from '@parc/domain';

/** How rows `o` (num, den, known, population) of one part become one value, as SQL; null where nothing can be said. */
const VALUE: Readonly<Record<Reduce, (factor: number) => string>> = {
  ratio: (factor) =>
    `${factor} * sum(o.num) filter (where o.known > 0) / nullif(sum(o.den) filter (where o.known > 0), 0)`,
  count: () => 'sum(o.num) filter (where o.known > 0)',
  median: () => 'percentile_disc(0.5) within group (order by o.num) filter (where o.known > 0)',
  difference: () => 'null::numeric',
  quotient: () => 'null::numeric',
  hoover: () => 'null::numeric',
  theil: () => 'null::numeric',
};

const HIGH: Readonly<Record<Reduce, string>> = {
  ratio: 'null::numeric',
  count: 'null::numeric',
  median: 'percentile_disc(0.9) within group (order by o.num) filter (where o.known > 0)',
  difference: 'null::numeric',
  quotient: 'null::numeric',
  hoover: 'null::numeric',
  theil: 'null::numeric',
};

/** Digits that a value is kept to: what a recount must equal. */
export const KEPT_DIGITS = 6;

/** The columns of a cell: num, den, value, high, known, population, over rows `o`. */
export function figureColumns({ reduce, unit }: Indicator): string {
  const sums = REDUCES[reduce].ofObjects
    ? `null::numeric as num, (sum(o.known))::numeric as den`
    : `sum(o.num) filter (where o.known > 0) as num, sum(o.den) filter (where o.known > 0) as den`;
  return `${sums}, round((${VALUE[reduce](UNITS[unit].factor)})::numeric, ${KEPT_DIGITS}) as value,
    round((${HIGH[reduce]})::numeric, ${KEPT_DIGITS}) as high, coalesce(sum(o.known), 0)::bigint as known, coalesce(sum(o.population), 0)::bigint as population`;
}
