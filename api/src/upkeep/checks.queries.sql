-- Contrôles à faire · plan-manager · GET /api/v1/upkeep-checks?open=true
-- index: account_pkey, assignment_pkey, commune_pkey, school_pkey, session_pkey, upkeep_check_of_school_open, upkeep_check_open_by_due, upkeep_plan_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $2
  and s.version = $3
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "c"."id" as "id", "c"."version" as "version", "c"."plan_id" as "planId", n.name as "planName", "c"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "c"."due_on" as "dueOn", "c"."part" as "part", "c"."planned_on" as "plannedOn", "c"."state" as "state", "c"."state_since" as "stateSince", ("c"."state" = 'planned'
        and "c"."due_on" < $1) as "late", "c"."devices" as "devices", "c"."watch" as "watch", "c"."broken" as "broken", "c"."not_found" as "notFound"
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "upkeep_plan" "n" ON n.id = "c"."plan_id"
      WHERE true
      AND c.open
      ORDER BY "c"."due_on" ASC, "c"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      WHERE true
      AND c.open
      LIMIT 1001) row) counted)::text end as page;

-- Contrôles en retard · plan-manager · GET /api/v1/upkeep-checks?late=true&size=1
-- index: account_pkey, assignment_pkey, commune_pkey, school_pkey, session_pkey, upkeep_check_of_state, upkeep_check_open_by_due, upkeep_plan_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $4
  and s.version = $5
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 1)::int) end, 'page', 1, 'size', 1)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "c"."id" as "id", "c"."version" as "version", "c"."plan_id" as "planId", n.name as "planName", "c"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "c"."due_on" as "dueOn", "c"."part" as "part", "c"."planned_on" as "plannedOn", "c"."state" as "state", "c"."state_since" as "stateSince", ("c"."state" = 'planned'
        and "c"."due_on" < $1) as "late", "c"."devices" as "devices", "c"."watch" as "watch", "c"."broken" as "broken", "c"."not_found" as "notFound"
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "upkeep_plan" "n" ON n.id = "c"."plan_id"
      WHERE true
      AND c.open
      and "c"."due_on" < $2
      ORDER BY "c"."due_on" ASC, "c"."id" ASC
      LIMIT 1
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      WHERE true
      AND c.open
      and "c"."due_on" < $3
      LIMIT 1001) row) counted)::text end as page;

-- Contrôles à moi · technician · GET /api/v1/upkeep-checks?mine=true
-- index: account_pkey, assignment_pkey, commune_pkey, school_pkey, session_pkey, upkeep_check_of_assignee, upkeep_plan_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $4
  and s.version = $5
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "c"."id" as "id", "c"."version" as "version", "c"."plan_id" as "planId", n.name as "planName", "c"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "c"."due_on" as "dueOn", "c"."part" as "part", "c"."planned_on" as "plannedOn", "c"."state" as "state", "c"."state_since" as "stateSince", ("c"."state" = 'planned'
        and "c"."due_on" < $1) as "late", "c"."devices" as "devices", "c"."watch" as "watch", "c"."broken" as "broken", "c"."not_found" as "notFound"
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "upkeep_plan" "n" ON n.id = "c"."plan_id"
      WHERE true
      AND c.open
      and "c"."assigned_account_id" = $2
      ORDER BY "c"."due_on" ASC, "c"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      WHERE true
      AND c.open
      and "c"."assigned_account_id" = $3
      LIMIT 1001) row) counted)::text end as page;

-- Contrôles d’un plan · technician · GET /api/v1/upkeep-checks?planId=:plan&open=true
-- index: account_pkey, assignment_pkey, commune_pkey, school_pkey, session_pkey, upkeep_check_of_plan_open, upkeep_check_once, upkeep_plan_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $4
  and s.version = $5
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "c"."id" as "id", "c"."version" as "version", "c"."plan_id" as "planId", n.name as "planName", "c"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "c"."due_on" as "dueOn", "c"."part" as "part", "c"."planned_on" as "plannedOn", "c"."state" as "state", "c"."state_since" as "stateSince", ("c"."state" = 'planned'
        and "c"."due_on" < $1) as "late", "c"."devices" as "devices", "c"."watch" as "watch", "c"."broken" as "broken", "c"."not_found" as "notFound"
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "upkeep_plan" "n" ON n.id = "c"."plan_id"
      WHERE true
      AND c.open
      AND "c"."plan_id" = $2
      ORDER BY "c"."due_on" ASC, "c"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      WHERE true
      AND c.open
      AND "c"."plan_id" = $3
      LIMIT 1001) row) counted)::text end as page;

-- Contrôles de l’école · teacher · GET /api/v1/upkeep-checks?open=true&size=3
-- index: account_pkey, assignment_pkey, commune_pkey, school_pkey, session_pkey, upkeep_check_of_school_open, upkeep_plan_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $4
  and s.version = $5
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 3)::int) end, 'page', 1, 'size', 3)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "c"."id" as "id", "c"."version" as "version", "c"."plan_id" as "planId", n.name as "planName", "c"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "c"."due_on" as "dueOn", "c"."part" as "part", "c"."planned_on" as "plannedOn", "c"."state" as "state", "c"."state_since" as "stateSince", ("c"."state" = 'planned'
        and "c"."due_on" < $1) as "late", "c"."devices" as "devices", "c"."watch" as "watch", "c"."broken" as "broken", "c"."not_found" as "notFound"
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "upkeep_plan" "n" ON n.id = "c"."plan_id"
      WHERE s.id = $2
      AND c.open
      ORDER BY "c"."due_on" ASC, "c"."id" ASC
      LIMIT 3
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      WHERE s.id = $3
      AND c.open
      LIMIT 1001) row) counted)::text end as page;

-- Contrôles de la commune · commune-officer · GET /api/v1/upkeep-checks
-- index: account_pkey, assignment_pkey, commune_pkey, school_commune, session_pkey, upkeep_check_of_school, upkeep_plan_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $4
  and s.version = $5
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "c"."id" as "id", "c"."version" as "version", "c"."plan_id" as "planId", n.name as "planName", "c"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "c"."due_on" as "dueOn", "c"."part" as "part", "c"."planned_on" as "plannedOn", "c"."state" as "state", "c"."state_since" as "stateSince", ("c"."state" = 'planned'
        and "c"."due_on" < $1) as "late", "c"."devices" as "devices", "c"."watch" as "watch", "c"."broken" as "broken", "c"."not_found" as "notFound"
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "upkeep_plan" "n" ON n.id = "c"."plan_id"
      WHERE s.commune_id = $2
      and s.sector = 'public'
      ORDER BY "c"."due_on" DESC, "c"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "upkeep_check" "c"
      INNER JOIN "school" "s" ON s.id = "c"."school_id"
      WHERE s.commune_id = $3
      and s.sector = 'public'
      LIMIT 1001) row) counted)::text end as page;
