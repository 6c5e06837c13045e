-- What people have today: lists of devices that exist already, as GLPI, Snipe-IT or somebody's own spreadsheet tells them,
-- and what their words mean (rules.md 12).

create table fleet_import (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('glpi-computers', 'glpi-monitors', 'glpi-peripherals', 'snipe-it', 'list')),
  -- Lists of one source speak the same words.
  source text not null,
  file_name text not null,
  sha256 text not null,
  header jsonb not null,
  -- The first rows, where columns are chosen by; forgotten with the rows.
  samples jsonb not null default '[]',
  -- Our word → place of the column.
  columns jsonb not null,
  row_count int not null check (row_count between 0 and 1000000),
  state text not null default 'waiting' check (state in ('waiting', 'applied')),
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null,
  applied_by uuid references account,
  applied_at timestamptz,
  created_count int not null default 0 check (created_count between 0 and 1000000),
  unchanged_count int not null default 0 check (unchanged_count between 0 and 1000000),
  changed_count int not null default 0 check (changed_count between 0 and 1000000),
  refused_count int not null default 0 check (refused_count between 0 and 1000000),
  -- Rooms that the list named first.
  room_count int not null default 0 check (room_count between 0 and 1000000),
  -- Refused rows by what is wrong with them first.
  faults jsonb not null default '{}',
  version int not null default 1,
  constraint fleet_import_applied check ((state = 'applied') = (applied_at is not null and applied_by is not null)),
  -- Every row of the file is counted once.
  constraint fleet_import_adds_up
    check (state = 'waiting' or row_count = created_count + unchanged_count + changed_count + refused_count)
);
create index fleet_import_age on fleet_import (uploaded_at, id);
create trigger fleet_import_history after insert or update or delete on fleet_import
  for each row execute function record_history('file_name', 'header', 'samples', 'source');

-- Rows as they were sent, without what they say of people. Once the list is in, those that stayed out, with their reasons.
create table fleet_import_row (
  import_id uuid not null references fleet_import on delete cascade,
  line int not null check (line between 1 and 2000000000),
  cells jsonb not null,
  faults jsonb,
  primary key (import_id, line)
);

-- How a source heads its lists, and what its words mean: each decided once.
create table fleet_heading (
  id uuid primary key default uuidv7(),
  source text not null,
  column_name text not null,
  heading text not null,
  unique (source, column_name)
);
create trigger fleet_heading_history after insert or update or delete on fleet_heading
  for each row execute function record_history('source', 'heading');

create table fleet_word (
  id uuid primary key default uuidv7(),
  source text not null,
  topic text not null check (topic in ('model', 'state', 'place')),
  word text not null,
  model_id uuid references catalogue_item,
  state text check (state in ('in-stock', 'in-service', 'under-repair', 'lost', 'stolen', 'retired')),
  stock_place_id uuid references stock_place,
  school_id uuid references school,
  room_id uuid,
  decided_by uuid not null references account,
  decided_at timestamptz not null,
  unique (source, topic, word),
  constraint fleet_word_room_of_its_school foreign key (room_id, school_id) references room (id, school_id),
  -- One meaning, of its topic; none: such rows are left out.
  constraint fleet_word_of_its_topic check (
    num_nonnulls(model_id, state, stock_place_id, school_id) <= 1
    and (model_id is null or topic = 'model')
    and (state is null or topic = 'state')
    and (num_nonnulls(stock_place_id, school_id) = 0 or topic = 'place')
    and (room_id is null or school_id is not null))
);
create trigger fleet_word_history after insert or update or delete on fleet_word
  for each row execute function record_history('source', 'word');
