import type { ConstraintRegister } from '../platform/http/constraints.js';

export const CONVENTION_CONSTRAINTS = {
  convention_number_key: 'convention.number-taken',
  convention_renewed_once: 'convention.successor-exists',
  convention_signature_convention_id_party_key: 'convention.already-signed',
  convention_site_convention_id_school_id_from_day_key: { neverByRequest: 'a site that is there is left as it is' },
  deliberation_convention_id_key: { neverByRequest: 'a second one rewrites the first' },
} as const satisfies ConstraintRegister;
