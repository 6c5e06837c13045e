import type { ConstraintRegister } from '../platform/http/constraints.js';

export const DEPOSIT_CONSTRAINTS = {
  deposit_file_slot_filled_once: { neverByRequest: 'the slot is held while it is looked at and filled' },
} as const satisfies ConstraintRegister;
