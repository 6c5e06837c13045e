-- Tickets · technician · GET /api/v1/tickets?open=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, room_id_school_id_key, school_pkey, session_pkey, ticket_of_assignee_open, ticket_of_school_open, ticket_reporter_once
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."priority" as "priority", "t"."symptom" as "symptom", "t"."subject" as "subject", "t"."service" as "service", "t"."state" as "state", "t"."state_since" as "stateSince", "t"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", r.name as "roomName", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "t"."reported_at" as "reportedAt", "t"."planned_from" as "plannedFrom", "t"."wait_for" as "waitFor", "t"."review_on" as "reviewOn", "t"."due_at" as "dueAt", 1 + (
        select count(*)::int
        from ticket_reporter y
        where y.ticket_id = "t"."id") as "reports", a.name as "assigneeName"
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "room" "r" ON r.id = "t"."room_id"
      LEFT JOIN "equipment" "e" ON "e"."id" = "t"."equipment_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "account" "a" ON a.id = "t"."assigned_account_id"
      WHERE true
      AND t.open
      ORDER BY "t"."due_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      WHERE true
      AND t.open
      LIMIT 1001) row) counted)::text end as page;

-- Tickets, les miens · technician · GET /api/v1/tickets?open=true&mine=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, room_id_school_id_key, school_pkey, session_pkey, ticket_of_assignee_open, ticket_of_school_open, ticket_reporter_once
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."priority" as "priority", "t"."symptom" as "symptom", "t"."subject" as "subject", "t"."service" as "service", "t"."state" as "state", "t"."state_since" as "stateSince", "t"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", r.name as "roomName", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "t"."reported_at" as "reportedAt", "t"."planned_from" as "plannedFrom", "t"."wait_for" as "waitFor", "t"."review_on" as "reviewOn", "t"."due_at" as "dueAt", 1 + (
        select count(*)::int
        from ticket_reporter y
        where y.ticket_id = "t"."id") as "reports", a.name as "assigneeName"
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "room" "r" ON r.id = "t"."room_id"
      LEFT JOIN "equipment" "e" ON "e"."id" = "t"."equipment_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "account" "a" ON a.id = "t"."assigned_account_id"
      WHERE true
      AND t.open
      AND "t"."assigned_account_id" = $1
      ORDER BY "t"."due_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      WHERE true
      AND t.open
      AND "t"."assigned_account_id" = $2
      LIMIT 1001) row) counted)::text end as page;

-- Tickets, recherche · technician · GET /api/v1/tickets?open=true&search=ecole
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, equipment_tag_key, room_id_school_id_key, school_pkey, school_search, session_pkey, ticket_of_assignee_open, ticket_of_school_open, ticket_reporter_once
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."priority" as "priority", "t"."symptom" as "symptom", "t"."subject" as "subject", "t"."service" as "service", "t"."state" as "state", "t"."state_since" as "stateSince", "t"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", r.name as "roomName", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "t"."reported_at" as "reportedAt", "t"."planned_from" as "plannedFrom", "t"."wait_for" as "waitFor", "t"."review_on" as "reviewOn", "t"."due_at" as "dueAt", 1 + (
        select count(*)::int
        from ticket_reporter y
        where y.ticket_id = "t"."id") as "reports", a.name as "assigneeName"
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "room" "r" ON r.id = "t"."room_id"
      LEFT JOIN "equipment" "e" ON "e"."id" = "t"."equipment_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "account" "a" ON a.id = "t"."assigned_account_id"
      WHERE true
      AND t.open
      AND (search_text("t"."number") like search_pattern($1) or "t"."school_id" = any(array(
            select x.id
            from school x
            where search_text(x.name || ' ' || x.uai) like search_pattern($1))) or "t"."equipment_id" = any(array(
            select x.id
            from equipment x
            where x.tag = upper($1))))
      ORDER BY "t"."due_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      WHERE true
      AND t.open
      AND (search_text("t"."number") like search_pattern($2) or "t"."school_id" = any(array(
            select x.id
            from school x
            where search_text(x.name || ' ' || x.uai) like search_pattern($2))) or "t"."equipment_id" = any(array(
            select x.id
            from equipment x
            where x.tag = upper($2))))
      LIMIT 1001) row) counted)::text end as page;

