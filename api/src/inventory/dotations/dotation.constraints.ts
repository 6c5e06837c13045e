import type { ConstraintRegister } from '../../platform/http/constraints.js';

export const DOTATION_CONSTRAINTS = {
  dotation_within_quantity: 'dotation.over-quantity',
  dotation_device_once: 'dotation-part.device-taken',
  dotation_part_once: { neverByRequest: 'a school named twice is refused before' },
} as const satisfies ConstraintRegister;
