-- Use declared where nothing measures, and the sums that screens read: of a school, a week and a model.

-- Two taps of a teacher: never a pupil. Their own can be taken back the same day.
create table usage_declared (
  id uuid primary key default uuidv7(),
  school_id uuid not null references school,
  day date not null,
  subject text not null check (subject in ('french', 'mathematics', 'sciences', 'history-geography', 'languages', 'arts', 'sport', 'civics', 'digital', 'other')),
  duration text not null check (duration in ('short', 'hour', 'long')),
  declared_by uuid not null references account,
  declared_at timestamptz not null,
  taken_back_at timestamptz
);
create index usage_declared_of_school on usage_declared (school_id, day) where taken_back_at is null;
create index usage_declared_of_account on usage_declared (declared_by, declared_at, id);
create index usage_declared_by_day on usage_declared (day) where taken_back_at is null;
create trigger usage_declared_history after insert or update or delete on usage_declared
  for each row execute function record_history();

-- Weeks of which something changed: each transaction adds its own marks, so that nobody waits for anybody.
create table usage_touched (
  id bigint generated always as identity primary key,
  week date not null,
  -- Something was told of it; else it is known of it alone where devices stood, which counts from the first week told on.
  told boolean not null
);

-- Weeks that have been summed, and when last.
create table usage_rolled_week (
  week date primary key,
  rolled_at timestamptz not null
);

-- Of a school, a week and a model: how many shared devices stood there, and how they were used.
create table usage_school_week (
  school_id uuid not null references school,
  week date not null,
  model_id uuid not null references catalogue_item,
  -- Shared devices that stood there that Thursday: all of them, and those whose minutes are known.
  devices int not null check (devices between 0 and 100000),
  measured int not null check (measured between 0 and 100000) check (measured <= devices),
  -- Used an hour at the least; used at all.
  served int not null check (served between 0 and 100000) check (served <= used),
  used int not null check (used between 0 and 100000) check (used <= measured),
  minutes bigint not null check (minutes between 0 and 1008000000),
  -- Known to have been there, of unknown use.
  seen int not null check (seen between 0 and 100000) check (seen <= devices),
  sessions bigint not null check (sessions between 0 and 10000000000),
  -- People at the least, an unknown number being one; the most of one device.
  users_at_least bigint not null check (users_at_least between 0 and 10000000000),
  users_most int not null check (users_most between 0 and 32767),
  primary key (week, school_id, model_id)
);
create index usage_school_week_of_school on usage_school_week (school_id, week);

-- Of a school, a week and a subject: uses that were measured or declared.
create table usage_subject_week (
  school_id uuid not null references school,
  week date not null,
  subject text not null check (subject in ('french', 'mathematics', 'sciences', 'history-geography', 'languages', 'arts', 'sport', 'civics', 'digital', 'other')),
  measured bigint not null check (measured between 0 and 10000000000),
  declared bigint not null check (declared between 0 and 10000000000),
  primary key (week, school_id, subject)
);
create index usage_subject_week_of_school on usage_subject_week (school_id, week);

-- Weeks whose sums are other than they were: whoever builds on them takes the marks.
create table usage_changed_week (
  id bigint generated always as identity primary key,
  week date not null
);

create function usage_facts_touch() returns trigger language plpgsql as $$
begin
  insert into usage_touched (week, told) select distinct week, true from changed_rows;
  return null;
end $$;
create trigger usage_week_added after insert on usage_week referencing new table as changed_rows
  for each statement execute function usage_facts_touch();
create trigger usage_week_changed after update on usage_week referencing new table as changed_rows
  for each statement execute function usage_facts_touch();
create trigger usage_week_withdrawn after delete on usage_week referencing old table as changed_rows
  for each statement execute function usage_facts_touch();

create function usage_declared_touches() returns trigger language plpgsql as $$
begin
  insert into usage_touched (week, told) values (date_trunc('week', new.day)::date, true);
  return null;
end $$;
create trigger usage_declared_touches after insert or update on usage_declared
  for each row execute function usage_declared_touches();

-- A stay that begins, ends or goes away touches the weeks whose Thursday is no longer where it was: all until now, for nobody
-- sees here which of them are being summed at this moment.
create function usage_stay_touches() returns trigger language plpgsql as $$
declare
  since timestamptz;
begin
  since := case tg_op when 'UPDATE' then least(old.until_at, new.until_at) when 'DELETE' then old.from_at else new.from_at end;
  insert into usage_touched (week, told)
  select week::date, false from generate_series(date_trunc('week', since at time zone 'Europe/Paris')::date,
    greatest(now()::date, (select max(r.week) from usage_rolled_week r)), interval '7 days') week;
  return null;
end $$;
create trigger usage_stay_touches after insert or update or delete on equipment_stay
  for each row execute function usage_stay_touches();
