import type { ConstraintRegister } from './http/constraints.js';

export const PLATFORM_CONSTRAINTS = {
  setting_name_from_day_key: { neverByRequest: 'no route writes settings' },
  mail_dedupe_key: { neverByRequest: 'a notice that was queued before is left as it is' },
} as const satisfies ConstraintRegister;
