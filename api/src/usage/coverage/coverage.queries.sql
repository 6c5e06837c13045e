-- Usages : couverture · plan-manager · GET /api/v1/usage/coverage
-- index: equipment_model_model_id_key, public_holiday_pkey, school_bridge_day_answered_once, school_holiday_zone_daterange_excl, usage_batch_by_arrival, usage_batch_of_source, usage_batch_pkey, usage_batch_version_once, usage_batch_waiting, usage_rolled_week_pkey, usage_school_week_pkey, usage_source_number_once
with shown as (
  select w.week::date as week, (
    select count(*)::int
    from generate_series(w.week::date, w.week::date + 4, interval '1 day') d(day)
    where not exists (
      select
      from school_holiday h
      where h.zone = 'A'
      and d.day::date between h.from_day and h.to_day)
    and not exists (
      select
      from school_bridge_day b
      where b.zone = 'A'
      and b.is_holiday
      and b.day = d.day::date)
    and not exists (
      select
      from public_holiday p
      where p.day = d.day::date)) >= 3 as is_class
  from generate_series($2::date, $3::date, interval '7 days') w(week)), last as (
  select max(r.week)::text as week
  from usage_rolled_week r
  where r.week + 7 <= $1::date), summed as (
  select u.*
  from usage_school_week u
  join last on u.week = last.week::date), hidden as (
  select sum(u.used)::int as used
  from summed u
  group by u.school_id having not (max(u.users_most) >= 5 or (sum(u.served) >= 5
      and sum(u.users_at_least) >= 5))), recent as (
  select b.id, b.received_at, r.reason, r.count
  from usage_batch b
  cross join lateral jsonb_to_recordset(b.refusals) r(reason text, count int)
  where b.received_at > $4::timestamptz - interval '7 days'
  and b.repeat_of is null
  and b.outcome <> 'refused')
select json_build_object( 'week', (
    select week
    from last), 'devices', (
    select coalesce(sum(devices), 0)
    from summed), 'measured', (
    select coalesce(sum(measured), 0)
    from summed), 'seen', (
    select coalesce(sum(seen), 0)
    from summed), 'hidden', (
    select coalesce(sum(used), 0)
    from hidden), 'weeks', (
    select json_agg(week
      order by week)
    from shown), 'sources', coalesce((
      select json_agg(json_build_object('name', o.name, 'slug', o.slug, 'arrival', o.arrival, 'devices', coalesce(m.devices, 0), 'measured', coalesce(m.measured, 0), 'cells', (
            select json_agg(case when exists (
                select
                from usage_batch b
                where b.source = o.number
                and b.outcome = 'taken'
                and b.repeat_of is null
                and b.lines > b.refused
                and b.received_at >= w.week::timestamptz
                and w.week between b.first_week and b.last_week) then 'received' when not w.is_class then 'holiday' when exists (
                select
                from usage_batch b
                where b.source = o.number
                and b.outcome in ('refused', 'declined')
                and b.received_at >= (w.week + 7)::timestamp at time zone 'Europe/Paris'
                and b.received_at < (w.week + 14)::timestamp at time zone 'Europe/Paris') then 'refused' else 'missing' end
              order by w.week)
            from shown w))
        order by o.number)
      from (
        select *
        from usage_source
        order by number
        limit 50) o
      left join lateral (
        select sum(u.devices) as devices, sum(u.measured) as measured
        from summed u
        join equipment_model f on f.model_id = u.model_id
        where f.family = any(o.families)) m on true), '[]'), 'refused', coalesce((
      select json_agg(json_build_object('reason', x.reason, 'count', x.count, 'batchId', x.id)
        order by x.count desc, x.reason)
      from (
        select reason, sum(count)::int as count, (array_agg(id
            order by received_at desc, id))[1] as id
        from recent
        group by reason) x), '[]'), 'refusedFile', (
    select json_build_object('id', b.id, 'sourceName', o.name, 'receivedAt', b.received_at, 'refusal', b.refusal)
    from usage_batch b
    join usage_source o on o.number = b.source
    where b.outcome = 'refused'
    and b.received_at > $4::timestamptz - interval '28 days'
    order by b.received_at desc, b.id
    limit 1), 'waiting', (
    select count(*)::int
    from usage_batch
    where outcome = 'waiting'
    and repeat_of is null)) as coverage;
