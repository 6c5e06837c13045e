import type { ConstraintRegister } from '../platform/http/constraints.js';

export const LOAN_CONSTRAINTS = {
  loan_number_key: { neverByRequest: 'a sequence draws the number' },
  // The device is held before: what is taken is read, and said with its dates. This is what is left where somebody forgets.
  loan_never_overlaps: 'loan.taken',
  loan_out_once: 'loan.kit-out',
  loan_kit_named_once: 'loan.kit-name-taken',
  loan_kit_of_one_device: 'loan.kit-unusable',
  loan_kit_id_equipment_id_key: { neverByRequest: 'the id is drawn; its device is there to be referred to' },
  loan_checked_once: { neverByRequest: 'a loan leaves and comes back once' },
  loan_device_once: { neverByRequest: 'what lies in a case is read once' },
} as const satisfies ConstraintRegister;
