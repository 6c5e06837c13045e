import type { ConstraintRegister } from '../platform/http/constraints.js';

export const WARRANTY_CONSTRAINTS = {
  warranty_return_open_once: 'warranty.already',
  warranty_return_of_its_school: { neverByRequest: 'the school is the ticket’s own' },
} as const satisfies ConstraintRegister;
