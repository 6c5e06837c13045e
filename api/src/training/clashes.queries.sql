-- Proposer une session · inspector · GET /api/v1/training-sessions/clashes?dates=2026-12-16T13%3A00%3A00Z/2026-12-16T15%3A00%3A00Z&trainerId=00000000-0000-4000-8000-000000000056
-- index: public_holiday_pkey, school_bridge_day_answered_once, school_holiday_zone_daterange_excl
select coalesce((
    select json_agg(day)
    from public_holiday), '[]') as public, coalesce((
    select json_agg(json_build_object('from', p.from_day, 'to', p.to_day)
      order by p.from_day)
    from (
      select from_day, to_day
      from school_holiday
      where zone = 'A'
      union all
      select day, day
      from school_bridge_day
      where zone = 'A'
      and is_holiday) p), '[]') as school, (
  select to_char(max(day), 'YYYY-12-31')
  from public_holiday) as "publicHolidaysUntil", (
  select max(to_day)::text
  from school_holiday
  where zone = 'A') as "schoolHolidaysUntil";
-- index: support_request_trainer_once, training_date_no_overlap, training_date_trainer_once, training_enrolment_seat_once, training_session_of_school
select o.starts_at as "startsAt", o.ends_at as "endsAt", exists (
  select
  from training_date d
  where d.trainer_id = $3::uuid
  and d.state in ('proposed', 'open', 'confirmed')
  and d.session_id is distinct from $5::uuid
  and tstzrange(d.starts_at, d.ends_at) && tstzrange(o.starts_at, o.ends_at)) or exists (
  select
  from support_request r
  where r.trainer_id = $3::uuid
  and r.state = 'dated'
  and tstzrange(r.starts_at, r.ends_at) && tstzrange(o.starts_at, o.ends_at)) as trainer, exists (
  select
  from training_date d
  join training_session t on t.id = d.session_id
  where t.school_id = $4::uuid
  and d.state in ('proposed', 'open', 'confirmed')
  and t.id is distinct from $5
  and tstzrange(d.starts_at, d.ends_at) && tstzrange(o.starts_at, o.ends_at)) as place, (
  select count(distinct n.account_id)::int
  from training_enrolment n
  join training_enrolment x on x.account_id = n.account_id
  and x.session_id <> n.session_id
  and x.seat is not null
  join training_date d on d.session_id = x.session_id
  and d.state in ('proposed', 'open', 'confirmed')
  where n.session_id = $5
  and n.seat is not null
  and tstzrange(d.starts_at, d.ends_at) && tstzrange(o.starts_at, o.ends_at)) as people
from unnest($1::timestamptz[], $2::timestamptz[]) o(starts_at, ends_at)
order by 1;
