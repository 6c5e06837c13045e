-- Problèmes · technician · GET /api/v1/problems?open=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, problem_announced, problem_open_by_opening, problem_ticket_of_ticket, session_pkey, ticket_by_report
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
      SELECT "p"."id" as "id", "p"."version" as "version", "p"."number" as "number", "p"."title" as "title", "p"."state" as "state", "p"."state_since" as "stateSince", "p"."about" as "about", "p"."service" as "service", "i"."name" as "modelName", "p"."symptom" as "symptom", m.name as "communeName", "p"."expected_on" as "expectedOn", "p"."opened_at" as "openedAt", (
        select count(*)::int
        from problem_ticket x
        where x.problem_id = "p"."id"
        and x.removed_at is null) as "tickets", (
        select count(*)::int
        from problem_ticket x
        join ticket t on t.id = x.ticket_id
        where x.problem_id = "p"."id"
        and x.removed_at is null
        and t.open) as "ticketsOpen", (
        select count(distinct t.school_id)::int
        from problem_ticket x
        join ticket t on t.id = x.ticket_id
        where x.problem_id = "p"."id"
        and x.removed_at is null) as "schools"
      FROM "problem" "p"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "p"."model_id"
      LEFT JOIN "commune" "m" ON m.id = "p"."commune_id"
      WHERE true
      AND p.open
      ORDER BY "p"."opened_at" DESC, "p"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "problem" "p"
      WHERE true
      AND p.open
      LIMIT 1001) row) counted)::text end as page;

-- Problèmes · plan-manager · GET /api/v1/problems
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, problem_by_opening, problem_of_state, problem_ticket_of_ticket, session_pkey, ticket_by_report
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
      SELECT "p"."id" as "id", "p"."version" as "version", "p"."number" as "number", "p"."title" as "title", "p"."state" as "state", "p"."state_since" as "stateSince", "p"."about" as "about", "p"."service" as "service", "i"."name" as "modelName", "p"."symptom" as "symptom", m.name as "communeName", "p"."expected_on" as "expectedOn", "p"."opened_at" as "openedAt", (
        select count(*)::int
        from problem_ticket x
        where x.problem_id = "p"."id"
        and x.removed_at is null) as "tickets", (
        select count(*)::int
        from problem_ticket x
        join ticket t on t.id = x.ticket_id
        where x.problem_id = "p"."id"
        and x.removed_at is null
        and t.open) as "ticketsOpen", (
        select count(distinct t.school_id)::int
        from problem_ticket x
        join ticket t on t.id = x.ticket_id
        where x.problem_id = "p"."id"
        and x.removed_at is null) as "schools"
      FROM "problem" "p"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "p"."model_id"
      LEFT JOIN "commune" "m" ON m.id = "p"."commune_id"
      WHERE true
      ORDER BY "p"."opened_at" DESC, "p"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "problem" "p"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Problème · technician · GET /api/v1/problems/:problem