-- Tickets finis · plan-manager · GET /api/v1/tickets?sort=reported&direction=desc
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, room_id_school_id_key, school_pkey, session_pkey, ticket_by_report, ticket_of_school_by_change, ticket_reporter_once
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."priority" as "priority", "t"."symptom" as "symptom", "t"."subject" as "subject", "t"."service" as "service", "t"."state" as "state", "t"."state_since" as "stateSince", "t"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", r.name as "roomName", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "t"."reported_at" as "reportedAt", "t"."planned_from" as "plannedFrom", "t"."wait_for" as "waitFor", "t"."review_on" as "reviewOn", "t"."due_at" as "dueAt", 1 + (
        select count(*)::int
        from ticket_reporter y
        where y.ticket_id = "t"."id") as "reports", a.name as "assigneeName"
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "room" "r" ON r.id = "t"."room_id"
      LEFT JOIN "equipment" "e" ON "e"."id" = "t"."equipment_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "account" "a" ON a.id = "t"."assigned_account_id"
      WHERE true
      ORDER BY "t"."reported_at" DESC, "t"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Pannes de l’école · school-head · GET /api/v1/tickets?open=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, room_id_school_id_key, school_pkey, session_pkey, ticket_of_school_open, ticket_reporter_once
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."priority" as "priority", "t"."symptom" as "symptom", "t"."subject" as "subject", "t"."service" as "service", "t"."state" as "state", "t"."state_since" as "stateSince", "t"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", r.name as "roomName", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "t"."reported_at" as "reportedAt", "t"."planned_from" as "plannedFrom", "t"."wait_for" as "waitFor", "t"."review_on" as "reviewOn", "t"."due_at" as "dueAt", 1 + (
        select count(*)::int
        from ticket_reporter y
        where y.ticket_id = "t"."id") as "reports", a.name as "assigneeName"
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "room" "r" ON r.id = "t"."room_id"
      LEFT JOIN "equipment" "e" ON "e"."id" = "t"."equipment_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "account" "a" ON a.id = "t"."assigned_account_id"
      WHERE s.id = $1
      AND t.open
      ORDER BY "t"."due_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      WHERE s.id = $2
      AND t.open
      LIMIT 1001) row) counted)::text end as page;

-- Pannes · commune-officer · GET /api/v1/tickets?open=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, room_id_school_id_key, school_commune, session_pkey, ticket_of_school_open, ticket_reporter_once
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."priority" as "priority", "t"."symptom" as "symptom", "t"."subject" as "subject", "t"."service" as "service", "t"."state" as "state", "t"."state_since" as "stateSince", "t"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", r.name as "roomName", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "t"."reported_at" as "reportedAt", "t"."planned_from" as "plannedFrom", "t"."wait_for" as "waitFor", "t"."review_on" as "reviewOn", "t"."due_at" as "dueAt", 1 + (
        select count(*)::int
        from ticket_reporter y
        where y.ticket_id = "t"."id") as "reports", null as "assigneeName"
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "room" "r" ON r.id = "t"."room_id"
      LEFT JOIN "equipment" "e" ON "e"."id" = "t"."equipment_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "account" "a" ON a.id = "t"."assigned_account_id"
      WHERE s.commune_id = $1
      and s.sector = 'public'
      AND t.open
      ORDER BY "t"."due_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      WHERE s.commune_id = $2
      and s.sector = 'public'
      AND t.open
      LIMIT 1001) row) counted)::text end as page;

-- Pannes d’un appareil · teacher · GET /api/v1/tickets?equipmentId=:equipment&open=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, room_id_school_id_key, school_pkey, session_pkey, ticket_of_device, ticket_of_school_open, ticket_reporter_once
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."priority" as "priority", "t"."symptom" as "symptom", "t"."subject" as "subject", "t"."service" as "service", "t"."state" as "state", "t"."state_since" as "stateSince", "t"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", r.name as "roomName", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "t"."reported_at" as "reportedAt", "t"."planned_from" as "plannedFrom", "t"."wait_for" as "waitFor", "t"."review_on" as "reviewOn", "t"."due_at" as "dueAt", 1 + (
        select count(*)::int
        from ticket_reporter y
        where y.ticket_id = "t"."id") as "reports", a.name as "assigneeName"
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "room" "r" ON r.id = "t"."room_id"
      LEFT JOIN "equipment" "e" ON "e"."id" = "t"."equipment_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "account" "a" ON a.id = "t"."assigned_account_id"
      WHERE s.id = $1
      AND t.open
      AND "t"."equipment_id" = $2
      ORDER BY "t"."due_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ticket" "t"
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      WHERE s.id = $3
      AND t.open
      AND "t"."equipment_id" = $4
      LIMIT 1001) row) counted)::text end as page;

