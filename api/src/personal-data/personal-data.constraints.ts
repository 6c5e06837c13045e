import type { ConstraintRegister } from '../platform/http/constraints.js';

export const PERSONAL_DATA_CONSTRAINTS = {
  redaction_once: 'redaction.done',
} as const satisfies ConstraintRegister;
