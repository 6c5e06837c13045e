-- Campaigns of inventory: whose devices are to be seen, who saw what where, and how each difference was resolved (rules.md 12).

create table campaign (
  id uuid primary key default uuidv7(),
  title text not null check (title <> ''),
  from_day date not null,
  to_day date not null,
  -- Of these models, in these rooms; null: all.
  model_ids uuid[] check (cardinality(model_ids) > 0),
  room_ids uuid[] check (cardinality(room_ids) > 0),
  created_at timestamptz not null,
  created_by uuid not null references account,
  -- The first sighting in any of its schools.
  opened_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references account,
  version int not null default 1,
  constraint campaign_days_in_order check (from_day <= to_day),
  check ((closed_at is null) = (closed_by is null))
);
create index campaign_by_begin on campaign (from_day, id);
create trigger campaign_history after insert or update or delete on campaign
  for each row execute function record_history();

-- One school's part.
create table campaign_part (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references campaign,
  school_id uuid not null references school,
  state text not null default 'prepared' check (state in ('prepared', 'open', 'sent', 'settled', 'dropped')),
  state_since timestamptz not null,
  reminded_on date,
  version int not null default 1,
  unique (campaign_id, school_id),
  unique (id, campaign_id),
  unique (id, school_id)
);
-- A school counts for one campaign at a time.
create unique index campaign_part_one_at_a_time on campaign_part (school_id) where state in ('prepared', 'open', 'sent');
create trigger campaign_part_history after insert or update or delete on campaign_part
  for each row execute function record_history();

create table campaign_move (
  id uuid primary key default uuidv7(),
  part_id uuid not null references campaign_part,
  action text not null,
  from_state text not null,
  to_state text not null,
  account_id uuid,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  check ((role = 'system') = (account_id is null))
);
create index campaign_move_part on campaign_move (part_id, at, id);
create trigger campaign_move_append_only before update or delete on campaign_move
  for each row execute function refuse_change();
create trigger campaign_move_no_truncate before truncate on campaign_move
  for each statement execute function refuse_change();

-- The rooms to go through, as they were when the part was opened; who went through one to its end, and when.
create table campaign_room (
  id uuid primary key default uuidv7(),
  part_id uuid not null,
  school_id uuid not null,
  room_id uuid not null,
  finished_at timestamptz,
  finished_by uuid references account,
  unique (part_id, room_id),
  constraint campaign_room_of_its_part foreign key (part_id, school_id) references campaign_part (id, school_id),
  constraint campaign_room_of_its_school foreign key (room_id, school_id) references room (id, school_id),
  check ((finished_at is null) = (finished_by is null))
);
create trigger campaign_room_history after insert or update or delete on campaign_room
  for each row execute function record_history();

-- One row a device that was to be seen, or that was seen; one a thing that nobody knows.
create table campaign_item (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null,
  part_id uuid not null,
  equipment_id uuid references equipment,
  -- What an unknown label says; what somebody wrote of a thing without one.
  code text check (code <> ''),
  note text check (note <> ''),
  expected boolean not null,
  expected_room_id uuid references room,
  finding text not null check (finding in ('awaited', 'found', 'misplaced', 'unexpected', 'unknown', 'missing', 'gone')),
  seen_room_id uuid references room,
  seen_at timestamptz,
  seen_by uuid references account,
  seen_how text check (seen_how in ('scan', 'list', 'said')),
  answer text check (answer in ('stays', 'returned')),
  resolution text check (resolution in ('moved', 'left', 'lost', 'found', 'created', 'ignored')),
  resolved_at timestamptz,
  resolved_by uuid references account,
  constraint campaign_item_of_its_part foreign key (part_id, campaign_id) references campaign_part (id, campaign_id),
  constraint campaign_item_device_once unique (part_id, equipment_id),
  constraint campaign_item_names_something check (num_nonnulls(equipment_id, code, note) > 0),
  constraint campaign_item_unknown check ((equipment_id is null) <= (finding = 'unknown')),
  constraint campaign_item_awaited_was_expected check (finding not in ('awaited', 'missing', 'gone') or expected),
  constraint campaign_item_seen_whole check (num_nonnulls(seen_at, seen_by, seen_how) in (0, 3)),
  constraint campaign_item_seen check (
    case
      when finding in ('found', 'misplaced', 'unexpected', 'unknown') then seen_at is not null and seen_room_id is not null
      when finding in ('awaited', 'gone') then seen_at is null
      else true
    end),
  constraint campaign_item_resolved_whole check (num_nonnulls(resolution, resolved_at, resolved_by) in (0, 3)),
  constraint campaign_item_resolved_difference check (
    resolution is null or finding in ('misplaced', 'unexpected', 'unknown', 'missing'))
);
create unique index campaign_item_code_once on campaign_item (part_id, code) where equipment_id is null or finding = 'unknown';
create index campaign_item_of_part on campaign_item (part_id, finding);
create index campaign_item_of_campaign on campaign_item (campaign_id, finding);
create index campaign_item_differences on campaign_item (campaign_id, (resolution is not null), id)
  where finding in ('misplaced', 'unexpected', 'unknown', 'missing');
create index campaign_item_of_device on campaign_item (equipment_id) where equipment_id is not null;
create trigger campaign_item_history after insert or update or delete on campaign_item
  for each row execute function record_history('note');

-- A part that is sent awaits nothing any more, whoever writes.
create function campaign_part_awaits_nothing() returns trigger language plpgsql
  as $$ begin
    if exists (select from campaign_item i where i.part_id = new.id and i.finding = 'awaited') then
      raise exception 'what nobody saw is missing' using errcode = '23514', constraint = 'campaign_part_awaits_nothing', table = 'campaign_part';
    end if;
    return null;
  end $$;
create constraint trigger campaign_part_awaits_nothing after update on campaign_part deferrable initially deferred
  for each row when (new.state in ('sent', 'settled')) execute function campaign_part_awaits_nothing();
