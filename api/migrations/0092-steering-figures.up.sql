-- Figures of the plan, worked out once and read by everybody (rules.md 20): a row a period, its sums, its schools.

-- Whom a model serves besides what its family says: a teacher's own computer is no pupil's.
alter table commune add column population int check (population >= 0);
alter table equipment_model add column for_teachers boolean not null default false;

create table indicator_period (
  id uuid primary key default uuidv7(),
  key text not null check (key ~ '^[a-z][a-z0-9-]+$'),
  version int not null check (version >= 1),
  from_day date not null,
  to_day date not null,
  -- A point of the curve; the figure itself; what the figure is read beside.
  in_curve boolean not null,
  is_figure boolean not null,
  is_beside boolean not null,
  over boolean not null,
  -- What it was worked out of has changed since: it is read until it is worked out again.
  stale boolean not null default false,
  worked_out_at timestamptz not null,
  check (to_day >= from_day),
  constraint indicator_period_once unique (key, version, from_day, to_day)
);
create index indicator_period_curve on indicator_period (key, version, to_day, from_day) where in_curve;
create unique index indicator_period_figure on indicator_period (key, version) where is_figure;
create unique index indicator_period_beside on indicator_period (key, version) where is_beside;

-- Sums by axis and part, narrowed by sector, kind and network; empty: not narrowed.
create table indicator_cell (
  period_id uuid not null references indicator_period on delete cascade,
  axis text not null,
  part text not null,
  sector text not null,
  kind text not null,
  network text not null,
  num numeric,
  den numeric,
  value numeric,
  -- Nine objects in ten lie under it, where single objects are counted.
  high numeric,
  known bigint not null check (known >= 0),
  population bigint not null check (population >= known),
  masked boolean not null default false,
  primary key (period_id, axis, part, sector, kind, network),
  -- What is masked is not kept.
  constraint indicator_cell_masked_is_empty check (not masked or num_nonnulls(num, den, value, high) = 0)
);
create index indicator_cell_by_value on indicator_cell (period_id, axis, value, part)
  where sector = '' and kind = '' and network = '';

create table indicator_school (
  period_id uuid not null references indicator_period on delete cascade,
  school_id uuid not null references school,
  sector text not null,
  kind text not null,
  network text not null,
  num numeric,
  den numeric,
  value numeric,
  known bigint not null check (known >= 0),
  population bigint not null check (population >= known),
  primary key (period_id, school_id)
);
create index indicator_school_by_value on indicator_school (period_id, value, school_id);
