-- Who came, half-day by half-day (rules.md 18).

-- What a trainer takes along.
create index training_session_of_trainer on training_session (trainer_id, starts_at);

alter table training_enrolment add unique (id, session_id);
alter table training_date add unique (id, session_id);

-- One row a person and half-day, once somebody has said it.
create table training_attendance (
  id uuid primary key default uuidv7(),
  enrolment_id uuid not null,
  date_id uuid not null,
  session_id uuid not null,
  present boolean not null,
  -- By the person, with the code that the trainer showed.
  by_code boolean not null,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null,
  constraint training_attendance_said_once unique (enrolment_id, date_id),
  constraint training_attendance_of_enrolment foreign key (enrolment_id, session_id) references training_enrolment (id, session_id),
  constraint training_attendance_of_date foreign key (date_id, session_id) references training_date (id, session_id),
  constraint training_attendance_code_says_present check (present or not by_code)
);
create index training_attendance_of_half_day on training_attendance (date_id, session_id);
create trigger training_attendance_history after insert or update or delete on training_attendance
  for each row execute function record_history();
create trigger training_attendance_no_delete before delete on training_attendance
  for each row execute function refuse_change();
create trigger training_attendance_no_truncate before truncate on training_attendance
  for each statement execute function refuse_change();

-- What stood before was said of the session as a whole: of each of its half-days.
insert into training_attendance (enrolment_id, date_id, session_id, present, by_code, recorded_by, recorded_at)
select n.id, d.id, n.session_id, n.present, false, n.recorded_by, n.recorded_at
  from training_enrolment n join training_date d on d.session_id = n.session_id
 where n.present is not null;

-- The enrolment says the sum: there at every half-day, away from one, or not all of them said yet.
create function training_presence_summed() returns trigger language plpgsql as $$
declare
  summed boolean;
begin
  select case when count(*) = count(a.present) then bool_and(a.present) end into summed
    from training_date d left join training_attendance a on a.date_id = d.id and a.enrolment_id = new.enrolment_id
   where d.session_id = new.session_id;
  update training_enrolment
     set present = summed,
         recorded_by = case when summed is not null then new.recorded_by end,
         recorded_at = case when summed is not null then new.recorded_at end
   where id = new.enrolment_id;
  return null;
end $$;
create trigger training_presence_summed after insert or update of present on training_attendance
  for each row execute function training_presence_summed();

-- Who came, said otherwise later than the day itself: why, and by whom.
create table training_correction (
  id uuid primary key default uuidv7(),
  session_id uuid not null,
  enrolment_id uuid not null,
  date_id uuid not null,
  present boolean not null,
  reason text not null check (reason <> ''),
  account_id uuid not null references account,
  role text not null check (role in ('digital-trainer', 'inspector')),
  at timestamptz not null,
  constraint training_correction_of_enrolment foreign key (enrolment_id, session_id) references training_enrolment (id, session_id),
  constraint training_correction_of_date foreign key (date_id, session_id) references training_date (id, session_id)
);
create index training_correction_of_session on training_correction (session_id, at, id);
create index training_correction_of_enrolment on training_correction (enrolment_id, session_id);
create index training_correction_of_half_day on training_correction (date_id, session_id);
create trigger training_correction_append_only before update or delete on training_correction
  for each row execute function refuse_change();
create trigger training_correction_no_truncate before truncate on training_correction
  for each statement execute function refuse_change();

-- What the codes of a session are derived from. No code is kept.
create table training_code_secret (
  session_id uuid primary key references training_session,
  secret bytea not null check (length(secret) = 32)
);
create trigger training_code_secret_append_only before update or delete on training_code_secret
  for each row execute function refuse_change();
create trigger training_code_secret_no_truncate before truncate on training_code_secret
  for each statement execute function refuse_change();

-- Codes and certificates that were tried in the last hours: the moments themselves, so that what is old leaves the count by itself.
create table training_window (
  key text primary key,
  tries timestamptz[] not null,
  last_at timestamptz not null
);
