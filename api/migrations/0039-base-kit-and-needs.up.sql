-- What each kind of school is to have (the base kit), what a school says it needs, and the devices offered to it from where
-- they lie idle (rules.md 12).

-- What a kit speaks of: « Écran ou projecteur ».
create table kit_group (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  -- The order in which a kit is read.
  place int not null check (place between 1 and 1000),
  version int not null default 1,
  unique (name)
);

-- A device counts once: its model belongs to one group at most.
create table kit_model (
  id uuid primary key default uuidv7(),
  model_id uuid not null references catalogue_item,
  group_id uuid not null references kit_group,
  constraint kit_model_counts_once unique (model_id)
);
create index kit_model_group on kit_model (group_id, model_id);
create trigger kit_model_history after insert or update or delete on kit_model
  for each row execute function record_history();

-- How many of a group a kind of school is to have, from a day on; what held before stays.
create table kit_rule (
  id uuid primary key default uuidv7(),
  group_id uuid not null references kit_group,
  school_kind text not null check (school_kind in ('nursery', 'elementary', 'primary', 'teaching-unit')),
  from_day date not null,
  per_school int not null default 0 check (per_school between 0 and 1000),
  per_class int not null default 0 check (per_class between 0 and 100),
  -- One more for every so many pupils, begun ones too; null: pupils are not counted.
  pupils_each int check (pupils_each between 1 and 1000),
  source text not null check (source <> ''),
  constraint kit_rule_once_a_day unique (group_id, school_kind, from_day)
);

-- The starting set, under ids that a plan's first rows may name: the national kit of 2021 for what has classes of cycles 2 and 3, the plan's own norm for nursery schools.
with g as (
  insert into kit_group (id, name, place) values
    ('01900000-0000-7000-8000-000000000001', 'Écran ou projecteur', 1),
    ('01900000-0000-7000-8000-000000000002', 'Ordinateur d’enseignant et de direction', 2),
    ('01900000-0000-7000-8000-000000000003', 'Postes et tablettes d’élève', 3)
  returning id, place
), rule (school_kind, place, per_school, per_class, source) as (
  values
    ('elementary', 1, 0, 1, 'Socle numérique national, 2021'),
    ('elementary', 2, 1, 1, 'Socle numérique national, 2021'),
    ('elementary', 3, 0, 3, 'Socle numérique national, 2021 : 12 terminaux pour 4 classes'),
    ('primary', 1, 0, 1, 'Socle numérique national, 2021'),
    ('primary', 2, 1, 1, 'Socle numérique national, 2021'),
    ('primary', 3, 0, 3, 'Socle numérique national, 2021 : 12 terminaux pour 4 classes'),
    ('nursery', 1, 1, 0, 'Norme du plan : un projecteur mobile par école'),
    ('nursery', 2, 1, 0, 'Norme du plan : un ordinateur par école')
)
insert into kit_rule (group_id, school_kind, from_day, per_school, per_class, source)
  select g.id, r.school_kind, '2021-09-01', r.per_school, r.per_class, r.source from rule r join g on g.place = r.place;

-- Nobody has written the starting set: what people change of it from here on is remembered.
create trigger kit_group_history after insert or update or delete on kit_group
  for each row execute function record_history();
create trigger kit_rule_history after insert or update or delete on kit_rule
  for each row execute function record_history();

-- What a school has of a model is counted by an index alone.
create index equipment_of_school_by_model on equipment (school_id, model_id, state) where school_id is not null;

-- What a school says it needs: it feeds choices and redeployment, and is never an order.
create table need (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  -- Of which kind of devices; null: something else.
  group_id uuid references kit_group,
  room_id uuid,
  quantity int check (quantity between 1 and 1000),
  classes int check (classes between 1 and 100),
  purpose text not null check (purpose <> ''),
  note text check (note <> ''),
  state text not null default 'stated' check (state in ('stated', 'taken-up', 'met', 'declined', 'withdrawn')),
  state_since timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null references account,
  version int not null default 1,
  constraint need_of_its_school unique (id, school_id),
  constraint need_room_of_its_school foreign key (room_id, school_id) references room (id, school_id)
);
create index need_by_day on need (created_at, id);
create index need_of_school_by_day on need (school_id, created_at, id);
create index need_of_state_by_day on need (state, created_at, id);
create index need_waiting_of_group on need (group_id, created_at, id) where state in ('stated', 'taken-up');
-- What people wrote of a need stands in the need alone.
create trigger need_history after insert or update or delete on need
  for each row execute function record_history('purpose', 'note');

create table need_move (
  id uuid primary key default uuidv7(),
  need_id uuid not null references need,
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
create index need_move_need on need_move (need_id, at, id);
create trigger need_move_append_only before update or delete on need_move
  for each row execute function refuse_change();
create trigger need_move_no_truncate before truncate on need_move
  for each statement execute function refuse_change();

-- A device idle here, a need there: nothing moves before both heads were asked.
create table redeployment (
  id uuid primary key default uuidv7(),
  equipment_id uuid not null references equipment,
  need_id uuid not null,
  -- Where it stands; null: in stock, and only the school that needs it is asked.
  from_school_id uuid references school,
  to_school_id uuid not null references school,
  -- Why it was idle when it was proposed.
  idle text not null check (idle in ('in-stock', 'beyond-kit')),
  -- Until when the heads are asked; a silence is told, it is no consent.
  answer_by date not null,
  giving_answer text check (giving_answer in ('yes', 'no')),
  receiving_answer text check (receiving_answer in ('yes', 'no')),
  state text not null default 'proposed' check (state in ('proposed', 'carried-out', 'dropped', 'ended')),
  state_since timestamptz not null,
  created_at timestamptz not null,
  version int not null default 1,
  constraint redeployment_need_of_its_school foreign key (need_id, to_school_id) references need (id, school_id),
  constraint redeployment_to_another_school check (from_school_id <> to_school_id),
  constraint redeployment_stock_gives_silently check (from_school_id is not null or giving_answer is null),
  constraint redeployment_idle_where_it_is check ((idle = 'in-stock') = (from_school_id is null))
);
-- A device is offered to one school at a time.
create unique index redeployment_one_of_a_device on redeployment (equipment_id) where state = 'proposed';
create index redeployment_by_day on redeployment (created_at, id);
create index redeployment_of_state_by_day on redeployment (state, created_at, id);
create index redeployment_of_need on redeployment (need_id, created_at, id);
create index redeployment_of_giving on redeployment (from_school_id, created_at, id) where from_school_id is not null;
create index redeployment_of_receiving on redeployment (to_school_id, created_at, id);
create trigger redeployment_history after insert or update or delete on redeployment
  for each row execute function record_history();

create table redeployment_move (
  id uuid primary key default uuidv7(),
  redeployment_id uuid not null references redeployment,
  action text not null,
  from_state text not null,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  -- Of an opinion: whose, and which.
  school_id uuid references school,
  answer text check (answer in ('yes', 'no')),
  constraint redeployment_move_opinion_whole check ((school_id is null) = (answer is null)),
  check ((role = 'system') = (account_id is null))
);
create index redeployment_move_redeployment on redeployment_move (redeployment_id, at, id);
create trigger redeployment_move_append_only before update or delete on redeployment_move
  for each row execute function refuse_change();
create trigger redeployment_move_no_truncate before truncate on redeployment_move
  for each statement execute function refuse_change();
