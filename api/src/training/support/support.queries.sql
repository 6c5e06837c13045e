-- Accompagnements · digital-trainer · GET /api/v1/support-requests
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, circonscription_pkey, commune_pkey, school_pkey, session_pkey, support_request_of_circonscription, training_module_pkey
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."state" as "state", "t"."about" as "about", d.title as "moduleTitle", "i"."name" as "modelName", "t"."level" as "level", s.name as "schoolName", m.name as "communeName", q.name as "circonscriptionName", c.name as "teacherName", "t"."asked_at" as "askedAt", t.wished_from::text as "wishedFrom", t.wished_to::text as "wishedTo", e.name as "trainerName", "t"."starts_at" as "startsAt", "t"."ends_at" as "endsAt", "t"."minutes" as "minutes"
      FROM "support_request" "t"
      LEFT JOIN "training_module" "d" ON d.id = "t"."module_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "t"."model_id"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
      INNER JOIN "account" "c" ON c.id = "t"."teacher_id"
      LEFT JOIN "account" "e" ON e.id = "t"."trainer_id"
      WHERE "t"."circonscription_id" = $1
      ORDER BY "t"."asked_at" DESC, "t"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "support_request" "t"
      WHERE "t"."circonscription_id" = $2
      LIMIT 1001) row) counted)::text end as page;

-- Accompagnements à dater, à raconter · digital-trainer · GET /api/v1/support-requests?due=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, circonscription_pkey, commune_pkey, school_pkey, session_pkey, support_request_live, training_module_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $7
  and s.version = $8
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."state" as "state", "t"."about" as "about", d.title as "moduleTitle", "i"."name" as "modelName", "t"."level" as "level", s.name as "schoolName", m.name as "communeName", q.name as "circonscriptionName", c.name as "teacherName", "t"."asked_at" as "askedAt", t.wished_from::text as "wishedFrom", t.wished_to::text as "wishedTo", e.name as "trainerName", "t"."starts_at" as "startsAt", "t"."ends_at" as "endsAt", "t"."minutes" as "minutes"
      FROM "support_request" "t"
      LEFT JOIN "training_module" "d" ON d.id = "t"."module_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "t"."model_id"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
      INNER JOIN "account" "c" ON c.id = "t"."teacher_id"
      LEFT JOIN "account" "e" ON e.id = "t"."trainer_id"
      WHERE "t"."circonscription_id" = $1
      AND ("t"."state" = 'asked' or "t"."state" = 'dated'
        and "t"."trainer_id" = $2
        and "t"."starts_at" <= $3)
      ORDER BY "t"."asked_at" DESC, "t"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "support_request" "t"
      WHERE "t"."circonscription_id" = $4
      AND ("t"."state" = 'asked' or "t"."state" = 'dated'
        and "t"."trainer_id" = $5
        and "t"."starts_at" <= $6)
      LIMIT 1001) row) counted)::text end as page;

-- Mes accompagnements · teacher · GET /api/v1/support-requests
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, circonscription_pkey, commune_pkey, school_pkey, session_pkey, support_request_of_teacher, training_module_pkey
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."state" as "state", "t"."about" as "about", d.title as "moduleTitle", "i"."name" as "modelName", "t"."level" as "level", s.name as "schoolName", m.name as "communeName", q.name as "circonscriptionName", c.name as "teacherName", "t"."asked_at" as "askedAt", t.wished_from::text as "wishedFrom", t.wished_to::text as "wishedTo", e.name as "trainerName", "t"."starts_at" as "startsAt", "t"."ends_at" as "endsAt", "t"."minutes" as "minutes"
      FROM "support_request" "t"
      LEFT JOIN "training_module" "d" ON d.id = "t"."module_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "t"."model_id"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
      INNER JOIN "account" "c" ON c.id = "t"."teacher_id"
      LEFT JOIN "account" "e" ON e.id = "t"."trainer_id"
      WHERE "t"."teacher_id" = $1
      ORDER BY "t"."asked_at" DESC, "t"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "support_request" "t"
      WHERE "t"."teacher_id" = $2
      LIMIT 1001) row) counted)::text end as page;

-- Accompagnements de l’école · school-head · GET /api/v1/support-requests?state=asked
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, circonscription_pkey, commune_pkey, school_pkey, session_pkey, support_request_of_school, training_module_pkey
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."state" as "state", "t"."about" as "about", d.title as "moduleTitle", "i"."name" as "modelName", "t"."level" as "level", s.name as "schoolName", m.name as "communeName", q.name as "circonscriptionName", c.name as "teacherName", "t"."asked_at" as "askedAt", t.wished_from::text as "wishedFrom", t.wished_to::text as "wishedTo", e.name as "trainerName", "t"."starts_at" as "startsAt", "t"."ends_at" as "endsAt", "t"."minutes" as "minutes"
      FROM "support_request" "t"
      LEFT JOIN "training_module" "d" ON d.id = "t"."module_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "t"."model_id"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
      INNER JOIN "account" "c" ON c.id = "t"."teacher_id"
      LEFT JOIN "account" "e" ON e.id = "t"."trainer_id"
      WHERE "t"."school_id" = $1
      AND "t"."state" = 'asked'
      ORDER BY "t"."asked_at" DESC, "t"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "support_request" "t"
      WHERE "t"."school_id" = $2
      AND "t"."state" = 'asked'
      LIMIT 1001) row) counted)::text end as page;