-- Tickets, onglets · technician · GET /api/v1/tickets/counts
-- index: school_pkey, ticket_of_school_open
with open as (
  select t.state, t.due_at, t.assigned_account_id
  from ticket t
  join school s on s.id = t.school_id
  where t.open
  and true
  limit $4)
select coalesce((
    select json_agg(json_build_object('state', state, 'count', count)
      order by array_position($1::text[], state))
    from (
      select state, count(*)::int
      from open
      group by state) c), '[]') as open, (
  select count(*)::int
  from open
  where due_at < $5) as late, (
  select count(*)::int
  from open
  where due_at >= $5
  and due_at < $2) as "dueToday", (
  select count(*)::int
  from open
  where assigned_account_id = $3) as mine;

-- Pannes semblables · teacher · GET /api/v1/tickets/alike?subject=device&equipmentId=:equipment
-- index: equipment_by_seen
SELECT "Equipment"."id" AS "Equipment_id", "Equipment"."tag" AS "Equipment_tag", "Equipment"."serial" AS "Equipment_serial", "Equipment"."model_id" AS "Equipment_model_id", "Equipment"."is_container" AS "Equipment_is_container", "Equipment"."state" AS "Equipment_state", "Equipment"."state_since" AS "Equipment_state_since", "Equipment"."stock_place_id" AS "Equipment_stock_place_id", "Equipment"."room_id" AS "Equipment_room_id", "Equipment"."container_id" AS "Equipment_container_id", "Equipment"."school_id" AS "Equipment_school_id", "Equipment"."order_id" AS "Equipment_order_id", "Equipment"."contract_id" AS "Equipment_contract_id", "Equipment"."receipt_id" AS "Equipment_receipt_id", "Equipment"."net_cents" AS "Equipment_net_cents", "Equipment"."vat_basis_points" AS "Equipment_vat_basis_points", "Equipment"."purchased_on" AS "Equipment_purchased_on", "Equipment"."funding" AS "Equipment_funding", "Equipment"."commitment_number" AS "Equipment_commitment_number", "Equipment"."warranty_until" AS "Equipment_warranty_until", "Equipment"."refurbished" AS "Equipment_refurbished", "Equipment"."complaint_number" AS "Equipment_complaint_number", "Equipment"."retirement_number" AS "Equipment_retirement_number", "Equipment"."retirement_kind" AS "Equipment_retirement_kind", "Equipment"."retired_on" AS "Equipment_retired_on", "Equipment"."last_seen_at" AS "Equipment_last_seen_at", "Equipment"."last_seen_by" AS "Equipment_last_seen_by", "Equipment"."words" AS "Equipment_words", "Equipment"."version" AS "Equipment_version"
FROM "equipment" "Equipment"
WHERE (("Equipment"."id" = $1))
LIMIT 1;
-- index: equipment_of_school_by_model, school_pkey
SELECT 1 AS "row_exists"
FROM (
  SELECT 1 AS dummy_column) "dummy_table"
WHERE EXISTS (
  SELECT 1
  FROM "equipment" "e"
  LEFT JOIN "school" "s" ON s.id = "e"."school_id"
  WHERE s.id = $1
  AND "e"."id" = $2)
LIMIT 1;
-- index: equipment_by_seen
select
from equipment
where id = $1 for key share;
-- index: ticket_of_school_by_change
select t.id, t.number, t.symptom, t.subject, t.service, t.state, t.reported_at as "reportedAt", t.planned_from as "plannedFrom", coalesce(t.equipment_id = $2, false) as "sameDevice"
from ticket t
where t.school_id = $1
and t.state in ('new', 'assigned', 'planned', 'in-progress', 'waiting')
and (t.equipment_id = $2 or t.room_id = $3 or t.subject in ('school', 'service') or ($4::text is not null
    and t.service = $4))
order by coalesce(t.equipment_id = $2, false) desc, t.reported_at desc, t.id
limit 5;
