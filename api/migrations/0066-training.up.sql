-- Training that comes before the equipment: modules, sessions that two sides build, and who comes to them (rules.md 18).

do $$ begin
  for year in 2020..2100 loop
    execute format('create sequence training_session_number_%s', year);
  end loop;
end $$;

create table training_module (
  id uuid primary key default uuidv7(),
  title text not null check (title <> '' and length(title) <= 150),
  kind text not null check (kind in ('functional', 'pedagogical', 'plan')),
  -- In quarters of an hour.
  minutes int not null check (minutes between 15 and 2400),
  -- Within the 18 hours of a teacher's year.
  counts boolean not null,
  constraint training_module_in_quarters check (minutes % 15 = 0),
  constraint training_module_title_once unique (title)
);
create trigger training_module_history after insert or update or delete on training_module
  for each row execute function record_history();

-- The models that it opens.
create table training_module_model (
  module_id uuid not null references training_module,
  model_id uuid not null references catalogue_item,
  primary key (module_id, model_id)
);
create index training_module_model_of_model on training_module_model (model_id, module_id);
create trigger training_module_model_append_only before update or delete on training_module_model
  for each row execute function refuse_change();
create trigger training_module_model_no_truncate before truncate on training_module_model
  for each statement execute function refuse_change();

create table training_session (
  id uuid primary key default uuidv7(),
  -- 'F-2026-00142', given by the proposal and kept for life.
  number text not null check (number ~ '^F-[0-9]{4}-[0-9]{5,}$'),
  module_id uuid not null references training_module,
  -- Whose inspection agrees; its schools are invited.
  circonscription_id uuid not null references circonscription,
  -- Where it is held.
  school_id uuid not null references school,
  trainer_id uuid not null references account,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int not null check (capacity between 1 and 200),
  minimum int not null check (minimum between 1 and 200),
  state text not null default 'proposed' check (state in ('proposed', 'open', 'confirmed', 'held', 'closed', 'cancelled')),
  state_since timestamptz not null,
  proposed_by uuid not null references account,
  proposed_at timestamptz not null,
  -- Each side's agreement to the date that stands.
  metropole_agreed_at timestamptz,
  inspection_agreed_at timestamptz,
  version int not null default 1,
  constraint training_session_number_once unique (number),
  unique (id, capacity),
  constraint training_session_ends_after_it_starts check (ends_at > starts_at),
  constraint training_session_minimum_fits check (minimum <= capacity),
  constraint training_session_agreed check (
    state not in ('confirmed', 'held', 'closed') or num_nonnulls(metropole_agreed_at, inspection_agreed_at) = 2),
  -- One person trains at one place at a time.
  constraint training_session_trainer_once exclude using gist (trainer_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('proposed', 'open', 'confirmed'))
);
-- A list is read in the order of an index.
create index training_session_by_start on training_session (starts_at, id);
create index training_session_of_circonscription on training_session (circonscription_id, starts_at, id);
create index training_session_of_module on training_session (module_id, state);
create trigger training_session_history after insert or update or delete on training_session
  for each row execute function record_history();

-- Schools that are invited besides those of its circonscription: private schools have none.
create table training_guest (
  session_id uuid not null references training_session,
  school_id uuid not null references school,
  primary key (session_id, school_id)
);
create index training_guest_of_school on training_guest (school_id, session_id);
create trigger training_guest_append_only before update or delete on training_guest
  for each row execute function refuse_change();
create trigger training_guest_no_truncate before truncate on training_guest
  for each statement execute function refuse_change();

-- Who has a place, and who waits for one, in the order of their turns.
create table training_enrolment (
  id uuid primary key default uuidv7(),
  session_id uuid not null,
  -- Follows the session's: what is over its capacity has no place.
  capacity int not null check (capacity between 1 and 200),
  account_id uuid not null references account,
  -- As whose: the school that is opened by their coming.
  school_id uuid not null references school,
  turn int not null check (turn between 1 and 100000),
  -- Null: they wait.
  seat int check (seat between 1 and 200),
  enrolled_by uuid not null references account,
  enrolled_at timestamptz not null,
  seated_at timestamptz,
  left_at timestamptz,
  -- Null: nobody has said yet.
  present boolean,
  recorded_by uuid references account,
  recorded_at timestamptz,
  constraint training_enrolment_of_session foreign key (session_id, capacity) references training_session (id, capacity) on update cascade,
  constraint training_enrolment_turn_once unique (session_id, turn),
  constraint training_enrolment_within_capacity check (seat <= capacity),
  constraint training_enrolment_seated check ((seat is null) = (seated_at is null)),
  constraint training_enrolment_gone_has_no_seat check (left_at is null or seat is null),
  constraint training_enrolment_present_had_a_seat check (present is null or seat is not null),
  constraint training_enrolment_recorded_whole check (num_nonnulls(present, recorded_by, recorded_at) in (0, 3))
);
create unique index training_enrolment_seat_once on training_enrolment (session_id, seat) where seat is not null;
create unique index training_enrolment_person_once on training_enrolment (session_id, account_id) where left_at is null;
create index training_enrolment_waiting on training_enrolment (session_id, turn) where left_at is null and seat is null;
create index training_enrolment_of_account on training_enrolment (account_id, session_id) where left_at is null;
create index training_enrolment_present on training_enrolment (school_id, session_id) where present;
create trigger training_enrolment_history after insert or update or delete on training_enrolment
  for each row execute function record_history('capacity');

-- A place goes to whoever has waited longest: nobody is seated before an earlier turn.
create function training_seat_in_turn() returns trigger language plpgsql as $$
begin
  if new.seat is not null then
    perform from training_session where id = new.session_id for no key update;
    if exists (select from training_enrolment e
        where e.session_id = new.session_id and e.id <> new.id and e.left_at is null and e.seat is null and e.turn < new.turn) then
      raise exception 'an earlier turn waits' using errcode = '23514', constraint = 'training_seat_in_turn', table = 'training_enrolment';
    end if;
  end if;
  return new;
end $$;
create trigger training_seat_in_turn before insert or update of seat on training_enrolment
  for each row execute function training_seat_in_turn();

-- One row a move, the proposal first.
create table training_session_move (
  id uuid primary key default uuidv7(),
  session_id uuid not null references training_session,
  action text not null,
  from_state text,
  to_state text not null,
  account_id uuid references account,
  role text not null,
  deputy boolean not null default false,
  at timestamptz not null,
  reason text,
  -- Who enrolled or left, whoever has asked it.
  person_id uuid references account,
  -- When it was to be held, of one that was postponed.
  was_at timestamptz,
  constraint training_session_move_from_somewhere check ((from_state is null) = (action = 'propose')),
  check ((role = 'system') = (account_id is null))
);
create index training_session_move_session on training_session_move (session_id, at, id);
create trigger training_session_move_append_only before update or delete on training_session_move
  for each row execute function refuse_change();
create trigger training_session_move_no_truncate before truncate on training_session_move
  for each statement execute function refuse_change();
