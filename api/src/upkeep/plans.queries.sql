-- Entretien · committee · GET /api/v1/upkeep-plans?running=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, school_pkey, session_pkey, upkeep_check_of_state, upkeep_check_once; read whole: upkeep_plan
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $3
  and s.version = $4
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT n.id as "id", n.version as "version", n.name as "name", n.rule as "rule", n.weekday as "weekday", n.every_months as "everyMonths", n.month as "month", n.day_of_month as "dayOfMonth", n.on_day as "onDay", "i"."name" as "modelName", n.family as "family", coalesce(s.name, m.name) as "placeName", n.ended_on as "endedOn", (
        select count(*)::int
        from upkeep_check c
        where c.plan_id = n.id
        and c.due_on >= case when n.rule = 'once' then n.started_on else $1::date end) as "checks", (
        select count(*)::int
        from upkeep_check c
        where c.plan_id = n.id
        and c.due_on >= case when n.rule = 'once' then n.started_on else $1::date end
        and c.open) as "open", (
        select count(*)::int
        from upkeep_check c
        where c.plan_id = n.id
        and c.due_on >= case when n.rule = 'once' then n.started_on else $1::date end
        and c.open
        and c.due_on < $2) as "late", (
        select count(*)::int
        from upkeep_check c
        where c.plan_id = n.id
        and c.due_on >= case when n.rule = 'once' then n.started_on else $1::date end
        and c.state = 'done') as "done"
      FROM "upkeep_plan" "n"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = n.model_id
      LEFT JOIN "commune" "m" ON m.id = n.commune_id
      LEFT JOIN "school" "s" ON s.id = n.school_id
      WHERE true
      AND n.ended_on is null
      ORDER BY n.ended_on DESC NULLS FIRST, n.name ASC, n.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "upkeep_plan" "n"
      WHERE true
      AND n.ended_on is null
      LIMIT 1001) row) counted)::text end as page;

-- Plan d’entretien · plan-manager · GET /api/v1/upkeep-plans/:plan
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
-- index: upkeep_check_once, upkeep_plan_pkey
select h.*
from upkeep_plan n
left join lateral (
  select count(*)::int as checks, (count(*) filter (
      where c.open))::int as open, (count(*) filter (
      where c.open
      and c.due_on < $2::date))::int as late, (count(*) filter (
      where c.state = 'done'))::int as done, coalesce(sum(c.devices), 0)::int as devices, coalesce(sum(c.devices) filter (
      where c.state = 'done'), 0)::int as checked, coalesce(sum(c.watch), 0)::int as watch, coalesce(sum(c.broken), 0)::int as broken, coalesce(sum(c.not_found), 0)::int as "notFound"
  from upkeep_check c
  where c.plan_id = n.id
  and c.due_on >= case when n.rule = 'once' then n.started_on else $3::date end) h on true
where n.id = $1;
-- index: account_pkey, catalogue_item_pkey, commune_pkey, school_pkey, upkeep_plan_pkey
select n.id, n.name, n.model_id as "modelId", n.family, n.commune_id as "communeId", n.school_id as "schoolId", n.rule, n.weekday, n.every_months as "everyMonths", n.month, n.day_of_month as "dayOfMonth", n.on_day::text as "onDay", n.points, n.technician_id as "technicianId", n.started_on::text as "startedOn", n.ended_on::text as "endedOn", n.made_until::text as "madeUntil", n.version, i.name as "modelName", coalesce(s.name, m.name) as "placeName", a.name as "technicianName"
from upkeep_plan n
left join catalogue_item i on i.id = n.model_id
left join commune m on m.id = n.commune_id
left join school s on s.id = n.school_id
left join account a on a.id = n.technician_id
where n.id = $1;
