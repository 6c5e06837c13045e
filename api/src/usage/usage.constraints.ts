import type { ConstraintRegister } from '../platform/http/constraints.js';

export const USAGE_CONSTRAINTS = {
  usage_source_name_once: 'usage.name-taken',
  usage_source_slug_once: 'usage.name-taken',
  usage_source_number_once: { neverByRequest: 'the database numbers sources' },
  usage_batch_version_once: {
    neverByRequest: 'a source’s files are taken in turn, and a known version is refused before',
  },
  usage_token_secret_once: { neverByRequest: 'the secret is drawn at random, 256 bits' },
} as const satisfies ConstraintRegister;