-- Accompagnement · inspector · GET /api/v1/support-requests/:support
-- index: support_request_by_asking
SELECT "t"."id" AS "t_id", "t"."school_id" AS "t_school_id", "t"."circonscription_id" AS "t_circonscription_id", "t"."teacher_id" AS "t_teacher_id", "t"."asked_by" AS "t_asked_by", "t"."asked_at" AS "t_asked_at", "t"."about" AS "t_about", "t"."module_id" AS "t_module_id", "t"."model_id" AS "t_model_id", "t"."level" AS "t_level", "t"."wished_from" AS "t_wished_from", "t"."wished_to" AS "t_wished_to", "t"."purpose" AS "t_purpose", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."trainer_id" AS "t_trainer_id", "t"."starts_at" AS "t_starts_at", "t"."ends_at" AS "t_ends_at", "t"."report" AS "t_report", "t"."minutes" AS "t_minutes", "t"."follow_up" AS "t_follow_up", "t"."reported_at" AS "t_reported_at", "t"."version" AS "t_version"
FROM "support_request" "t"
WHERE "t"."circonscription_id" = $1
AND "t"."id" = $2;
-- index: account_pkey, catalogue_item_pkey, circonscription_pkey, commune_pkey, school_pkey, support_request_by_asking, training_module_pkey
select t.id as "id", t.version as "version", t.state as "state", t.about as "about", d.title as "moduleTitle", i.name as "modelName", t.level as "level", s.name as "schoolName", m.name as "communeName", q.name as "circonscriptionName", c.name as "teacherName", t.asked_at as "askedAt", t.wished_from::text as "wishedFrom", t.wished_to::text as "wishedTo", e.name as "trainerName", t.starts_at as "startsAt", t.ends_at as "endsAt", t.minutes as "minutes", t.purpose, t.report, t.follow_up as "followUp"
from support_request t
left join training_module d on d.id = t.module_id
left join catalogue_item i on i.id = t.model_id
join school s on s.id = t.school_id
join commune m on m.id = s.commune_id
join circonscription q on q.id = t.circonscription_id
join account c on c.id = t.teacher_id
left join account e on e.id = t.trainer_id
where t.id = $1;
-- index: support_move_request
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, v.reason, v.was_at as "wasAt"
from support_move v
where v.request_id = $1
order by v.at desc, v.id desc
limit 200;

-- Accompagnement, date · digital-trainer · GET /api/v1/support-requests/:support/clashes?startsAt=2026-12-16T08%3A00%3A00Z&endsAt=2026-12-16T10%3A00%3A00Z
-- index: support_request_by_asking
SELECT "t"."id" AS "t_id", "t"."school_id" AS "t_school_id", "t"."circonscription_id" AS "t_circonscription_id", "t"."teacher_id" AS "t_teacher_id", "t"."asked_by" AS "t_asked_by", "t"."asked_at" AS "t_asked_at", "t"."about" AS "t_about", "t"."module_id" AS "t_module_id", "t"."model_id" AS "t_model_id", "t"."level" AS "t_level", "t"."wished_from" AS "t_wished_from", "t"."wished_to" AS "t_wished_to", "t"."purpose" AS "t_purpose", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."trainer_id" AS "t_trainer_id", "t"."starts_at" AS "t_starts_at", "t"."ends_at" AS "t_ends_at", "t"."report" AS "t_report", "t"."minutes" AS "t_minutes", "t"."follow_up" AS "t_follow_up", "t"."reported_at" AS "t_reported_at", "t"."version" AS "t_version"
FROM "support_request" "t"
WHERE "t"."circonscription_id" = $1
AND "t"."id" = $2;
-- index: public_holiday_pkey, school_bridge_day_answered_once, school_holiday_zone_daterange_excl, school_opening_hours_one_a_day
select coalesce((
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
      and is_holiday) p), '[]') as school, coalesce((
    select json_agg(day)
    from public_holiday), '[]') as public, coalesce((
    select json_agg(json_build_object('from', h.from_day, 'hours', h.hours)
      order by h.from_day)
    from school_opening_hours h
    where h.school_id = $1), '[]') as hours;
-- index: support_request_trainer_once, training_date_trainer_once
select exists (
  select
  from training_date d
  where d.trainer_id = $1
  and d.state in ('proposed', 'open', 'confirmed')
  and tstzrange(d.starts_at, d.ends_at) && tstzrange($2, $3)) or exists (
  select
  from support_request r
  where r.trainer_id = $1
  and r.state = 'dated'
  and r.id <> $4
  and tstzrange(r.starts_at, r.ends_at) && tstzrange($2, $3)) as taken;
