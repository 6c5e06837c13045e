-- A phone on which somebody works without a network: who enrolled it, and the key that opens what it keeps.

create table phone (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account,
  -- The hash of what the device's cookie holds: two people may share a phone, each with a row.
  device_hash bytea not null check (octet_length(device_hash) = 32),
  kind text not null check (kind in ('android', 'iphone', 'other')),
  -- Without the phone it opens nothing; gone as soon as the phone is revoked.
  key_escrow bytea check (octet_length(key_escrow) = 32),
  enrolled_at timestamptz not null,
  last_seen_at timestamptz not null,
  revoked_at timestamptz,
  constraint phone_escrow_ends check ((key_escrow is null) = (revoked_at is not null))
);
create unique index phone_enrolled_once on phone (device_hash, account_id) where revoked_at is null;
create index phone_account on phone (account_id);
create trigger phone_history after insert or update or delete on phone
  for each row execute function record_history('device_hash', 'key_escrow', 'last_seen_at');
