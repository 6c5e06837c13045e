import { BELOW_LEVEL } from './indicators/below-level.js';
import { HOURS_PER_DEVICE } from './indicators/hours-per-device.js';
import { HOURS_PER_PUPIL } from './indicators/hours-per-pupil.js';
import { MEASURED } from './indicators/measured.js';
import { SERVED } from './indicators/served.js';
import { SUBJECTS } from './indicators/subjects.js';
import { TERMINALS_PER_100 } from './indicators/terminals-per-100.js';
import { UNDER_USED } from './indicators/under-used.js';
import type { Indicator } from './indicator.js';
import type { Objective } from './objectives.js';

/** Every figure of the plan, one line each, in the order in which an objective's page reads them. */
export const INDICATORS = [
  BELOW_LEVEL,
  TERMINALS_PER_100,
  SERVED,
  HOURS_PER_DEVICE,
  HOURS_PER_PUPIL,
  SUBJECTS,
  UNDER_USED,
  MEASURED,
] as const satisfies readonly Indicator[];

export type IndicatorKey = (typeof INDICATORS)[number]['key'];
export const INDICATOR_KEYS = INDICATORS.map(({ key }) => key) as readonly IndicatorKey[];

const BY_KEY = new Map<string, Indicator>(INDICATORS.map((row) => [row.key, row]));

export function indicatorOf(key: IndicatorKey): Indicator {
  return BY_KEY.get(key)!;
}

export const indicatorsOf = (objective: Objective): readonly Indicator[] =>
  (INDICATORS as readonly Indicator[]).filter((row) => row.objective === objective);

/** What stands for the six objectives on the overview, in their order. */
export const HEADLINE_KEYS: readonly IndicatorKey[] = ['below-level', 'served', 'under-used'];
