import { type Indicator, PARITY, type Reduce, REDUCES, SOCIAL_GAP, UNITS } from '@parc/domain';
import { quoted } from '../../platform/database/kinds.sql.js';

/** One part of a figure as SQL over its rows `o` (num, den, known, population) and their schools' profiles `s`. */
interface Reduced {
  num: string;
  den: string;
  /** Null where nothing can be said. */
  value: string;
  /** Nine objects in ten lie under it. */
  high: string;
  known: string;
}

/** Digits that a value is kept to: what a recount must equal. */
export const KEPT_DIGITS = 6;

const NOTHING = 'null::numeric';
const OF_KNOWN = 'filter (where o.known > 0)';
const KNOWN = 'sum(o.known)';
const SUMS = { num: `sum(o.num) ${OF_KNOWN}`, den: `sum(o.den) ${OF_KNOWN}`, high: NOTHING, known: KNOWN };

/** A ratio of sums, over what is known among some rows. */
const ratio = (factor: number, among = 'true') => {
  const filter = `filter (where o.known > 0 and ${among})`;
  return `${factor} * sum(o.num) ${filter} / nullif(sum(o.den) ${filter}, 0)`;
};

/** Two ratios, kept beside what is said of both. */
const twoSides = (factor: number, column: string, { of, to }: { of: string; to: string }) => ({
  num: ratio(factor, `${column} = ${quoted(of)}`),
  den: ratio(factor, `${column} = ${quoted(to)}`),
  high: NOTHING,
});

/** What a school would have to be given, or to give, for all of its kind to have as many for each pupil. */
const LACKS = 'o.den * o.kind_num / nullif(o.kind_den, 0) - o.num';

/** What one row brings to an index of Theil: its share of devices, by how far that is from its share of pupils. 0 · ln 0 is 0. */
const unequal = (share: string, expected: string) =>
  `sum(case when o.num > 0 then (o.num / o.cell_num)::float8 * ln(((${share}) / (${expected}))::float8) when o.known > 0 then 0 end)`;
const ofTheil = (sum: string) => `case when max(o.cell_num) > 0 then ${sum} end`;

const REDUCED: Readonly<Record<Reduce, (factor: number, sideFactor: number) => Reduced>> = {
  ratio: (factor) => ({ ...SUMS, value: ratio(factor) }),
  count: (factor) => ({ ...SUMS, value: `${factor} * sum(o.num) ${OF_KNOWN}` }),
  median: () => ({
    num: NOTHING,
    den: `${KNOWN}::numeric`,
    value: `percentile_disc(0.5) within group (order by o.num) ${OF_KNOWN}`,
    high: `percentile_disc(0.9) within group (order by o.num) ${OF_KNOWN}`,
    known: KNOWN,
  }),
  // A school without an index is of no quarter: it is counted as not known.
  difference: (_, sideFactor) => {
    const sides = twoSides(sideFactor, 's.quartile', SOCIAL_GAP);
    return { ...sides, value: `${sides.num} - ${sides.den}`, known: `${KNOWN} filter (where s.quartile <> 'none')` };
  },
  quotient: (_, sideFactor) => {
    const sides = twoSides(sideFactor, 's.sector', PARITY);
    return { ...sides, value: `(${sides.num}) / nullif(${sides.den}, 0)`, known: KNOWN };
  },
  hoover: (factor) => ({
    num: `0.5 * sum(abs(${LACKS}))`,
    den: 'sum(o.num)',
    value: `${factor} * 0.5 * sum(abs(${LACKS})) / nullif(sum(o.num), 0)`,
    high: NOTHING,
    known: KNOWN,
  }),
  theil: () => ({
    num: ofTheil(unequal('o.sector_num / o.cell_num', 'o.sector_den / o.cell_den')),
    den: ofTheil(unequal('o.num / o.sector_num', 'o.den / o.sector_den')),
    value: ofTheil(unequal('o.num / o.cell_num', 'o.den / o.cell_den')),
    high: NOTHING,
    known: KNOWN,
  }),
};

/** Of one school, where a figure of many has no meaning: its own ratio, what it lacks of its share, what it brings to the index. */
const OF_SCHOOL: Readonly<Partial<Record<Reduce, (factor: number, sideFactor: number) => string>>> = {
  difference: (_, sideFactor) => ratio(sideFactor),
  quotient: (_, sideFactor) => ratio(sideFactor),
  hoover: (factor) => `${factor} * sum(${LACKS}) / nullif(max(o.cell_num), 0)`,
};

const factorsOf = ({ unit, sides }: Indicator) => [UNITS[unit].factor, UNITS[sides ?? unit].factor] as const;

const columnsOf = ({ num, den, value, high, known }: Reduced) =>
  `round((${num})::numeric, ${KEPT_DIGITS}) as num, round((${den})::numeric, ${KEPT_DIGITS}) as den, round((${value})::numeric, ${KEPT_DIGITS}) as value,
    round((${high})::numeric, ${KEPT_DIGITS}) as high, coalesce(${known}, 0)::bigint as known, coalesce(sum(o.population), 0)::bigint as population`;

/** The columns of a cell: num, den, value, high, known, population. */
export const cellColumns = (indicator: Indicator): string =>
  columnsOf(REDUCED[indicator.reduce](...factorsOf(indicator)));

/** The same of one school: its sums, whatever a cell keeps of many. */
export function schoolColumns(indicator: Indicator): string {
  const factors = factorsOf(indicator);
  const { value, ...reduced } = REDUCED[indicator.reduce](...factors);
  const sums = REDUCES[indicator.reduce].ofObjects ? reduced : SUMS;
  return columnsOf({ ...sums, value: OF_SCHOOL[indicator.reduce]?.(...factors) ?? value });
}
