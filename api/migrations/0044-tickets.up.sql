-- Breakdowns: who reported what, who has it, what it waits for, what was done and what it cost (rules.md 13).

do $$ begin
  for year in 2020..2100 loop
    execute format('create sequence ticket_number_%s', year);
  end loop;
end $$;

create table ticket (
  id uuid primary key default uuidv7(),
  -- 'T-2026-00184', given at the report and kept for life.
  number text not null unique check (number ~ '^T-[0-9]{4}-[0-9]{5,}$'),
  school_id uuid not null references school,
  -- Of one thing: a device, a room, the whole school, or a service that it uses.
  subject text not null check (subject in ('device', 'room', 'school', 'service')),
  equipment_id uuid references equipment,
  -- Of a device: where it stood when it was reported.
  room_id uuid,
  service text check (service in ('internet', 'workspace')),
  symptom text not null check (symptom in ('no-power', 'no-charge', 'black-screen', 'no-touch', 'no-sound', 'no-network',
    'slow', 'keyboard', 'no-light', 'outage', 'intermittent', 'no-access', 'other')),
  description text check (description <> '' and length(description) <= 2000),
  impact text not null check (impact in ('person', 'class', 'school')),
  urgency text not null check (urgency in ('normally', 'otherwise', 'stopped')),
  priority text not null check (priority in ('P1', 'P2', 'P3')),
  state text not null default 'new' check (state in (
    'new', 'assigned', 'planned', 'in-progress', 'waiting', 'resolved', 'closed', 'cancelled', 'merged')),
  state_since timestamptz not null,
  open boolean not null generated always as (state in ('new', 'assigned', 'planned', 'in-progress', 'waiting')) stored,
  reported_by uuid not null references account,
  reported_at timestamptz not null,
  assigned_account_id uuid references account,
  planned_from timestamptz,
  planned_to timestamptz,
  arrived_at timestamptz,
  wait_for text check (wait_for in ('school', 'commune', 'closed-school', 'part', 'maker')),
  review_on date,
  resolved_at timestamptz,
  merged_into_id uuid,
  -- Copies of what the clocks say of its history, rewritten at each event: a list is read in their order.
  due_at timestamptz,
  next_warning_at timestamptz,
  version int not null default 1,
  unique (id, school_id),
  constraint ticket_of_one_thing check (case subject
    when 'device' then equipment_id is not null and service is null
    when 'room' then room_id is not null and num_nonnulls(equipment_id, service) = 0
    when 'school' then num_nonnulls(equipment_id, room_id, service) = 0
    when 'service' then service is not null and num_nonnulls(equipment_id, room_id) = 0
    else false end),
  constraint ticket_room_of_its_school foreign key (room_id, school_id) references room (id, school_id),
  constraint ticket_in_hand check (case
    when state = 'new' then assigned_account_id is null
    when state in ('assigned', 'planned', 'in-progress', 'waiting', 'resolved', 'closed') then assigned_account_id is not null
    else true end),
  constraint ticket_visit_whole check (
    (planned_from is null) = (planned_to is null) and planned_from < planned_to and (state <> 'planned' or planned_from is not null)),
  constraint ticket_waits check ((state = 'waiting') = (wait_for is not null) and (wait_for is null) = (review_on is null)),
  constraint ticket_resolution_dated check (state not in ('resolved', 'closed') or resolved_at is not null),
  -- Into another of the same school, which goes on.
  constraint ticket_merged check ((state = 'merged') = (merged_into_id is not null) and merged_into_id <> id),
  constraint ticket_merged_at_home foreign key (merged_into_id, school_id) references ticket (id, school_id),
  constraint ticket_over_not_due check (open or num_nonnulls(due_at, next_warning_at) = 0)
);
-- A list is read in the order of an index: what is open by what falls due first, and everything by the day of its report.
create index ticket_open_by_due on ticket (due_at, id) where open;
create index ticket_of_school_open on ticket (school_id, due_at, id) where open;
create index ticket_of_assignee_open on ticket (assigned_account_id, due_at, id) where open;
create index ticket_by_due on ticket (due_at, id);
create index ticket_by_report on ticket (reported_at, id);
create index ticket_of_school on ticket (school_id, reported_at, id);
create index ticket_of_state on ticket (state, due_at, id);
create index ticket_of_device on ticket (equipment_id, reported_at, id) where equipment_id is not null;
create index ticket_to_review on ticket (review_on) where state = 'waiting';
create index ticket_to_close on ticket (resolved_at) where state = 'resolved';
create index ticket_to_warn on ticket (next_warning_at) where next_warning_at is not null;
-- What people wrote of it stands in the ticket alone; the copies follow from the history.
create trigger ticket_history after insert or update or delete on ticket
  for each row execute function record_history('description', 'open', 'due_at', 'next_warning_at');

