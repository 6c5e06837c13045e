-- Remèdes · technician · GET /api/v1/remedies
-- index: account_pkey, assignment_pkey, remedy_by_change, remedy_of_state, remedy_tally_pkey, session_pkey
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
      SELECT "r"."id" as "id", "r"."version" as "version", "r"."title" as "title", "r"."state" as "state", "r"."state_since" as "stateSince", "r"."about" as "about", "r"."family" as "family", "r"."service" as "service", "r"."symptom" as "symptom", "r"."changed_at" as "changedAt", y.shown_count as "shown", y.helped_count as "helped", y.declined_count as "declined"
      FROM "remedy" "r"
      INNER JOIN "remedy_tally" "y" ON y.remedy_id = "r"."id"
      WHERE true
      ORDER BY "r"."changed_at" DESC, "r"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "remedy" "r"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Remèdes, recherche · plan-manager · GET /api/v1/remedies?search=noir&state=published
-- index: account_pkey, assignment_pkey, remedy_found, remedy_of_state, remedy_tally_pkey, session_pkey
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
      SELECT "r"."id" as "id", "r"."version" as "version", "r"."title" as "title", "r"."state" as "state", "r"."state_since" as "stateSince", "r"."about" as "about", "r"."family" as "family", "r"."service" as "service", "r"."symptom" as "symptom", "r"."changed_at" as "changedAt", y.shown_count as "shown", y.helped_count as "helped", y.declined_count as "declined"
      FROM "remedy" "r"
      INNER JOIN "remedy_tally" "y" ON y.remedy_id = "r"."id"
      WHERE true
      AND r.words like search_pattern($1)
      AND "r"."state" = 'published'
      ORDER BY "r"."changed_at" DESC, "r"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "remedy" "r"
      WHERE true
      AND r.words like search_pattern($2)
      AND "r"."state" = 'published'
      LIMIT 1001) row) counted)::text end as page;

-- Remède · technician · GET /api/v1/remedies/:remedy
-- index: remedy_of_state
SELECT "Remedy"."id" AS "Remedy_id", "Remedy"."title" AS "Remedy_title", "Remedy"."about" AS "Remedy_about", "Remedy"."family" AS "Remedy_family", "Remedy"."service" AS "Remedy_service", "Remedy"."symptom" AS "Remedy_symptom", "Remedy"."steps" AS "Remedy_steps", "Remedy"."inside" AS "Remedy_inside", "Remedy"."ticket_id" AS "Remedy_ticket_id", "Remedy"."state" AS "Remedy_state", "Remedy"."state_since" AS "Remedy_state_since", "Remedy"."changed_at" AS "Remedy_changed_at", "Remedy"."version" AS "Remedy_version"
FROM "remedy" "Remedy"
WHERE (("Remedy"."id" = $1))
LIMIT 1;
-- index: remedy_version_numbered_once
select number, at, title, steps
from remedy_version
where remedy_id = $1
order by number desc
limit 200;
-- index: remedy_of_state, remedy_tally_pkey, ticket_id_school_id_key
select r.id as "id", r.version as "version", r.title as "title", r.state as "state", r.state_since as "stateSince", r.about as "about", r.family as "family", r.service as "service", r.symptom as "symptom", r.changed_at as "changedAt", y.shown_count as "shown", y.helped_count as "helped", y.declined_count as "declined", r.steps, r.inside, r.ticket_id as "ticketId", t.number as "ticketNumber"
from remedy r
join remedy_tally y on y.remedy_id = r.id
left join ticket t on t.id = r.ticket_id
where r.id = $1;
-- index: account_pkey, remedy_move_remedy
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
from remedy_move v
left join account a on a.id = v.account_id
where v.remedy_id = $1
order by v.at desc, v.id desc
limit 200;
