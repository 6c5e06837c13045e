-- Campaigns that allot a model to schools, ask their heads, plan what is delivered and say what came (rules.md 12).

create table dotation (
  id uuid primary key default uuidv7(),
  title text not null check (title <> ''),
  -- The part of the kit that it is for, and the model that counts for it.
  group_id uuid not null references kit_group,
  model_id uuid not null references catalogue_item,
  -- What it shares by, and where the devices come from.
  basis text not null check (basis in ('gap', 'needs')),
  source text not null check (source in ('stock', 'purchase')),
  quantity int not null check (quantity between 1 and 5000),
  -- The sum of its schools' parts: never more than there is, whoever writes them.
  allotted int not null default 0 check (allotted between 0 and 5000),
  -- Last day for the heads to answer; null: they were not asked.
  answer_by date,
  state text not null default 'prepared' check (state in ('prepared', 'asked', 'decided', 'closed', 'cancelled')),
  state_since timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null references account,
  version int not null default 1,
  constraint dotation_within_quantity check (allotted <= quantity),
  constraint dotation_asked_until check (answer_by is not null or state in ('prepared', 'cancelled'))
);
create index dotation_by_day on dotation (created_at, id);
create index dotation_of_state_by_day on dotation (state, created_at, id);
create index dotation_of_group on dotation (group_id);
create index dotation_of_model on dotation (model_id, state);
create trigger dotation_history after insert or update or delete on dotation
  for each row execute function record_history();

create table dotation_part (
  id uuid primary key default uuidv7(),
  dotation_id uuid not null references dotation,
  school_id uuid not null references school,
  quantity int not null check (quantity between 1 and 5000),
  -- What its kit asked and what counted toward it when it was allotted: why it was proposed.
  asked int not null check (asked between 0 and 100000),
  counted int not null check (counted between 0 and 100000),
  -- What its head answered; how many, when fewer than proposed.
  opinion text check (opinion in ('yes', 'fewer', 'no')),
  opinion_quantity int check (opinion_quantity between 1 and 5000),
  -- Last day to answer; null: its head was never asked, and nobody of the school reads it.
  answer_by date,
  reminded_on date,
  planned_on date,
  planned_half text check (planned_half in ('morning', 'afternoon')),
  received int not null default 0 check (received between 0 and 5000),
  state text not null default 'drafted' check (state in ('drafted', 'asked', 'answered', 'silent', 'confirmed', 'planned', 'received-in-part', 'received', 'received-otherwise', 'dropped')),
  state_since timestamptz not null,
  created_at timestamptz not null,
  version int not null default 1,
  constraint dotation_part_once unique (dotation_id, school_id),
  constraint dotation_part_opinion_whole check ((opinion is not distinct from 'fewer') = (opinion_quantity is not null)),
  constraint dotation_part_asked_until check (answer_by is not null or state in ('drafted', 'dropped')),
  constraint dotation_part_planned_whole check ((planned_on is null) = (planned_half is null)),
  constraint dotation_part_planned_some_day check (state <> 'planned' or planned_on is not null),
  constraint dotation_part_received_within check (received <= quantity),
  constraint dotation_part_received_whole check (state <> 'received' or received = quantity)
);
create index dotation_part_by_day on dotation_part (created_at, id);
create index dotation_part_of_dotation on dotation_part (dotation_id, created_at, id);
create index dotation_part_of_school on dotation_part (school_id, created_at, id);
create index dotation_part_by_planned on dotation_part (planned_on, id);
create index dotation_part_waiting on dotation_part (answer_by, id) where state = 'asked';
create trigger dotation_part_history after insert or update or delete on dotation_part
  for each row execute function record_history();

-- A part weighs what is to come or has come by it; one that is dropped weighs nothing.
create function dotation_weight(part dotation_part) returns int language sql immutable as $$
  select case part.state when 'dropped' then 0 when 'received-otherwise' then part.received else part.quantity end
$$;

create function dotation_parts_weigh() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update dotation d set allotted = d.allotted + w.weight
      from (select p.dotation_id, sum(dotation_weight(p))::int as weight from new_parts p group by p.dotation_id) w
     where d.id = w.dotation_id and w.weight <> 0;
  elsif tg_op = 'UPDATE' then
    update dotation d set allotted = d.allotted + w.weight
      from (select x.dotation_id, sum(x.weight)::int as weight from (
              select p.dotation_id, dotation_weight(p) as weight from new_parts p
              union all select p.dotation_id, -dotation_weight(p) from old_parts p) x group by x.dotation_id) w
     where d.id = w.dotation_id and w.weight <> 0;
  else
    update dotation d set allotted = d.allotted - w.weight
      from (select p.dotation_id, sum(dotation_weight(p))::int as weight from old_parts p group by p.dotation_id) w
     where d.id = w.dotation_id and w.weight <> 0;
  end if;
  return null;
end
$$;
create trigger dotation_part_weighs_added after insert on dotation_part
  referencing new table as new_parts for each statement execute function dotation_parts_weigh();
create trigger dotation_part_weighs_changed after update on dotation_part
  referencing old table as old_parts new table as new_parts for each statement execute function dotation_parts_weigh();
create trigger dotation_part_weighs_removed after delete on dotation_part
  referencing old table as old_parts for each statement execute function dotation_parts_weigh();

-- Devices made ready for a school, and what became of each. One is ready for one school at a time.
create table dotation_device (
  id uuid primary key default uuidv7(),
  part_id uuid not null references dotation_part,
  equipment_id uuid not null references equipment,
  -- Null: it waits for the delivery.
  outcome text check (outcome in ('placed', 'missing', 'released')),
  named_at timestamptz not null
);
create unique index dotation_device_once on dotation_device (equipment_id) where outcome is null;
create index dotation_device_of_part on dotation_device (part_id, id);
create index dotation_device_of_equipment on dotation_device (equipment_id, id);
create trigger dotation_device_history after insert or update or delete on dotation_device
  for each row execute function record_history();

-- Needs that a school's part answers: taken up when it is asked, met when it has come.
create table dotation_need (
  part_id uuid not null references dotation_part,
  need_id uuid not null references need,
  primary key (part_id, need_id)
);
create index dotation_need_of_need on dotation_need (need_id);
create trigger dotation_need_append_only before update or delete on dotation_need
  for each row execute function refuse_change();
create trigger dotation_need_no_truncate before truncate on dotation_need
  for each statement execute function refuse_change();

create table dotation_move (
  id uuid primary key default uuidv7(),
  dotation_id uuid not null references dotation,
  action text not null,
  from_state text not null,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  check ((role = 'system') = (account_id is null))
);
create index dotation_move_dotation on dotation_move (dotation_id, at, id);
create trigger dotation_move_append_only before update or delete on dotation_move
  for each row execute function refuse_change();
create trigger dotation_move_no_truncate before truncate on dotation_move
  for each statement execute function refuse_change();

create table dotation_part_move (
  id uuid primary key default uuidv7(),
  part_id uuid not null references dotation_part,
  action text not null,
  from_state text not null,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  -- Of an opinion, which; of a quantity that is written, an opinion for fewer or a reception, how many.
  answer text check (answer in ('yes', 'fewer', 'no')),
  quantity int check (quantity between 0 and 5000),
  check ((role = 'system') = (account_id is null))
);
create index dotation_part_move_part on dotation_part_move (part_id, at, id);
create trigger dotation_part_move_append_only before update or delete on dotation_part_move
  for each row execute function refuse_change();
create trigger dotation_part_move_no_truncate before truncate on dotation_part_move
  for each statement execute function refuse_change();
