-- Photos of a breakdown and of its repair: each is announced in two sizes by who reports or resolves, and its bytes follow.

create table ticket_photo_slot (
  id uuid primary key,
  ticket_id uuid not null references ticket,
  -- The same picture small and whole: the small one comes first.
  photo_id uuid not null,
  size text not null check (size in ('small', 'whole')),
  moment text not null check (moment in ('reported', 'before', 'after')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  announced_by uuid not null references account,
  announced_at timestamptz not null,
  constraint ticket_photo_slot_one_a_size unique (photo_id, size)
);
create index ticket_photo_slot_ticket on ticket_photo_slot (ticket_id);
create trigger ticket_photo_slot_append_only before update or delete on ticket_photo_slot
  for each row execute function refuse_change();
create trigger ticket_photo_slot_no_truncate before truncate on ticket_photo_slot
  for each statement execute function refuse_change();

create table ticket_file (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket,
  slot_id uuid not null references ticket_photo_slot,
  media_type text not null,
  size_bytes int not null check (size_bytes > 0),
  width int not null,
  height int not null,
  content bytea not null,
  created_by uuid not null references account,
  created_at timestamptz not null,
  constraint ticket_file_slot_filled_once unique (slot_id)
);
create index ticket_file_ticket on ticket_file (ticket_id);
create trigger ticket_file_append_only before update or delete on ticket_file
  for each row execute function refuse_change();
create trigger ticket_file_no_truncate before truncate on ticket_file
  for each statement execute function refuse_change();
