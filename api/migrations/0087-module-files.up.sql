-- What is handed out at a training is a link, or a file that is kept here (rules.md 18).

create table training_module_file (
  id uuid primary key default uuidv7(),
  -- Of every writing of the module: the first of its series.
  series_id uuid not null references training_module,
  label text not null check (label <> '' and length(label) <= 100),
  size_bytes int not null check (size_bytes between 1 and 10485760),
  -- A PDF, as it was sent.
  content bytea not null,
  created_by uuid not null references account,
  created_at timestamptz not null,
  constraint training_module_file_whole check (octet_length(content) = size_bytes)
);
-- A PDF is compressed already.
alter table training_module_file alter column content set storage external;
create index training_module_file_of_series on training_module_file (series_id, created_at, id);
create trigger training_module_file_history after insert or update or delete on training_module_file
  for each row execute function record_history('content');
create trigger training_module_file_no_update before update on training_module_file
  for each row execute function refuse_change();
create trigger training_module_file_no_truncate before truncate on training_module_file
  for each statement execute function refuse_change();