-- index: problem_of_state
SELECT "Problem"."id" AS "Problem_id", "Problem"."number" AS "Problem_number", "Problem"."title" AS "Problem_title", "Problem"."about" AS "Problem_about", "Problem"."service" AS "Problem_service", "Problem"."model_id" AS "Problem_model_id", "Problem"."symptom" AS "Problem_symptom", "Problem"."commune_id" AS "Problem_commune_id", "Problem"."state" AS "Problem_state", "Problem"."state_since" AS "Problem_state_since", "Problem"."opened_by" AS "Problem_opened_by", "Problem"."opened_at" AS "Problem_opened_at", "Problem"."told" AS "Problem_told", "Problem"."expected_on" AS "Problem_expected_on", "Problem"."cause_note" AS "Problem_cause_note", "Problem"."cause" AS "Problem_cause", "Problem"."repair" AS "Problem_repair", "Problem"."solution" AS "Problem_solution", "Problem"."ticket_minutes" AS "Problem_ticket_minutes", "Problem"."version" AS "Problem_version"
FROM "problem" "Problem"
WHERE (("Problem"."id" = $1))
LIMIT 1;
-- index: account_pkey, catalogue_item_pkey, commune_pkey, problem_of_state, problem_ticket_of_ticket, school_year_figures_pkey, ticket_by_report
select p.id as "id", p.version as "version", p.number as "number", p.title as "title", p.state as "state", p.state_since as "stateSince", p.about as "about", p.service as "service", i.name as "modelName", p.symptom as "symptom", m.name as "communeName", p.expected_on as "expectedOn", p.opened_at as "openedAt", (
  select count(*)::int
  from problem_ticket x
  where x.problem_id = p.id
  and x.removed_at is null) as "tickets", (
  select count(*)::int
  from problem_ticket x
  join ticket t on t.id = x.ticket_id
  where x.problem_id = p.id
  and x.removed_at is null
  and t.open) as "ticketsOpen", (
  select count(distinct t.school_id)::int
  from problem_ticket x
  join ticket t on t.id = x.ticket_id
  where x.problem_id = p.id
  and x.removed_at is null) as "schools", p.model_id as "modelId", p.commune_id as "communeId", p.told, p.cause_note as "causeNote", p.cause, p.repair, p.solution, p.ticket_minutes as "ticketMinutes", b.name as "openerName", (
  select coalesce(sum(case when g.whole then coalesce(f.classes, 1) else g.hindered end), 0)::int
  from (
    select t.school_id, bool_or(t.impact = 'school') as whole, count(*) filter (
      where t.impact = 'class') as hindered
    from problem_ticket x
    join ticket t on t.id = x.ticket_id
    where x.problem_id = p.id
    and x.removed_at is null
    and t.open
    group by t.school_id) g
  left join lateral (
    select school_year, classes, pupils
    from school_year_figures
    where school_id = g.school_id
    and school_year <= $2
    and (classes is not null or pupils is not null)
    order by school_year desc
    limit 1) f on true) as classes, (
  select min(t.reported_at)
  from problem_ticket x
  join ticket t on t.id = x.ticket_id
  where x.problem_id = p.id
  and x.removed_at is null) as since
from problem p
left join catalogue_item i on i.id = p.model_id
left join commune m on m.id = p.commune_id
join account b on b.id = p.opened_by
where p.id = $1;
-- index: account_pkey, problem_move_problem
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason, v.detail ->> 'tickets' as tickets
from problem_move v
left join account a on a.id = v.account_id
where v.problem_id = $1
order by v.at desc, v.id desc
limit 200;

-- Problème, ses tickets · technician · GET /api/v1/problems/:problem/tickets?open=true
-- index: problem_of_state
SELECT "Problem"."id" AS "Problem_id", "Problem"."number" AS "Problem_number", "Problem"."title" AS "Problem_title", "Problem"."about" AS "Problem_about", "Problem"."service" AS "Problem_service", "Problem"."model_id" AS "Problem_model_id", "Problem"."symptom" AS "Problem_symptom", "Problem"."commune_id" AS "Problem_commune_id", "Problem"."state" AS "Problem_state", "Problem"."state_since" AS "Problem_state_since", "Problem"."opened_by" AS "Problem_opened_by", "Problem"."opened_at" AS "Problem_opened_at", "Problem"."told" AS "Problem_told", "Problem"."expected_on" AS "Problem_expected_on", "Problem"."cause_note" AS "Problem_cause_note", "Problem"."cause" AS "Problem_cause", "Problem"."repair" AS "Problem_repair", "Problem"."solution" AS "Problem_solution", "Problem"."ticket_minutes" AS "Problem_ticket_minutes", "Problem"."version" AS "Problem_version"
FROM "problem" "Problem"
WHERE (("Problem"."id" = $1))
LIMIT 1;
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, problem_ticket_by_adding, problem_ticket_of_ticket, room_id_school_id_key, school_pkey, session_pkey, ticket_by_report
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."symptom" as "symptom", "t"."subject" as "subject", "t"."service" as "service", "t"."state" as "state", "t"."wait_for" as "waitFor", s.name as "schoolName", m.name as "communeName", r.name as "roomName", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "t"."reported_at" as "reportedAt", x.added_at as "addedAt"
      FROM "problem_ticket" "x"
      INNER JOIN "ticket" "t" ON "t"."id" = x.ticket_id
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "room" "r" ON r.id = "t"."room_id"
      LEFT JOIN "equipment" "e" ON "e"."id" = "t"."equipment_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      WHERE x.problem_id = $1
      and x.removed_at is null
      AND t.open
      ORDER BY x.added_at ASC, x.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "problem_ticket" "x"
      INNER JOIN "ticket" "t" ON "t"."id" = x.ticket_id
      WHERE x.problem_id = $2
      and x.removed_at is null
      AND t.open
      LIMIT 1001) row) counted)::text end as page;
