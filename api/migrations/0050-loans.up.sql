-- What the plan lends: kits, who asked for which half-days, who has it, in which state it came back (rules.md 14).

do $$ begin
  for year in 2020..2100 loop
    execute format('create sequence loan_number_%s', year);
  end loop;
end $$;

-- A half-day is a number: two a day since the morning of 1 January 1970.
create function half_day(day date, half text) returns int language sql immutable
  as $$ select (day - date '1970-01-01') * 2 + (half = 'afternoon')::int $$;

-- A case with what lies in it, or one device, that is lent under a name.
create table loan_kit (
  id uuid primary key default uuidv7(),
  name text not null check (name <> '' and length(name) <= 80),
  equipment_id uuid not null references equipment,
  accessories text check (accessories <> '' and length(accessories) <= 300),
  -- Null: as the plan's setting says.
  checking_half_days int check (checking_half_days between 0 and 20),
  needs_approval boolean not null,
  -- Which kinds of school may ask for it.
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ '{nursery,elementary,primary,teaching-unit}'),
  offered boolean not null default true,
  version int not null default 1,
  constraint loan_kit_named_once unique (name),
  constraint loan_kit_of_one_device unique (equipment_id),
  unique (id, equipment_id)
);
create trigger loan_kit_history after insert or update or delete on loan_kit
  for each row execute function record_history();

create table loan (
  id uuid primary key default uuidv7(),
  -- 'P-2026-00081', given at the request and kept for life.
  number text not null unique check (number ~ '^P-[0-9]{4}-[0-9]{5,}$'),
  equipment_id uuid not null references equipment,
  -- Of a kit; or a spare, in the place of what a ticket repairs.
  kit_id uuid,
  ticket_id uuid references ticket,
  school_id uuid not null references school,
  state text not null default 'requested' check (state in ('requested', 'approved', 'refused', 'cancelled', 'out', 'returned', 'closed')),
  state_since timestamptz not null,
  from_day date not null,
  from_half text not null check (from_half in ('morning', 'afternoon')),
  to_day date not null,
  to_half text not null check (to_half in ('morning', 'afternoon')),
  purpose text check (purpose <> '' and length(purpose) <= 500),
  requested_by uuid not null references account,
  -- Who answers for it at the school.
  referent_id uuid not null references account,
  starts int not null generated always as (half_day(from_day, from_half)) stored,
  ends int not null generated always as (half_day(to_day, to_half) + 1) stored,
  -- The half-day from which somebody else may have it: the end, and the check after it; null: nobody knows, it is late.
  held_until int,
  holding boolean not null generated always as (state in ('requested', 'approved', 'out', 'returned')) stored,
  version int not null default 1,
  constraint loan_of_kit_or_ticket check (num_nonnulls(kit_id, ticket_id) = 1),
  constraint loan_of_the_kits_device foreign key (kit_id, equipment_id) references loan_kit (id, equipment_id),
  constraint loan_ends_after_it_starts check (starts < ends),
  constraint loan_held_from_its_start check (held_until > starts),
  -- Nobody gets what somebody else has, or was promised, or what is not checked yet.
  constraint loan_never_overlaps exclude using gist (equipment_id with =, int4range(half_day(from_day, from_half), held_until) with &&)
    where (state in ('requested', 'approved', 'out', 'returned'))
);
-- One thing is in one place: the next loan begins when the one before is back and checked.
create unique index loan_out_once on loan (equipment_id) where state in ('out', 'returned');
-- A list is read in the order of an index.
create index loan_by_start on loan (starts, id);
create index loan_by_end on loan (ends, id);
create index loan_holding_by_start on loan (starts, id) where holding;
create index loan_holding_by_end on loan (ends, id) where holding;
create index loan_of_school on loan (school_id, starts, id);
create index loan_of_school_holding on loan (school_id, starts, id) where holding;
create index loan_of_state on loan (state, starts, id);
create index loan_of_kit on loan (kit_id, starts, id);
create index loan_of_device on loan (equipment_id, starts, id);
create index loan_of_ticket on loan (ticket_id) where ticket_id is not null;
-- What people wrote of it stands in the loan alone; what is computed follows.
create trigger loan_history after insert or update or delete on loan
  for each row execute function record_history('purpose', 'starts', 'ends', 'holding');

-- What is late, or back and not checked in time, is held until the next loan that was promised; without one, without an end.
-- Judged at each write that takes or keeps the same device, as of the moment that this write is of.
create function loan_late_stays_held() returns trigger language plpgsql
  as $$ declare
    local timestamp := new.state_since at time zone 'Europe/Paris';
    present int := half_day(local::date, case when local::time < '13:00' then 'morning' else 'afternoon' end);
    late loan;
    next int;
  begin
    select l.* into late from loan l
     where l.equipment_id = new.equipment_id and l.id <> new.id
       and ((l.state = 'out' and l.ends <= present) or (l.state = 'returned' and l.held_until <= present))
       for no key update;
    if late.id is null then return new; end if;
    select min(n.starts) into next from loan n
     where n.equipment_id = late.equipment_id and n.state in ('requested', 'approved') and n.starts > late.starts;
    update loan set held_until = next where id = late.id and held_until is distinct from next;
    return new;
  end $$;
create trigger loan_late_stays_held before insert or update of state, from_day, from_half, to_day, to_half on loan
  for each row when (new.state in ('requested', 'approved')) execute function loan_late_stays_held();

-- One row a move, the request first.
create table loan_move (
  id uuid primary key default uuidv7(),
  loan_id uuid not null references loan,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  detail jsonb not null default '{}',
  constraint loan_move_from_somewhere check ((from_state is null) = (action = 'request')),
  check ((role = 'system') = (account_id is null))
);
create index loan_move_loan on loan_move (loan_id, at, id);
create trigger loan_move_append_only before update or delete on loan_move
  for each row execute function refuse_change();
create trigger loan_move_no_truncate before truncate on loan_move
  for each statement execute function refuse_change();

-- How it was when it left, and when it came back.
create table loan_check (
  id uuid primary key default uuidv7(),
  loan_id uuid not null references loan,
  direction text not null check (direction in ('out', 'back')),
  account_id uuid not null references account,
  at timestamptz not null,
  condition text not null check (condition in ('good', 'worn', 'damaged')),
  accessories_complete boolean not null,
  note text check (note <> '' and length(note) <= 1000),
  constraint loan_checked_once unique (loan_id, direction)
);
create trigger loan_check_append_only before update or delete on loan_check
  for each row execute function refuse_change();
create trigger loan_check_no_truncate before truncate on loan_check
  for each statement execute function refuse_change();

-- What left with it, a row a device; whether it came back, and what became of it where it did not.
create table loan_device (
  id uuid primary key default uuidv7(),
  loan_id uuid not null references loan,
  equipment_id uuid not null references equipment,
  back boolean,
  outcome text check (outcome in ('found', 'lost', 'ticket')),
  ticket_id uuid references ticket,
  constraint loan_device_once unique (loan_id, equipment_id),
  constraint loan_device_outcome_of_missing check (outcome is null or back is false),
  constraint loan_device_ticket check ((ticket_id is not null) = (outcome is not null and outcome = 'ticket'))
);
create index loan_device_of_device on loan_device (equipment_id);
create trigger loan_device_history after insert or update or delete on loan_device
  for each row execute function record_history();
