import type { ConstraintRegister } from '../platform/http/constraints.js';

export const REMEDY_CONSTRAINTS = {
  remedy_version_numbered_once: { neverByRequest: 'numbered under the lock of the remedy' },
} as const satisfies ConstraintRegister;
