-- Upkeep of the devices that serve: plans that say what is checked and when, and the checks that they make (rules.md 15).

create table upkeep_plan (
  id uuid primary key default uuidv7(),
  name text not null check (name <> '' and length(name) <= 80),
  -- What is checked: a model, or every model of a family.
  model_id uuid references catalogue_item,
  family text check (family in ('laptop', 'desktop', 'tablet', 'smartphone', 'interactive-display', 'projector',
    'monitor', 'printer', 'network-box', 'robot', 'case', 'accessory')),
  -- Where: one school, those of a commune, or all.
  commune_id uuid references commune,
  school_id uuid references school,
  rule text not null check (rule in ('term', 'in-service', 'yearly', 'once')),
  weekday text check (weekday in ('mon', 'tue', 'wed', 'thu', 'fri')),
  every_months int check (every_months between 1 and 120),
  month int check (month between 1 and 12),
  day_of_month int check (day_of_month between 1 and 31),
  on_day date,
  points text[] not null check (cardinality(points) between 1 and 12),
  -- Who gets its checks; nobody: whoever takes them.
  technician_id uuid references account,
  started_on date not null,
  ended_on date,
  -- The last day whose checks are made.
  made_until date not null,
  version int not null default 1,
  constraint upkeep_plan_named_once unique (name),
  constraint upkeep_plan_of_model_or_family check (num_nonnulls(model_id, family) = 1),
  constraint upkeep_plan_one_reach check (num_nonnulls(commune_id, school_id) <= 1),
  constraint upkeep_plan_rule_whole check (
    (weekday is not null) = (rule = 'term') and (every_months is not null) = (rule = 'in-service')
    and (month is not null) = (rule = 'yearly') and (day_of_month is not null) = (rule = 'yearly')
    and (on_day is not null) = (rule = 'once'))
);
create trigger upkeep_plan_history after insert or update or delete on upkeep_plan
  for each row execute function record_history('made_until');

create table upkeep_check (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references upkeep_plan,
  school_id uuid not null references school,
  -- The day of the plan, for life; the day on which somebody goes there.
  due_on date not null,
  planned_on date not null,
  state text not null default 'planned' check (state in ('planned', 'done', 'not-done', 'cancelled')),
  state_since timestamptz not null,
  open boolean not null generated always as (state = 'planned') stored,
  assigned_account_id uuid references account,
  -- How many devices, and what was found of them.
  devices int not null check (devices between 1 and 1000),
  watch int not null default 0 check (watch between 0 and 1000),
  broken int not null default 0 check (broken between 0 and 1000),
  not_found int not null default 0 check (not_found between 0 and 1000),
  version int not null default 1,
  -- However often a night is worked, and by however many servers.
  constraint upkeep_check_once unique (plan_id, school_id, due_on),
  constraint upkeep_check_counts check (watch + broken + not_found <= devices and (state = 'done' or watch + broken + not_found = 0))
);
-- A list is read in the order of an index.
create index upkeep_check_by_due on upkeep_check (due_on, id);
create index upkeep_check_open_by_due on upkeep_check (due_on, id) where open;
create index upkeep_check_of_school on upkeep_check (school_id, due_on, id);
create index upkeep_check_of_school_open on upkeep_check (school_id, due_on, id) where open;
create index upkeep_check_of_plan on upkeep_check (plan_id, due_on, id);
create index upkeep_check_of_plan_open on upkeep_check (plan_id, due_on, id) where open;
create index upkeep_check_of_state on upkeep_check (state, due_on, id);
create index upkeep_check_of_assignee on upkeep_check (assigned_account_id, due_on, id) where open;
create index upkeep_check_of_day on upkeep_check (planned_on, id) where open;
create trigger upkeep_check_history after insert or update or delete on upkeep_check
  for each row execute function record_history('open');

-- The devices of a check, as they stood when it was made, and how each was found.
create table upkeep_check_device (
  id uuid primary key default uuidv7(),
  check_id uuid not null references upkeep_check,
  equipment_id uuid not null references equipment,
  finding text check (finding in ('good', 'watch', 'broken', 'not-found')),
  note text check (note <> '' and length(note) <= 500),
  -- Of what is broken: opened here, or open already.
  ticket_id uuid references ticket,
  constraint upkeep_check_device_once unique (check_id, equipment_id),
  constraint upkeep_check_device_told check (finding is not null or num_nonnulls(note, ticket_id) = 0),
  constraint upkeep_check_device_ticket check (ticket_id is null or finding = 'broken')
);
create index upkeep_check_device_of_device on upkeep_check_device (equipment_id);
create index upkeep_check_device_ticket_of on upkeep_check_device (ticket_id) where ticket_id is not null;
create trigger upkeep_check_device_history after insert or update or delete on upkeep_check_device
  for each row execute function record_history('note');

-- One row a move, the plan's first.
create table upkeep_check_move (
  id uuid primary key default uuidv7(),
  check_id uuid not null references upkeep_check,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  detail jsonb not null default '{}',
  constraint upkeep_check_move_from_somewhere check ((from_state is null) = (action = 'make')),
  check ((role = 'system') = (account_id is null))
);
create index upkeep_check_move_check on upkeep_check_move (check_id, at, id);
create trigger upkeep_check_move_append_only before update or delete on upkeep_check_move
  for each row execute function refuse_change();
create trigger upkeep_check_move_no_truncate before truncate on upkeep_check_move
  for each statement execute function refuse_change();

-- A check that a phone could not make count is kept as any other work.
alter table deposit drop constraint deposit_object_kind_check;
alter table deposit add constraint deposit_object_kind_check check (object_kind in ('ticket', 'order', 'visit', 'inventory', 'check'));
