-- A phone opens by fingerprint or face: its passkey, and the challenge that it answers, once.

alter table phone
  -- The authenticator's name for it, its public key as COSE, and how often it was used, where it counts.
  add column passkey_id bytea check (octet_length(passkey_id) between 16 and 1023),
  add column passkey_key bytea check (octet_length(passkey_key) <= 2000),
  add column passkey_uses bigint check (passkey_uses between 0 and 4294967295),
  add column passkey_at timestamptz,
  -- One a phone: the last that was asked for, for whoever registers or enters on it.
  add column challenge bytea check (octet_length(challenge) = 32),
  add column challenge_for text check (challenge_for in ('register', 'enter')),
  add column challenge_at timestamptz,
  add constraint phone_passkey_whole check (num_nonnulls(passkey_id, passkey_key, passkey_uses, passkey_at) in (0, 4)),
  add constraint phone_challenge_whole check (num_nonnulls(challenge, challenge_for, challenge_at) in (0, 3)),
  -- A phone that is lost or given back opens by nothing any more.
  add constraint phone_passkey_ends check (revoked_at is null or passkey_id is null and challenge is null);
create unique index phone_passkey_once on phone (passkey_id) where passkey_id is not null;

drop trigger phone_history on phone;
create trigger phone_history after insert or update or delete on phone
  for each row execute function record_history('device_hash', 'key_escrow', 'last_seen_at', 'passkey_id', 'passkey_key', 'passkey_uses',
    'challenge', 'challenge_for', 'challenge_at');
