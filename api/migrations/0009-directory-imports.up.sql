-- What the national directory tells of a school besides, and the imports of its files (rules.md 5).

alter table school
  add column closing_announced boolean not null default false,
  add column address_line2 text,
  add column website text,
  add column opened_on date,
  -- UAI of the establishment it hangs on: a medico-social one is no school of the plan.
  add column host_uai text,
  add column has_inclusion_class boolean not null default false,
  add column concentrated_grouping boolean not null default false,
  add column dispersed_grouping_code text,
  -- The legal person alone may be known: a SIREN.
  drop constraint school_siret_check,
  add constraint school_siret_check check (siret ~ '^([0-9]{9}|[0-9]{14})$'),
  -- A teaching unit may be private without a contract of its own.
  drop constraint school_check,
  add constraint school_contract check (
    case when kind = 'teaching-unit' then sector = 'private' or state_contract is null
         else (sector = 'private') = (state_contract is not null) end
  );

-- The index is read between 30 and 200 (schools are published between about 45 and 185).
alter table school_year_figures
  drop constraint school_year_figures_social_index_check,
  add constraint school_year_figures_social_index_check check (social_index between 30 and 200),
  add column id uuid not null default uuidv7() unique;
alter table public_holiday add column id uuid not null default uuidv7() unique;

create trigger school_year_figures_history after insert or update or delete on school_year_figures
  for each row execute function record_history();
create trigger public_holiday_history after insert or update or delete on public_holiday
  for each row execute function record_history();
create trigger school_holiday_history after insert or update or delete on school_holiday
  for each row execute function record_history();
create trigger school_uai_history after insert or update or delete on school_uai
  for each row execute function record_history();
create trigger commune_history after insert or update or delete on commune
  for each row execute function record_history();
create trigger circonscription_history after insert or update or delete on circonscription
  for each row execute function record_history();
create trigger managing_body_history after insert or update or delete on managing_body
  for each row execute function record_history();

-- A removed room keeps its name in the history; another may take it. Case and accents make no other name.
alter table room drop constraint room_school_id_name_key;
create unique index room_school_id_name_key on room (school_id, plain_text(name)) where not removed;

-- One uploaded file: read in the background, looked at, applied in one step.
create table directory_import (
  id uuid primary key default uuidv7(),
  kind text not null
    check (kind in ('national-directory', 'pupils', 'social-index', 'public-holidays', 'school-holidays')),
  file_name text not null,
  sha256 text not null,
  byte_count bigint not null,
  encoding text not null,
  separator text not null,
  header_style text,
  column_count int not null,
  used_column_count int not null,
  state text not null default 'reading' check (state in ('reading', 'ready', 'refused', 'interrupted', 'applied')),
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null,
  read_at timestamptz,
  applied_by uuid references account,
  applied_at timestamptz,
  -- How far the reading is; a reading whose process died stays where it was.
  progress_rows int not null default 0,
  progress_bytes bigint not null default 0,
  progress_at timestamptz not null default now(),
  -- Why the file as a whole cannot be read, for a person.
  problem text,
  -- What the directory held when the file was compared with it: applied only while it still does.
  directory_mark text,
  existing_count int not null default 0,
  row_count int not null default 0,
  created_count int not null default 0,
  changed_count int not null default 0,
  changed_field_count int not null default 0,
  unchanged_count int not null default 0,
  refused_count int not null default 0,
  ignored_count int not null default 0,
  warned_count int not null default 0,
  missing_count int not null default 0,
  ignored_by_reason jsonb not null default '{}',
  warnings_by_code jsonb not null default '{}',
  fields_by_group jsonb not null default '{}',
  -- Every row of the file is counted once.
  constraint directory_import_adds_up
    check (row_count = created_count + changed_count + unchanged_count + refused_count + ignored_count),
  constraint directory_import_applied check ((state = 'applied') = (applied_at is not null and applied_by is not null))
);
create index directory_import_age on directory_import (uploaded_at, id);
create trigger directory_import_history after insert or update or delete on directory_import
  for each row execute function record_history('progress_rows', 'progress_bytes', 'progress_at');

-- What a file would create or change: written by the reading, shown by the preview, executed by the application.
create table directory_import_change (
  import_id uuid not null references directory_import on delete cascade,
  line int not null,
  outcome text not null check (outcome in ('created', 'changed')),
  -- UAI, UAI and year, or day.
  key text not null,
  name text not null,
  commune_name text,
  school_id uuid references school,
  reaches_orders boolean not null,
  reaches_budget boolean not null,
  -- Fields by name with what they become: what the application writes.
  applied_values jsonb not null,
  -- [{"field", "label", "group", "before", "after", "reaches"}]: what a person reads.
  fields jsonb not null,
  warnings jsonb not null,
  primary key (import_id, line)
);

create table directory_import_refusal (
  import_id uuid not null references directory_import on delete cascade,
  line int not null,
  code text not null,
  column_name text,
  value text not null,
  uai text,
  suggestion text,
  reason text not null,
  fate text not null,
  primary key (import_id, line)
);

-- What the directory has and the file does not name: reported, never deleted.
create table directory_import_missing (
  import_id uuid not null references directory_import on delete cascade,
  key text not null,
  name text not null,
  commune_name text,
  school_id uuid references school,
  primary key (import_id, key)
);