-- One row a move, the report first: what the clocks are worked out from.
create table ticket_move (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  -- As they are from here on.
  priority text not null check (priority in ('P1', 'P2', 'P3')),
  presence boolean not null,
  wait_for text check (wait_for in ('school', 'commune', 'closed-school', 'part', 'maker')),
  detail jsonb not null default '{}',
  constraint ticket_move_from_somewhere check ((from_state is null) = (action = 'report')),
  check ((role = 'system') = (account_id is null))
);
create index ticket_move_ticket on ticket_move (ticket_id, at, id);
create trigger ticket_move_append_only before update or delete on ticket_move
  for each row execute function refuse_change();
create trigger ticket_move_no_truncate before truncate on ticket_move
  for each statement execute function refuse_change();

-- Who else has the same breakdown, said so or reported it by itself before the two were joined.
create table ticket_reporter (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket,
  account_id uuid not null references account,
  at timestamptz not null,
  constraint ticket_reporter_once unique (ticket_id, account_id)
);
create trigger ticket_reporter_append_only before update or delete on ticket_reporter
  for each row execute function refuse_change();
create trigger ticket_reporter_no_truncate before truncate on ticket_reporter
  for each statement execute function refuse_change();

create table ticket_comment (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket,
  account_id uuid not null references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  -- Among the metropole's people; else the school reads it.
  internal boolean not null,
  text text not null check (text <> '' and length(text) <= 2000)
);
create index ticket_comment_ticket on ticket_comment (ticket_id, at, id);
create trigger ticket_comment_append_only before update or delete on ticket_comment
  for each row execute function refuse_change();
create trigger ticket_comment_no_truncate before truncate on ticket_comment
  for each statement execute function refuse_change();

alter table ledger_entry add constraint ledger_entry_of_ticket foreign key (ticket_id) references ticket;
create index ledger_entry_ticket on ledger_entry (ticket_id) where ticket_id is not null;

-- What was wrong, what was done, and what it cost; a ticket that is opened again gets another. Its cost is charged once, or due.
create table ticket_resolution (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket,
  account_id uuid not null references account,
  at timestamptz not null,
  cause text not null check (cause in ('battery', 'charger', 'screen', 'system', 'board', 'network', 'settings', 'use', 'none', 'other')),
  repair text not null check (repair in ('replaced', 'cleaned', 'reinstalled', 'adjusted', 'explained', 'remote', 'other')),
  note text check (note <> '' and length(note) <= 2000),
  minutes int not null check (minutes between 0 and 6000),
  parts text check (parts <> '' and length(parts) <= 300),
  price_cents bigint not null check (price_cents between 0 and 10000000),
  device text not null check (device in ('stays', 'leaves', 'returns')),
  charge text not null check (charge in ('free', 'school', 'reserve', 'due')),
  entry_id uuid references ledger_entry,
  version int not null default 1,
  constraint ticket_resolution_charge check ((charge = 'free') = (price_cents = 0) and (charge in ('school', 'reserve')) = (entry_id is not null)),
  constraint ticket_resolution_charged_once unique (entry_id)
);
create index ticket_resolution_ticket on ticket_resolution (ticket_id, at, id);
create index ticket_resolution_due on ticket_resolution (at, id) where charge = 'due';
create trigger ticket_resolution_history after insert or update or delete on ticket_resolution
  for each row execute function record_history('note');
