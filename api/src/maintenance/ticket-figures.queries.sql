-- Pannes en chiffres · inspector · GET /api/v1/tickets/figures
-- index: school_circonscription, ticket_of_school_by_change, ticket_of_school_open
with told as (
  select t.priority, date_trunc('month', t.reported_at at time zone 'Europe/Paris')::date as month, t.metropole_minutes, t.class_minutes, t.taken_in_time, t.restored_in_time
  from ticket t
  join school s on s.id = t.school_id
  where t.reported_at >= ($1::date)::timestamp at time zone 'Europe/Paris'
  and t.state <> 'merged'
  and t.state <> 'merged'
  and t.state <> 'merged'
  and t.state <> 'merged'
  and s.circonscription_id = $3), open as (
  select t.state, count(*)::int as count
  from ticket t
  join school s on s.id = t.school_id
  where t.open
  and s.circonscription_id = $3
  group by t.state)
select coalesce((
    select json_agg(json_build_object('state', state, 'count', count)
      order by case when state = 'new' then 0 when state = 'assigned' then 1 when state = 'planned' then 2 when state = 'in-progress' then 3 when state = 'waiting' then 4 when state = 'resolved' then 5 when state = 'closed' then 6 when state = 'cancelled' then 7 when state = 'merged' then 8 end)
    from open), '[]') as open, (
  select json_agg(json_build_object('priority', p.name, 'reported', f.reported, 'repaired', f.repaired, 'takenInTime', f.taken, 'restoredInTime', f.restored, 'metropoleMinutes', f.metropole, 'classMinutes', f.class)
    order by p.place)
  from unnest($2::text[])
  with ordinality p(name, place)
  cross join lateral (
    select count(*)::int as reported, count(metropole_minutes)::int as repaired, (count(*) filter (
        where taken_in_time
        and metropole_minutes is not null))::int as taken, (count(*) filter (
        where restored_in_time))::int as restored, case when count(metropole_minutes) >= 5 then percentile_disc(0.5) within group (
      order by metropole_minutes) end as metropole, case when count(class_minutes) >= 5 then percentile_disc(0.5) within group (
      order by class_minutes) end as class
    from told
    where told.priority = p.name) f) as priorities, (
  select json_agg(json_build_object('month', m.day::date::text, 'reported', f.reported, 'repaired', f.repaired)
    order by m.day)
  from generate_series($1::date::timestamp, $1::date + interval '11 months', interval '1 month') m(day)
  left join lateral (
    select count(*)::int as reported, count(metropole_minutes)::int as repaired
    from told
    where told.month = m.day::date) f on true) as months;

-- Pannes en chiffres · committee · GET /api/v1/tickets/figures
-- index: school_pkey, ticket_by_report, ticket_of_state
with told as (
  select t.priority, date_trunc('month', t.reported_at at time zone 'Europe/Paris')::date as month, t.metropole_minutes, t.class_minutes, t.taken_in_time, t.restored_in_time
  from ticket t
  join school s on s.id = t.school_id
  where t.reported_at >= ($1::date)::timestamp at time zone 'Europe/Paris'
  and t.state <> 'merged'
  and t.state <> 'merged'
  and t.state <> 'merged'
  and t.state <> 'merged'
  and true), open as (
  select t.state, count(*)::int as count
  from ticket t
  join school s on s.id = t.school_id
  where t.open
  and true
  group by t.state)
select coalesce((
    select json_agg(json_build_object('state', state, 'count', count)
      order by case when state = 'new' then 0 when state = 'assigned' then 1 when state = 'planned' then 2 when state = 'in-progress' then 3 when state = 'waiting' then 4 when state = 'resolved' then 5 when state = 'closed' then 6 when state = 'cancelled' then 7 when state = 'merged' then 8 end)
    from open), '[]') as open, (
  select json_agg(json_build_object('priority', p.name, 'reported', f.reported, 'repaired', f.repaired, 'takenInTime', f.taken, 'restoredInTime', f.restored, 'metropoleMinutes', f.metropole, 'classMinutes', f.class)
    order by p.place)
  from unnest($2::text[])
  with ordinality p(name, place)
  cross join lateral (
    select count(*)::int as reported, count(metropole_minutes)::int as repaired, (count(*) filter (
        where taken_in_time
        and metropole_minutes is not null))::int as taken, (count(*) filter (
        where restored_in_time))::int as restored, case when count(metropole_minutes) >= 5 then percentile_disc(0.5) within group (
      order by metropole_minutes) end as metropole, case when count(class_minutes) >= 5 then percentile_disc(0.5) within group (
      order by class_minutes) end as class
    from told
    where told.priority = p.name) f) as priorities, (
  select json_agg(json_build_object('month', m.day::date::text, 'reported', f.reported, 'repaired', f.repaired)
    order by m.day)
  from generate_series($1::date::timestamp, $1::date + interval '11 months', interval '1 month') m(day)
  left join lateral (
    select count(*)::int as reported, count(metropole_minutes)::int as repaired
    from told
    where told.month = m.day::date) f on true) as months;
