-- What a phone could not make count: kept word for word with its photos, for the plan manager to read. It changes nothing else.

create table deposit (
  -- Drawn by the phone from the key of the act: handed in twice it is there once.
  id uuid primary key,
  account_id uuid not null references account,
  role text not null,
  object_kind text not null check (object_kind in ('ticket', 'order', 'visit', 'inventory')),
  -- No foreign key: what it was about may never have been known here.
  object_id uuid not null,
  action text not null,
  about text not null,
  body text not null check (length(body) <= 65536),
  refusal_code text not null,
  refusal text not null,
  said_at timestamptz not null,
  received_at timestamptz not null,
  read_at timestamptz,
  read_by uuid references account,
  constraint deposit_read_by_somebody check ((read_at is null) = (read_by is null))
);
create index deposit_by_age on deposit (received_at desc, id desc);
create index deposit_unread on deposit (received_at desc, id desc) where read_at is null;
create trigger deposit_history after insert or update or delete on deposit
  for each row execute function record_history('about', 'body', 'refusal');

create table deposit_photo_slot (
  id uuid primary key,
  deposit_id uuid not null references deposit,
  photo_id uuid not null,
  size text not null check (size in ('small', 'whole')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  announced_by uuid not null references account,
  announced_at timestamptz not null
);
create index deposit_photo_slot_deposit on deposit_photo_slot (deposit_id);
create trigger deposit_photo_slot_append_only before update or delete on deposit_photo_slot
  for each row execute function refuse_change();
create trigger deposit_photo_slot_no_truncate before truncate on deposit_photo_slot
  for each statement execute function refuse_change();

create table deposit_file (
  id uuid primary key default uuidv7(),
  deposit_id uuid not null references deposit,
  slot_id uuid not null references deposit_photo_slot,
  media_type text not null,
  size_bytes int not null check (size_bytes > 0),
  width int not null,
  height int not null,
  content bytea not null,
  created_by uuid not null references account,
  created_at timestamptz not null,
  constraint deposit_file_slot_filled_once unique (slot_id)
);
create index deposit_file_deposit on deposit_file (deposit_id);
create trigger deposit_file_append_only before update or delete on deposit_file
  for each row execute function refuse_change();
create trigger deposit_file_no_truncate before truncate on deposit_file
  for each statement execute function refuse_change();
