-- A session is held on one or several dates, in a school, in a centre or from afar (rules.md 18).

alter table training_session
  alter column school_id drop not null,
  add column place_kind text not null default 'school' check (place_kind in ('school', 'centre', 'remote')),
  -- Of a centre.
  add column place_name text check (place_name <> '' and length(place_name) <= 200),
  -- Of a session from afar: whoever has it is in.
  add column remote_link text check (remote_link ~ '^https://[^[:space:]]+$' and length(remote_link) <= 500);
alter table training_session
  alter column place_kind drop default,
  add constraint training_session_place_told check (
    (place_kind = 'school') = (school_id is not null) and (place_kind = 'centre') = (place_name is not null)
    and (place_kind = 'remote') = (remote_link is not null)),
  drop constraint training_session_trainer_once,
  add unique (id, state),
  add unique (id, trainer_id);

-- A link that lets in is not copied into the story of the row.
drop trigger training_session_history on training_session;
create trigger training_session_history after insert or update or delete on training_session
  for each row execute function record_history('remote_link');

-- One half-day of a session: a whole day is two. The session's own start and end are the first and the last of them.
create table training_date (
  id uuid primary key default uuidv7(),
  session_id uuid not null,
  -- Both follow the session's: what is planned takes its trainer's time.
  trainer_id uuid not null references account,
  state text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint training_date_of_session foreign key (session_id, state) references training_session (id, state) on update cascade,
  constraint training_date_of_trainer foreign key (session_id, trainer_id) references training_session (id, trainer_id) on update cascade,
  constraint training_date_ends_after_it_starts check (ends_at > starts_at),
  -- A morning has ended by half past one in Paris; what begins at noon or later is an afternoon.
  constraint training_date_within_half_day check (
    (starts_at at time zone 'Europe/Paris')::date = (ends_at at time zone 'Europe/Paris')::date
    and ((ends_at at time zone 'Europe/Paris')::time <= '13:30' or (starts_at at time zone 'Europe/Paris')::time >= '12:00')),
  constraint training_date_no_overlap exclude using gist (session_id with =, tstzrange(starts_at, ends_at) with &&),
  -- One person trains at one place at a time.
  constraint training_date_trainer_once exclude using gist (trainer_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('proposed', 'open', 'confirmed'))
);
create unique index training_date_half_day_once on training_date
  (session_id, ((starts_at at time zone 'Europe/Paris')::date), ((ends_at at time zone 'Europe/Paris')::time <= '13:30'));
create index training_date_of_session_by_start on training_date (session_id, starts_at);
create trigger training_date_history after insert or update or delete on training_date
  for each row execute function record_history('trainer_id', 'state');

-- What stood before has one date, or two where it reached over half past one: it never reached over midnight.
select set_config('parc.actor', 'system:migration', true);
insert into training_date (session_id, trainer_id, state, starts_at, ends_at)
select t.id, t.trainer_id, t.state, half.starts_at, half.ends_at
  from training_session t,
    lateral (select ((t.starts_at at time zone 'Europe/Paris')::date + time '13:30') at time zone 'Europe/Paris' as noon) n,
    lateral (values
      (t.starts_at, case when (t.starts_at at time zone 'Europe/Paris')::time < '12:00' then least(t.ends_at, n.noon) else t.ends_at end),
      (case when (t.starts_at at time zone 'Europe/Paris')::time < '12:00' and t.ends_at > n.noon then n.noon end, t.ends_at)
    ) half (starts_at, ends_at)
 where half.starts_at is not null;

-- Lists and guards read the session's start and end: they are those of its dates, and there is at least one.
create function training_session_spans_its_dates() returns trigger language plpgsql as $$
declare
  session uuid;
begin
  if tg_table_name = 'training_session' then session := new.id;
  elsif tg_op = 'DELETE' then session := old.session_id;
  else session := new.session_id;
  end if;
  if exists (select from training_session t,
      lateral (select min(d.starts_at) as first, max(d.ends_at) as last from training_date d where d.session_id = t.id) dates
     where t.id = session and (t.starts_at, t.ends_at) is distinct from (dates.first, dates.last)) then
    raise exception 'a session begins and ends with its dates' using errcode = '23514',
      constraint = 'training_session_spans_its_dates', table = 'training_session';
  end if;
  return null;
end $$;
create constraint trigger training_session_spans_its_dates after insert or update of starts_at, ends_at on training_session
  deferrable initially deferred for each row execute function training_session_spans_its_dates();
create constraint trigger training_date_spanned after insert or update of starts_at, ends_at or delete on training_date
  deferrable initially deferred for each row execute function training_session_spans_its_dates();
