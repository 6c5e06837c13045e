import type { ConstraintRegister } from './http/constraints.js';

export const PLATFORM_CONSTRAINTS = {
  setting_name_from_day_key: { neverByRequest: 'no route writes settings' },
  mail_dedupe_key: { neverByRequest: 'a notice that was queued before is left as it is' },
  done_once_pkey: 'idempotency.other-body',
  done_once_version: { neverByRequest: 'the object is held while its version is counted on' },
} as const satisfies ConstraintRegister;
