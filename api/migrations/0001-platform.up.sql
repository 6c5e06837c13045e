-- What every domain stands on: history that names its actor, settings with dates, idempotency, jobs, mail, files.

create extension if not exists btree_gist;
create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Search ignores case and accents; immutable so that it can be indexed.
create function plain_text(value text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent', value)) $$;

-- The actor of the transaction: an account's id, or 'system:<what>'. A write without one is refused.
create function current_actor() returns text language plpgsql stable as $$
declare actor text := nullif(current_setting('parc.actor', true), '');
begin
  if actor is null then
    raise exception 'this transaction names no actor' using errcode = 'PA001';
  end if;
  return actor;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: rows are only ever added', tg_op, tg_table_name using errcode = 'PA002';
end $$;

create table history (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  table_name text not null,
  row_id uuid not null,
  operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
  before jsonb,
  after jsonb
);
create index history_row on history (table_name, row_id, id);
create trigger history_append_only before update or delete on history
  for each row execute function refuse_change();
create trigger history_no_truncate before truncate on history
  for each statement execute function refuse_change();

-- Arguments: columns never copied here (names, addresses, hashes), so that pseudonymising an account changes no history.
create function record_history() returns trigger language plpgsql as $$
declare
  actor text := current_actor();
  -- A trigger without arguments has no array of them at all: taking null away would leave nothing to copy.
  never_copied text[] := coalesce(tg_argv, '{}');
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - never_copied end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - never_copied end;
begin
  if tg_op = 'UPDATE' then
    select coalesce(jsonb_object_agg(b.key, b.value), '{}'), coalesce(jsonb_object_agg(b.key, after_row -> b.key), '{}')
      into before_row, after_row
      from jsonb_each(before_row) b
      where b.value is distinct from after_row -> b.key;
    if before_row = '{}' then return null; end if;
  end if;
  insert into history (actor, table_name, row_id, operation, before, after)
    values (actor, tg_table_name, coalesce(new.id, old.id), tg_op, before_row, after_row);
  return null;
end $$;

-- Settings hold from a date, with their source; a change is a new row.
create table setting (
  id uuid primary key default uuidv7(),
  name text not null,
  value jsonb not null,
  from_day date not null,
  source text not null,
  unique (name, from_day)
);
create trigger setting_history after insert or update or delete on setting
  for each row execute function record_history();

create table idempotency_key (
  account_id uuid not null,
  route text not null,
  key text not null check (length(key) between 8 and 200),
  body_hash text not null,
  status int not null,
  response text,
  created_at timestamptz not null default now(),
  primary key (account_id, route, key)
);
create index idempotency_key_age on idempotency_key (created_at);

-- One row a job and a day: the primary key makes it run once, however many servers run.
create table job_run (
  job text not null,
  due_on date not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome text,
  primary key (job, due_on)
);

-- Outbox: written in the transaction of what it tells, sent after it. `dedupe` makes a notice unique for good.
create table mail (
  id uuid primary key default uuidv7(),
  dedupe text not null unique,
  recipient text not null check (recipient !~ '[\r\n]'),
  subject text not null check (subject !~ '[\r\n]'),
  body text not null,
  created_at timestamptz not null default now(),
  next_try_at timestamptz not null default now(),
  tries int not null default 0,
  sent_at timestamptz,
  failure text
);
create index mail_to_send on mail (next_try_at) where sent_at is null;
