-- A trainer's visit to a class: asked for by a school, dated, reported (rules.md 18).

create table support_request (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  -- Whose trainers come.
  circonscription_id uuid not null references circonscription,
  -- In whose class.
  teacher_id uuid not null references account,
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  about text not null check (about in ('use', 'module', 'model')),
  module_id uuid references training_module,
  model_id uuid references catalogue_item,
  level text not null check (level in ('ps', 'ms', 'gs', 'cp', 'ce1', 'ce2', 'cm1', 'cm2', 'several')),
  wished_from date not null,
  wished_to date not null,
  -- In the teacher's words.
  purpose text not null check (purpose <> '' and length(purpose) <= 1000),
  state text not null default 'asked' check (state in ('asked', 'dated', 'reported', 'cancelled')),
  state_since timestamptz not null,
  -- Who comes, and when.
  trainer_id uuid references account,
  starts_at timestamptz,
  ends_at timestamptz,
  -- What was done, how long it took in quarters of an hour, and what follows.
  report text check (report <> '' and length(report) <= 2000),
  minutes int check (minutes between 15 and 480) check (minutes % 15 = 0),
  follow_up text check (follow_up <> '' and length(follow_up) <= 1000),
  reported_at timestamptz,
  version int not null default 1,
  constraint support_request_of_one_thing check (
    (about = 'module') = (module_id is not null) and (about = 'model') = (model_id is not null)),
  constraint support_request_wished_in_order check (wished_from <= wished_to),
  constraint support_request_dated_whole check (num_nonnulls(trainer_id, starts_at, ends_at) in (0, 3)),
  constraint support_request_dated check (state not in ('dated', 'reported') or starts_at is not null),
  constraint support_request_asked_has_no_date check (state <> 'asked' or starts_at is null),
  constraint support_request_ends_after_it_starts check (ends_at > starts_at),
  -- As a session's: a morning has ended by half past one in Paris; what begins at noon or later is an afternoon.
  constraint support_request_within_half_day check (
    (starts_at at time zone 'Europe/Paris')::date = (ends_at at time zone 'Europe/Paris')::date
    and ((ends_at at time zone 'Europe/Paris')::time <= '13:30' or (starts_at at time zone 'Europe/Paris')::time >= '12:00')),
  constraint support_request_reported_whole check (
    (state = 'reported') = (report is not null) and num_nonnulls(report, minutes, reported_at) in (0, 3) and (follow_up is null or report is not null)),
  -- One person is in one class at a time.
  constraint support_request_trainer_once exclude using gist (trainer_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state = 'dated')
);
-- A list is read in the order of an index, and what waits by what waits alone.
create index support_request_of_circonscription on support_request (circonscription_id, asked_at, id) include (state);
create index support_request_of_school on support_request (school_id, asked_at, id);
create index support_request_of_teacher on support_request (teacher_id, asked_at, id);
create index support_request_live on support_request (circonscription_id, asked_at, id) where state in ('asked', 'dated');
create index support_request_by_asking on support_request (asked_at, id) include (circonscription_id, state);
create trigger support_request_history after insert or update or delete on support_request
  for each row execute function record_history('purpose', 'report', 'follow_up');

-- One row a move, the asking first.
create table support_move (
  id uuid primary key default uuidv7(),
  request_id uuid not null references support_request,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  -- When it was to be, of one that has another date.
  was_at timestamptz,
  constraint support_move_from_somewhere check ((from_state is null) = (action = 'ask')),
  check ((role = 'system') = (account_id is null))
);
create index support_move_request on support_move (request_id, at, id);
create trigger support_move_append_only before update or delete on support_move
  for each row execute function refuse_change();
create trigger support_move_no_truncate before truncate on support_move
  for each statement execute function refuse_change();

-- A trainer is at one place at a time, be it a session or a class: each side looks at the other's, one after the other.
create function trainer_is_elsewhere() returns trigger language plpgsql as $$
declare
  taken boolean;
begin
  if tg_op = 'UPDATE' and (old.trainer_id, old.starts_at, old.ends_at) is not distinct from (new.trainer_id, new.starts_at, new.ends_at) then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtext('trainer ' || new.trainer_id));
  if tg_table_name = 'training_date' then
    taken := exists (select from support_request r where r.trainer_id = new.trainer_id and r.state = 'dated'
      and tstzrange(r.starts_at, r.ends_at) && tstzrange(new.starts_at, new.ends_at));
  else
    taken := exists (select from training_date d where d.trainer_id = new.trainer_id and d.state in ('proposed', 'open', 'confirmed')
      and tstzrange(d.starts_at, d.ends_at) && tstzrange(new.starts_at, new.ends_at));
  end if;
  if taken then
    raise exception 'the trainer is elsewhere' using errcode = 'PA009';
  end if;
  return new;
end $$;
create trigger training_date_trainer_elsewhere before insert or update of trainer_id, starts_at, ends_at on training_date
  for each row when (new.state in ('proposed', 'open', 'confirmed')) execute function trainer_is_elsewhere();
create trigger support_request_trainer_elsewhere before insert or update of trainer_id, starts_at, ends_at on support_request
  for each row when (new.state = 'dated') execute function trainer_is_elsewhere();
