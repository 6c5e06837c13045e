-- What is done at one school in one go: begun there, gathered while it is open, fixed as minutes when it ends.

do $$ begin
  for year in 2020..2100 loop
    execute format('create sequence visit_number_%s', year);
  end loop;
end $$;

create table visit (
  -- Drawn by who begins it: a phone knows it before the server does.
  id uuid primary key,
  -- 'I-2026-00041', given at the beginning and kept for life.
  number text not null check (number ~ '^I-[0-9]{4}-[0-9]{5,}$'),
  school_id uuid not null references school,
  begun_by uuid not null references account,
  state text not null default 'open' check (state in ('open', 'closed', 'abandoned')),
  state_since timestamptz not null,
  begun_at timestamptz not null,
  left_at timestamptz,
  ending text check (ending in ('signed', 'code', 'nobody')),
  -- By what they do there, never by their name.
  met text check (met in ('head', 'teacher', 'staff', 'commune')),
  absence_reason text check (absence_reason <> '' and length(absence_reason) <= 500),
  -- Whose code it was.
  confirmed_by uuid references account,
  note text check (note <> '' and length(note) <= 2000),
  internal_note text check (internal_note <> '' and length(internal_note) <= 2000),
  version int not null default 1,
  constraint visit_number_once unique (number),
  constraint visit_ended_whole check (case
    when state = 'closed' then left_at is not null and ending is not null
    else num_nonnulls(left_at, ending, met, absence_reason, confirmed_by, note, internal_note) = 0 end),
  constraint visit_left_after_it_began check (left_at >= begun_at),
  constraint visit_meets_or_says_why check (ending is null or (ending = 'nobody') = (absence_reason is not null) and (ending = 'nobody') = (met is null)),
  constraint visit_code_of_somebody check ((ending is not null and ending = 'code') = (confirmed_by is not null))
);
-- One person is at one school once, however many windows they open.
create unique index visit_open_once on visit (begun_by, school_id) where state = 'open';
-- A list is read in the order of an index.
create index visit_by_beginning on visit (begun_at, id);
create index visit_of_school on visit (school_id, begun_at, id);
create index visit_of_state on visit (state, begun_at, id);
create index visit_of_technician on visit (begun_by, begun_at, id);
-- What people wrote of it stands in the visit alone.
create trigger visit_history after insert or update or delete on visit
  for each row execute function record_history('note', 'internal_note', 'absence_reason');
-- Minutes are fixed: what was wrong in them is said by a remark. A text that is taken out says so (0028).
create trigger visit_fixed before update on visit
  for each row when (old.state <> 'open') execute function refuse_change();
create trigger visit_kept before delete on visit
  for each row execute function refuse_change();
create trigger visit_no_truncate before truncate on visit
  for each statement execute function refuse_change();

-- One row a thing that was done there, as it stood when the visit ended.
create table visit_part (
  id uuid primary key default uuidv7(),
  visit_id uuid not null references visit,
  position int not null check (position >= 0),
  kind text not null check (kind in ('ticket', 'order')),
  ticket_id uuid references ticket,
  order_id uuid references installation_order,
  number text not null,
  -- The breakdown, or the order's title: « Ne charge plus ».
  about text not null check (about <> ''),
  -- What was done about it, in the words of kinds; null: nothing yet.
  deed text check (deed <> ''),
  result text not null check (result in ('done', 'begun', 'waiting', 'noted')),
  minutes int check (minutes between 0 and 6000),
  at timestamptz not null,
  constraint visit_part_in_its_place unique (visit_id, position),
  constraint visit_part_of_one_thing check (case kind
    when 'ticket' then ticket_id is not null and order_id is null
    when 'order' then order_id is not null and ticket_id is null
    else false end)
);
create index visit_part_ticket on visit_part (ticket_id, visit_id) where ticket_id is not null;
create index visit_part_order on visit_part (order_id, visit_id) where order_id is not null;
create trigger visit_part_append_only before update or delete on visit_part
  for each row execute function refuse_change();
create trigger visit_part_no_truncate before truncate on visit_part
  for each statement execute function refuse_change();

-- The devices of a part, each in the state that it was left in.
create table visit_device (
  id uuid primary key default uuidv7(),
  part_id uuid not null references visit_part,
  equipment_id uuid not null references equipment,
  tag text not null,
  model_name text not null,
  left_as text not null check (left_as in ('ordered', 'in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair',
    'lost', 'stolen', 'retired', 'disposed')),
  constraint visit_device_once unique (part_id, equipment_id)
);
create index visit_device_equipment on visit_device (equipment_id);
create trigger visit_device_append_only before update or delete on visit_device
  for each row execute function refuse_change();
create trigger visit_device_no_truncate before truncate on visit_device
  for each statement execute function refuse_change();

-- One row a move, the arrival first.
create table visit_move (
  id uuid primary key default uuidv7(),
  visit_id uuid not null references visit,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  constraint visit_move_from_somewhere check ((from_state is null) = (action = 'begin')),
  check ((role = 'system') = (account_id is null))
);
create index visit_move_visit on visit_move (visit_id, at, id);
create trigger visit_move_append_only before update or delete on visit_move
  for each row execute function refuse_change();
create trigger visit_move_no_truncate before truncate on visit_move
  for each statement execute function refuse_change();

-- What was wrong in the minutes, or is to be added: they stay as they are.
create table visit_remark (
  id uuid primary key default uuidv7(),
  visit_id uuid not null references visit,
  account_id uuid not null references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  text text not null check (text <> '' and length(text) <= 2000)
);
create index visit_remark_visit on visit_remark (visit_id, at, id);
create trigger visit_remark_append_only before update or delete on visit_remark
  for each row execute function refuse_change();
create trigger visit_remark_no_truncate before truncate on visit_remark
  for each statement execute function refuse_change();

-- Photos of the work and the drawn signature: each is announced in its sizes by who ends the visit, and its bytes follow.
create table visit_photo_slot (
  id uuid primary key,
  visit_id uuid not null references visit,
  -- The same picture small and whole: the small one comes first.
  photo_id uuid not null,
  size text not null check (size in ('small', 'whole')),
  kind text not null check (kind in ('work', 'signature')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes int not null check (size_bytes > 0),
  announced_by uuid not null references account,
  announced_at timestamptz not null,
  constraint visit_photo_slot_one_a_size unique (photo_id, size)
);
create index visit_photo_slot_visit on visit_photo_slot (visit_id);
create trigger visit_photo_slot_append_only before update or delete on visit_photo_slot
  for each row execute function refuse_change();
create trigger visit_photo_slot_no_truncate before truncate on visit_photo_slot
  for each statement execute function refuse_change();

create table visit_file (
  id uuid primary key default uuidv7(),
  visit_id uuid not null references visit,
  slot_id uuid not null references visit_photo_slot,
  media_type text not null,
  size_bytes int not null check (size_bytes > 0),
  width int not null,
  height int not null,
  content bytea not null,
  created_by uuid not null references account,
  created_at timestamptz not null,
  constraint visit_file_slot_filled_once unique (slot_id)
);
create index visit_file_visit on visit_file (visit_id);
create trigger visit_file_append_only before update or delete on visit_file
  for each row execute function refuse_change();
create trigger visit_file_no_truncate before truncate on visit_file
  for each statement execute function refuse_change();

-- What has changed at a school since somebody came: its tickets by the instant of their state.
create index ticket_of_school_by_change on ticket (school_id, state_since);
