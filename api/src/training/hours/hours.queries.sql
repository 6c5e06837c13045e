-- Heures de formation · inspector · GET /api/v1/training-hours?year=2026
-- index: account_pkey, assignment_pkey, school_circonscription, school_pkey, session_pkey, training_attendance_said_once, training_date_id_session_id_key, training_enrolment_seat_once, training_hours_said_once, training_session_told_by_start
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
      SELECT h.account_id as "accountId", c.name as "name", s.name as "schoolName", h.trainings as "trainings", h.attended as "attended", h.counted as "counted", h.unmarked as "unmarked", h.continuing as "continuing", h.pedagogical as "pedagogical", h.functional as "functional"
      FROM (
        select x.account_id, x.school_id, count(*)::int as trainings, sum(x.minutes)::int as attended, coalesce(sum(x.minutes) filter (
            where x.counts), 0)::int as counted, coalesce(sum(x.minutes) filter (
            where x.counts is null), 0)::int as unmarked, coalesce(sum(x.minutes) filter (
            where x.counts
            and x.category = 'continuing'), 0)::int as continuing, coalesce(sum(x.minutes) filter (
            where x.counts
            and x.category = 'pedagogical'), 0)::int as pedagogical, coalesce(sum(x.minutes) filter (
            where x.counts
            and x.category = 'functional'), 0)::int as functional
        from (
          select n.account_id, n.school_id, p.counts, p.category, (
            select coalesce(sum(extract(epoch from d.ends_at - d.starts_at) / 60), 0)::int
            from training_attendance a
            join training_date d on d.id = a.date_id
            where a.enrolment_id = n.id
            and a.present) as minutes
          from training_session t
          join training_enrolment n on n.session_id = t.id
          and n.seat is not null
          join school s on s.id = n.school_id
          left join training_hours p on p.enrolment_id = n.id
          where t.state = 'closed'
          and t.starts_at >= $1
          and t.starts_at < $2
          and s.circonscription_id = $3) x
        where x.minutes > 0
        group by x.account_id, x.school_id) "h"
      INNER JOIN "account" "c" ON c.id = h.account_id
      INNER JOIN "school" "s" ON s.id = h.school_id
      WHERE true
      ORDER BY c.name ASC, h.account_id ASC, h.school_id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM (
        select x.account_id, x.school_id, count(*)::int as trainings, sum(x.minutes)::int as attended, coalesce(sum(x.minutes) filter (
            where x.counts), 0)::int as counted, coalesce(sum(x.minutes) filter (
            where x.counts is null), 0)::int as unmarked, coalesce(sum(x.minutes) filter (
            where x.counts
            and x.category = 'continuing'), 0)::int as continuing, coalesce(sum(x.minutes) filter (
            where x.counts
            and x.category = 'pedagogical'), 0)::int as pedagogical, coalesce(sum(x.minutes) filter (
            where x.counts
            and x.category = 'functional'), 0)::int as functional
        from (
          select n.account_id, n.school_id, p.counts, p.category, (
            select coalesce(sum(extract(epoch from d.ends_at - d.starts_at) / 60), 0)::int
            from training_attendance a
            join training_date d on d.id = a.date_id
            where a.enrolment_id = n.id
            and a.present) as minutes
          from training_session t
          join training_enrolment n on n.session_id = t.id
          and n.seat is not null
          join school s on s.id = n.school_id
          left join training_hours p on p.enrolment_id = n.id
          where t.state = 'closed'
          and t.starts_at >= $4
          and t.starts_at < $5
          and s.circonscription_id = $6) x
        where x.minutes > 0
        group by x.account_id, x.school_id) "h"
      INNER JOIN "account" "c" ON c.id = h.account_id
      INNER JOIN "school" "s" ON s.id = h.school_id
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Heures à dire · private-body-officer · GET /api/v1/training-hours/unmarked
-- index: account_pkey, assignment_pkey, school_managing_body, session_pkey, training_attendance_said_once, training_date_id_session_id_key, training_enrolment_of_school, training_hours_said_once, training_module_pkey, training_session_id_outside_key
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
      SELECT n.id as "id", n.account_id as "accountId", c.name as "name", s.name as "schoolName", d.title as "moduleTitle", d.kind as "moduleKind", "t"."number" as "sessionNumber", "t"."starts_at" as "startsAt", (
        select coalesce(sum(extract(epoch from d.ends_at - d.starts_at) / 60), 0)::int
        from training_attendance a
        join training_date d on d.id = a.date_id
        where a.enrolment_id = n.id
        and a.present) as "minutes"
      FROM "training_enrolment" "n"
      INNER JOIN "training_session" "t" ON "t"."id" = n.session_id
      and "t"."state" = 'closed'
      INNER JOIN "school" "s" ON s.id = n.school_id
      INNER JOIN "training_module" "d" ON d.id = "t"."module_id"
      INNER JOIN "account" "c" ON c.id = n.account_id
      WHERE s.managing_body_id = $1
      AND s.sector = 'private'
      AND n.seat is not null
      AND not exists (
        select
        from training_hours h
        where h.enrolment_id = n.id)
      AND exists (
        select
        from training_attendance a
        where a.enrolment_id = n.id
        and a.present)
      ORDER BY "t"."starts_at" ASC, n.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "training_enrolment" "n"
      INNER JOIN "training_session" "t" ON "t"."id" = n.session_id
      and "t"."state" = 'closed'
      INNER JOIN "school" "s" ON s.id = n.school_id
      WHERE s.managing_body_id = $2
      AND s.sector = 'private'
      AND n.seat is not null
      AND not exists (
        select
        from training_hours h
        where h.enrolment_id = n.id)
      AND exists (
        select
        from training_attendance a
        where a.enrolment_id = n.id
        and a.present)
      LIMIT 1001) row) counted)::text end as page;
