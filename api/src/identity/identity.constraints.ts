import type { ConstraintRegister } from '../platform/http/constraints.js';

export const IDENTITY_CONSTRAINTS = {
  account_email_key: 'account.email-taken',
  session_token_hash_key: { neverByRequest: 'tokens are drawn, never asked for' },
  phone_enrolled_once: { neverByRequest: 'the account is held while its phones are looked at' },
  phone_escrow_ends: { neverByRequest: 'a phone is revoked together with its key' },
  credential_link_token_hash_key: { neverByRequest: 'tokens are drawn, never asked for' },
  /** The session ended while the statement that it holds was under way. */
  PA007: 'session.missing',
} as const satisfies ConstraintRegister;
