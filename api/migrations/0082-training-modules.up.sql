-- Modules that change and end, sessions for some cycles, and what a search of sessions finds (rules.md 18).

-- A module that is written anew is another row of the same series: what was held under the one before goes on saying what it was.
alter table training_module
  add column series_id uuid references training_module,
  add column current boolean not null default true,
  -- Sessions of it may be proposed.
  add column active boolean not null default true,
  add column competences text[] not null default '{}' check (competences <@ array['environment', 'resources', 'teaching', 'diversity', 'pupils']),
  add column version int not null default 1,
  drop constraint training_module_title_once;
create unique index training_module_title_once on training_module (title) where current;
create unique index training_module_current_once on training_module (coalesce(series_id, id)) where current;
create index training_module_of_series on training_module (coalesce(series_id, id));

-- Links to what is handed out.
create table training_module_material (
  module_id uuid not null references training_module,
  place int not null check (place between 1 and 100),
  label text not null check (label <> '' and length(label) <= 100),
  address text not null check (address ~ '^https://[^[:space:]]+$' and length(address) <= 500),
  primary key (module_id, place)
);
create trigger training_module_material_append_only before update or delete on training_module_material
  for each row execute function refuse_change();
create trigger training_module_material_no_truncate before truncate on training_module_material
  for each statement execute function refuse_change();

-- Whom a session is meant for; nobody of another cycle is refused. None: everybody.
alter table training_session
  add column cycles text[] not null default '{}' check (cycles <@ array['cycle-1', 'cycle-2', 'cycle-3']);

-- By number and by the name of a centre, as a search finds them; schools and modules are found first.
create index training_session_search on training_session using gin (search_text(number || ' ' || coalesce(place_name, '')) gin_trgm_ops);
create index training_session_of_school on training_session (school_id) where school_id is not null;
