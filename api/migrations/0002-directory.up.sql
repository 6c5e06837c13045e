-- Communes, schools and what belongs to them (rules.md 5).

create table commune (
  id uuid primary key default uuidv7(),
  insee_code text not null unique check (insee_code ~ '^[0-9AB]{5}$'),
  name text not null,
  latitude double precision,
  longitude double precision
);

create table circonscription (
  id uuid primary key default uuidv7(),
  code text not null unique check (code ~ '^[0-9]{7}[A-HJ-NPR-Z]$'),
  name text not null
);

create table managing_body (
  id uuid primary key default uuidv7(),
  name text not null unique,
  kind text not null check (kind in ('ogec', 'diocese', 'medico-social'))
);

create table school (
  id uuid primary key default uuidv7(),
  uai text not null unique check (
    uai ~ '^[0-9]{7}[A-HJ-NPR-Z]$'
    and substr('ABCDEFGHJKLMNPRSTUVWXYZ', substr(uai, 1, 7)::int % 23 + 1, 1) = substr(uai, 8, 1)
  ),
  name text not null,
  sector text not null check (sector in ('public', 'private')),
  state_contract text check (state_contract in ('association', 'simple', 'none')),
  kind text not null check (kind in ('nursery', 'elementary', 'primary', 'teaching-unit')),
  priority text not null default 'none' check (priority in ('none', 'REP', 'REP+')),
  commune_id uuid not null references commune,
  circonscription_id uuid references circonscription,
  managing_body_id uuid references managing_body,
  host_school_id uuid references school,
  address text,
  postal_code text check (postal_code ~ '^[0-9]{5}$'),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  email citext,
  phone text,
  siret text check (siret ~ '^[0-9]{14}$'),
  -- {"mon": {"morning": ["08:30", "11:30"], "afternoon": ["13:30", "16:30"]}, "wed": null, …}
  opening_hours jsonb not null default '{}',
  key_holder text,
  alarm text,
  presence_needed boolean not null default false,
  access_note text,
  closed_on date,
  state text not null default 'open' check (state in ('open', 'closed')),
  version int not null default 1,
  check ((sector = 'private') = (state_contract is not null))
);
create index school_commune on school (commune_id);
create index school_circonscription on school (circonscription_id);
create index school_managing_body on school (managing_body_id);
create index school_search on school using gin (plain_text(name || ' ' || uai) gin_trgm_ops);
create trigger school_history after insert or update or delete on school
  for each row execute function record_history('email', 'phone', 'key_holder', 'alarm');

-- Every code a school has had: equipment follows the site, old orders keep the old code as text.
create table school_uai (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  uai text not null,
  from_day date not null,
  to_day date,
  exclude using gist (uai with =, daterange(from_day, to_day, '[)') with &&)
);
create index school_uai_school on school_uai (school_id);

create table school_year_figures (
  school_id uuid not null references school,
  -- First civil year of the school year: 2026 for 2026-2027.
  school_year int not null check (school_year between 2000 and 2100),
  pupils int check (pupils >= 0),
  classes int check (classes >= 0),
  teachers int check (teachers >= 0),
  social_index numeric(5, 1) check (social_index between 40 and 200),
  primary key (school_id, school_year)
);

create table room (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  name text not null check (name <> ''),
  floor text,
  -- What is known to be there: power, network, furniture.
  has_power boolean not null default false,
  has_network boolean not null default false,
  removed boolean not null default false,
  version int not null default 1,
  unique (id, school_id),
  unique (school_id, name)
);
create trigger room_history after insert or update or delete on room
  for each row execute function record_history();

create table public_holiday (
  day date primary key,
  name text not null
);

create table school_holiday (
  id uuid primary key default uuidv7(),
  zone text not null check (zone in ('A', 'B', 'C')),
  name text not null,
  from_day date not null,
  -- Last day without class, included.
  to_day date not null,
  check (to_day >= from_day),
  exclude using gist (zone with =, daterange(from_day, to_day, '[]') with &&)
);
