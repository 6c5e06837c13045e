-- Interventions · plan-manager · GET /api/v1/visits?state=closed
-- index: account_pkey, assignment_pkey, commune_pkey, school_pkey, session_pkey, visit_confirmed_once, visit_of_school, visit_of_state, visit_part_in_its_place
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $1
  and s.version = $2
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "v"."id" as "id", "v"."version" as "version", "v"."number" as "number", "v"."state" as "state", "v"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "v"."begun_at" as "begunAt", "v"."left_at" as "leftAt", "v"."ending" as "ending", coalesce("v"."ending" = 'later'
        and not exists (
          select
          from visit_confirmation c
          where c.visit_id = "v"."id"), false) as "toConfirm", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.kind = 'ticket') as "ticketCount", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.kind = 'order') as "orderCount", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.result <> 'done') as "leftToDo", a.name as "technicianName"
      FROM "visit" "v"
      INNER JOIN "school" "s" ON s.id = "v"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "account" "a" ON a.id = "v"."begun_by"
      WHERE true
      AND "v"."state" = 'closed'
      ORDER BY "v"."begun_at" DESC, "v"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "visit" "v"
      INNER JOIN "school" "s" ON s.id = "v"."school_id"
      WHERE true
      AND "v"."state" = 'closed'
      LIMIT 1001) row) counted)::text end as page;

-- Interventions de l’école · teacher · GET /api/v1/visits
-- index: account_pkey, assignment_pkey, commune_pkey, school_pkey, session_pkey, visit_confirmed_once, visit_of_school, visit_part_in_its_place
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
      SELECT "v"."id" as "id", "v"."version" as "version", "v"."number" as "number", "v"."state" as "state", "v"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "v"."begun_at" as "begunAt", "v"."left_at" as "leftAt", "v"."ending" as "ending", coalesce("v"."ending" = 'later'
        and not exists (
          select
          from visit_confirmation c
          where c.visit_id = "v"."id"), false) as "toConfirm", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.kind = 'ticket') as "ticketCount", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.kind = 'order') as "orderCount", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.result <> 'done') as "leftToDo", a.name as "technicianName"
      FROM "visit" "v"
      INNER JOIN "school" "s" ON s.id = "v"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "account" "a" ON a.id = "v"."begun_by"
      WHERE s.id = $1
      and "v"."state" = 'closed'
      ORDER BY "v"."begun_at" DESC, "v"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "visit" "v"
      INNER JOIN "school" "s" ON s.id = "v"."school_id"
      WHERE s.id = $2
      and "v"."state" = 'closed'
      LIMIT 1001) row) counted)::text end as page;

-- Interventions d’un ticket · school-head · GET /api/v1/visits?ticketId=:ticket
-- index: account_pkey, assignment_pkey, commune_pkey, school_pkey, session_pkey, visit_confirmed_once, visit_of_school, visit_part_in_its_place, visit_part_ticket
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $5
  and s.version = $6
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "v"."id" as "id", "v"."version" as "version", "v"."number" as "number", "v"."state" as "state", "v"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "v"."begun_at" as "begunAt", "v"."left_at" as "leftAt", "v"."ending" as "ending", coalesce("v"."ending" = 'later'
        and not exists (
          select
          from visit_confirmation c
          where c.visit_id = "v"."id"), false) as "toConfirm", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.kind = 'ticket') as "ticketCount", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.kind = 'order') as "orderCount", (
        select count(*)::int
        from visit_part p
        where p.visit_id = "v"."id"
        and p.result <> 'done') as "leftToDo", a.name as "technicianName"
      FROM "visit" "v"
      INNER JOIN "school" "s" ON s.id = "v"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "account" "a" ON a.id = "v"."begun_by"
      WHERE s.id = $1
      and "v"."state" = 'closed'
      AND exists (
        select
        from visit_part p
        where p.visit_id = "v"."id"
        and p.ticket_id = $2)
      ORDER BY "v"."begun_at" DESC, "v"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "visit" "v"
      INNER JOIN "school" "s" ON s.id = "v"."school_id"
      WHERE s.id = $3
      and "v"."state" = 'closed'
      AND exists (
        select
        from visit_part p
        where p.visit_id = "v"."id"
        and p.ticket_id = $4)
      LIMIT 1001) row) counted)::text end as page;

-- Interventions comptées · committee · GET /api/v1/visits/counts
-- index: school_pkey, visit_of_technician, visit_part_in_its_place
with told as (
  select v.id, v.school_id, to_char(v.begun_at at time zone 'Europe/Paris', 'YYYY-MM') as month
  from visit v
  join school s on s.id = v.school_id
  where v.begun_at >= ($1::date)::timestamp at time zone 'Europe/Paris'
  and true
  and v.state = 'closed')
select (
  select json_agg(json_build_object('month', k.month, 'visits', (
        select count(*)
        from told
        where told.month = k.month))
    order by k.month)
  from (
    select to_char(d, 'YYYY-MM') as month
    from generate_series($1::date, $2::date, interval '1 month') d) k) as months, (
  select count(*)::int
  from told) as visits, (
  select count(distinct school_id)::int
  from told) as schools, (
  select count(*)::int
  from visit_part p
  join told on told.id = p.visit_id
  where p.result = 'done') as done;
