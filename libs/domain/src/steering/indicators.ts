import { CHECKED } from './indicators/checked.js';
import { COVERED } from './indicators/covered.js';
import { HALF_DAYS_LOST } from './indicators/half-days-lost.js';
import { NO_ORDER } from './indicators/no-order.js';
import { ORDER_DAYS } from './indicators/order-days.js';
import { REOPENED } from './indicators/reopened.js';
import { RESTORE_HOURS } from './indicators/restore-hours.js';
import { RESTORE_HOURS_CLASS } from './indicators/restore-hours-class.js';
import { RESTORED_IN_TIME } from './indicators/restored-in-time.js';
import { RESTORED_IN_TIME_CLASS } from './indicators/restored-in-time-class.js';
import { SCHOOLS_COVERED } from './indicators/schools-covered.js';
import { SESSIONS_HELD } from './indicators/sessions-held.js';
import { SPENT } from './indicators/spent.js';
import { SUPPORT } from './indicators/support.js';
import { TAKEN_IN_TIME } from './indicators/taken-in-time.js';
import { TICKETS_PER_100 } from './indicators/tickets-per-100.js';
import { TRAINED } from './indicators/trained.js';
import { WAIT_FOR_TRAINING } from './indicators/wait-for-training.js';
import { WAITING } from './indicators/waiting.js';
import { AGE } from './indicators/age.js';
import { BASE_KIT_COST } from './indicators/base-kit-cost.js';
import { BASE_KIT_FULL } from './indicators/base-kit-full.js';
import { BASE_KIT_MISSING } from './indicators/base-kit-missing.js';
import { BELOW_LEVEL } from './indicators/below-level.js';
import { DISPLAYS_PER_CLASS } from './indicators/displays-per-class.js';
import { EMBODIED } from './indicators/embodied.js';
import { HOURS_PER_DEVICE } from './indicators/hours-per-device.js';
import { HOURS_PER_PUPIL } from './indicators/hours-per-pupil.js';
import { INDEX_KNOWN } from './indicators/index-known.js';
import { LIFE_GAINED } from './indicators/life-gained.js';
import { MEASURED } from './indicators/measured.js';
import { OVER_AGE } from './indicators/over-age.js';
import { PARITY_SPEND } from './indicators/parity-spend.js';
import { PARITY_TERMINALS } from './indicators/parity-terminals.js';
import { REDEPLOYED_DEVICES } from './indicators/redeployed.js';
import { REPAIRED } from './indicators/repaired.js';
import { RETIRED_REUSED } from './indicators/retired-reused.js';
import { REUSED_BOUGHT } from './indicators/reused-bought.js';
import { SERVED } from './indicators/served.js';
import { SHARED } from './indicators/shared.js';
import { SOCIAL_GAP_OF_TERMINALS } from './indicators/social-gap.js';
import { SUBJECTS } from './indicators/subjects.js';
import { TERMINALS_PER_100 } from './indicators/terminals-per-100.js';
import { THEIL } from './indicators/theil.js';
import { TO_MOVE } from './indicators/to-move.js';
import { TRACED } from './indicators/traced.js';
import { UNDER_USED } from './indicators/under-used.js';
import type { Indicator } from './indicator.js';
import { PLAN_OBJECTIVES, type Objective } from './objectives.js';

/** Every figure of the plan, one line each, in the order in which an objective's page reads them. */
// prettier-ignore
export const INDICATORS = [
  BELOW_LEVEL,
  BASE_KIT_FULL,
  BASE_KIT_MISSING,
  BASE_KIT_COST,
  TERMINALS_PER_100,
  DISPLAYS_PER_CLASS,
  TO_MOVE,
  SOCIAL_GAP_OF_TERMINALS,
  PARITY_SPEND,
  PARITY_TERMINALS,
  THEIL,
  TRAINED,
  SCHOOLS_COVERED,
  SESSIONS_HELD,
  WAITING,
  WAIT_FOR_TRAINING,
  SUPPORT,
  CHECKED,
  SPENT,
  NO_ORDER,
  ORDER_DAYS,
  TICKETS_PER_100,
  TAKEN_IN_TIME,
  RESTORED_IN_TIME,
  RESTORED_IN_TIME_CLASS,
  RESTORE_HOURS,
  RESTORE_HOURS_CLASS,
  HALF_DAYS_LOST,
  REOPENED,
  COVERED,
  SERVED,
  HOURS_PER_DEVICE,
  HOURS_PER_PUPIL,
  SUBJECTS,
  UNDER_USED,
  OVER_AGE,
  AGE,
  EMBODIED,
  SHARED,
  REDEPLOYED_DEVICES,
  REUSED_BOUGHT,
  RETIRED_REUSED,
  REPAIRED,
  INDEX_KNOWN,
  LIFE_GAINED,
  TRACED,
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

/** What stands for the six objectives on the overview, in their order: the first figure of each. */
export const HEADLINE_KEYS: readonly IndicatorKey[] = PLAN_OBJECTIVES.flatMap((objective) =>
  INDICATORS.filter((row) => row.objective === objective)
    .slice(0, 1)
    .map(({ key }) => key),
);
