-- A person's own calendar of trainings at an address that only they know: what it is found by is kept, never the address.
create table training_feed (
  account_id uuid primary key references account,
  secret_digest bytea not null check (length(secret_digest) = 32),
  made_at timestamptz not null,
  constraint training_feed_secret_once unique (secret_digest)
);
create trigger training_feed_no_truncate before truncate on training_feed
  for each statement execute function refuse_change();
