import type { ConstraintRegister } from '../platform/http/constraints.js';

export const IDENTITY_CONSTRAINTS = {
  account_email_key: 'account.email-taken',
  session_token_hash_key: { neverByRequest: 'tokens are drawn, never asked for' },
  phone_enrolled_once: { neverByRequest: 'the account is held while its phones are looked at' },
  phone_escrow_ends: { neverByRequest: 'a phone is revoked together with its key' },
  phone_passkey_whole: { neverByRequest: 'a passkey is kept and forgotten whole' },
  phone_challenge_whole: { neverByRequest: 'a challenge is asked and taken whole' },
  phone_passkey_ends: { neverByRequest: 'a phone is revoked together with what opens it' },
  // An authenticator draws them: the same one again is not this person's to keep twice.
  phone_passkey_once: 'passkey.refused',
  credential_link_token_hash_key: { neverByRequest: 'tokens are drawn, never asked for' },
  /** The session ended while the statement that it holds was under way. */
  PA007: 'session.missing',
} as const satisfies ConstraintRegister;
