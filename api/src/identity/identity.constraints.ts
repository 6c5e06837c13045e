import type { ConstraintRegister } from '../platform/http/constraints.js';

export const IDENTITY_CONSTRAINTS = {
  account_email_key: 'account.email-taken',
  session_token_hash_key: { neverByRequest: 'tokens are drawn, never asked for' },
  credential_link_token_hash_key: { neverByRequest: 'tokens are drawn, never asked for' },
  /** The session ended while the statement that it holds was under way. */
  PA007: 'session.missing',
} as const satisfies ConstraintRegister;
