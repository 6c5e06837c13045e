-- What a phone has written down without a network is done once for good: the answers kept for a repeated key end after
-- seven days, a phone may come back after thirty.

-- One row a write, beside what it wrote: whose, under which key, of which body, and what it left.
create table done_once (
  account_id uuid not null references account,
  key text not null check (length(key) between 8 and 200),
  route text not null,
  body_hash text not null,
  -- What it was about, and the version that this was given by it.
  object_id uuid not null,
  version_after int not null check (version_after between 2 and 100000),
  -- What was answered: ids, a state, a number.
  answer json not null,
  at timestamptz not null,
  primary key (account_id, key),
  -- Two writes never leave the same version: whose moves have passed can be counted.
  constraint done_once_version unique (object_id, version_after)
);
create trigger done_once_append_only before update or delete on done_once
  for each row execute function refuse_change();
create trigger done_once_no_truncate before truncate on done_once
  for each statement execute function refuse_change();

-- A photo that a report announces: its bytes follow when the network bears them, whatever became of the order meanwhile.
create table photo_slot (
  id uuid primary key,
  order_id uuid not null references installation_order,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  announced_by uuid not null references account,
  announced_at timestamptz not null
);
create index photo_slot_order on photo_slot (order_id);
create trigger photo_slot_append_only before update or delete on photo_slot
  for each row execute function refuse_change();
create trigger photo_slot_no_truncate before truncate on photo_slot
  for each statement execute function refuse_change();

alter table order_file add column slot_id uuid references photo_slot,
  add constraint order_file_slot_filled_once unique (slot_id);
