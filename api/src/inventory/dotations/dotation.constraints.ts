import type { ConstraintRegister } from '../../platform/http/constraints.js';

export const DOTATION_CONSTRAINTS = {
  dotation_within_quantity: 'dotation.over-quantity',
  dotation_device_once: 'dotation-part.device-taken',
  dotation_part_once: 'dotation.school-twice',
} as const satisfies ConstraintRegister;
