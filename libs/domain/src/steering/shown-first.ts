import type { Axis } from './axes.js';
import type { Indicator } from './indicator.js';
import { type IndicatorKey, indicatorsOf } from './indicators.js';
import type { Objective } from './objectives.js';
import { REDUCES } from './reduces.js';

/** Figures that are read commune by commune on the map, and school by school beside it; the first stands on the overview. */
export const MAP_KEYS: readonly [IndicatorKey, ...IndicatorKey[]] = [
  'terminals-per-100',
  'served',
  'under-used',
  'over-age',
];

/** By what an objective's page breaks its figure down at first; the other axes follow on request. */
export const FIRST_AXES: readonly Axis[] = ['sector', 'network', 'size'];

/** By what schools are put in order where a figure says no more of a school than yes or no. */
const RANKED_BY: Readonly<Partial<Record<IndicatorKey, IndicatorKey>>> = { 'below-level': 'terminals-per-100' };

/** The figure whose value puts the schools behind another in their order: itself, mostly. */
export const rankingKeyOf = (key: IndicatorKey): IndicatorKey => RANKED_BY[key] ?? key;

/** Whether one school's part of a figure means what the figure means: what compares groups with one another tells nothing of one. */
export const tellsOfSchools = ({ reduce, subject }: Pick<Indicator, 'reduce' | 'subject'>): boolean =>
  subject !== 'persons' && (REDUCES[reduce].adds || REDUCES[reduce].ofObjects);

/** What stands for an objective on the overview; null: it has no figure yet. */
export const headlineOf = (objective: Objective): Indicator | null => indicatorsOf(objective)[0] ?? null;
