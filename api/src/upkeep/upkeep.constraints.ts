import type { ConstraintRegister } from '../platform/http/constraints.js';

export const UPKEEP_CONSTRAINTS = {
  upkeep_plan_named_once: 'upkeep.name-taken',
  upkeep_check_once: { neverByRequest: 'what is made again is left as it is' },
  upkeep_check_device_once: { neverByRequest: 'a device stands in a school once when its check is made' },
} as const satisfies ConstraintRegister;
