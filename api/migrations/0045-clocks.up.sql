-- What a clock of the past counts with stays as it was: hours of class from a day on, and days that the published
-- holidays leave out (the Friday after Ascension), answered once.

-- A row holds until the next one: two can never hold on one day.
create table school_opening_hours (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  from_day date not null,
  -- {"mon": {"morning": ["08:30", "11:30"], "afternoon": ["13:30", "16:30"]}, …}
  hours jsonb not null,
  constraint school_opening_hours_one_a_day unique (school_id, from_day),
  constraint school_opening_hours_has_hours check (jsonb_typeof(hours) = 'object' and hours <> '{}')
);
create trigger school_opening_hours_history after insert or update or delete on school_opening_hours
  for each row execute function record_history();

-- What stands holds from the plan's first day.
insert into school_opening_hours (school_id, from_day, hours)
select id, coalesce((select min(from_day) from setting), date '2000-01-01'), opening_hours from school where opening_hours <> '{}';
alter table school drop column opening_hours;

-- A working day between days off, which the file of holidays does not speak of: is it one of them?
create table school_bridge_day (
  id uuid primary key default uuidv7(),
  zone text not null check (zone in ('A', 'B', 'C')),
  day date not null,
  is_holiday boolean not null,
  answered_by uuid not null references account,
  answered_at timestamptz not null,
  constraint school_bridge_day_answered_once unique (zone, day)
);
create trigger school_bridge_day_history after insert or update or delete on school_bridge_day
  for each row execute function record_history();

-- Changed by whatever changes a calendar: who keeps one in memory asks for this line alone. Drawn, not counted, so that a
-- value that was rolled back never comes again.
create table calendar_mark (
  is_only boolean primary key default true check (is_only),
  mark uuid not null default gen_random_uuid()
);
insert into calendar_mark default values;

create function mark_calendar() returns trigger language plpgsql as $$
begin
  update calendar_mark set mark = gen_random_uuid();
  return null;
end $$;

create trigger setting_marks_calendar after insert or update or delete on setting
  for each statement execute function mark_calendar();
create trigger public_holiday_marks_calendar after insert or update or delete on public_holiday
  for each statement execute function mark_calendar();
create trigger school_holiday_marks_calendar after insert or update or delete on school_holiday
  for each statement execute function mark_calendar();
create trigger school_bridge_day_marks_calendar after insert or update or delete on school_bridge_day
  for each statement execute function mark_calendar();
create trigger school_opening_hours_marks_calendar after insert or update or delete on school_opening_hours
  for each statement execute function mark_calendar();
