-- Without this migration a phone opens by its password alone.
drop trigger phone_history on phone;
create trigger phone_history after insert or update or delete on phone
  for each row execute function record_history('device_hash', 'key_escrow', 'last_seen_at');
drop index phone_passkey_once;
alter table phone
  drop constraint phone_passkey_ends,
  drop constraint phone_challenge_whole,
  drop constraint phone_passkey_whole,
  drop column challenge_at,
  drop column challenge_for,
  drop column challenge,
  drop column passkey_at,
  drop column passkey_uses,
  drop column passkey_key,
  drop column passkey_id;
