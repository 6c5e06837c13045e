-- Retours en garantie · plan-manager · GET /api/v1/warranty-returns?open=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_id_is_container_state_site_id_key, school_pkey, session_pkey, ticket_id_school_id_key, warranty_return_of_device, warranty_return_of_school_open
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
      SELECT "w"."id" as "id", "w"."version" as "version", "w"."state" as "state", "w"."state_since" as "stateSince", "w"."ticket_id" as "ticketId", "t"."number" as "ticketNumber", "w"."equipment_id" as "equipmentId", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "i"."maker" as "makerName", "w"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "w"."review_on" as "reviewOn", ("w"."state" in ('prepared', 'sent')
        and "w"."review_on" <= $1) as "due"
      FROM "warranty_return" "w"
      INNER JOIN "school" "s" ON s.id = "w"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "equipment" "e" ON "e"."id" = "w"."equipment_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      INNER JOIN "ticket" "t" ON "t"."id" = "w"."ticket_id"
      WHERE true
      AND w.open
      ORDER BY "w"."review_on" ASC, "w"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "warranty_return" "w"
      INNER JOIN "school" "s" ON s.id = "w"."school_id"
      WHERE true
      AND w.open
      LIMIT 1001) row) counted)::text end as page;

-- Retours à relancer · technician · GET /api/v1/warranty-returns?due=true&size=1
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, school_pkey, session_pkey, ticket_by_report, warranty_return_of_state, warranty_return_open_by_review
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
      SELECT "w"."id" as "id", "w"."version" as "version", "w"."state" as "state", "w"."state_since" as "stateSince", "w"."ticket_id" as "ticketId", "t"."number" as "ticketNumber", "w"."equipment_id" as "equipmentId", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "i"."maker" as "makerName", "w"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "w"."review_on" as "reviewOn", ("w"."state" in ('prepared', 'sent')
        and "w"."review_on" <= $1) as "due"
      FROM "warranty_return" "w"
      INNER JOIN "school" "s" ON s.id = "w"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "equipment" "e" ON "e"."id" = "w"."equipment_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      INNER JOIN "ticket" "t" ON "t"."id" = "w"."ticket_id"
      WHERE true
      AND w.open
      and "w"."review_on" <= $2
      ORDER BY "w"."review_on" ASC, "w"."id" ASC
      LIMIT 1
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "warranty_return" "w"
      INNER JOIN "school" "s" ON s.id = "w"."school_id"
      WHERE true
      AND w.open
      and "w"."review_on" <= $3
      LIMIT 1001) row) counted)::text end as page;

-- Retours d’un ticket · technician · GET /api/v1/warranty-returns?ticketId=:ticket
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, school_pkey, session_pkey, ticket_by_report, warranty_return_of_ticket
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
      SELECT "w"."id" as "id", "w"."version" as "version", "w"."state" as "state", "w"."state_since" as "stateSince", "w"."ticket_id" as "ticketId", "t"."number" as "ticketNumber", "w"."equipment_id" as "equipmentId", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "i"."maker" as "makerName", "w"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "w"."review_on" as "reviewOn", ("w"."state" in ('prepared', 'sent')
        and "w"."review_on" <= $1) as "due"
      FROM "warranty_return" "w"
      INNER JOIN "school" "s" ON s.id = "w"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "equipment" "e" ON "e"."id" = "w"."equipment_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      INNER JOIN "ticket" "t" ON "t"."id" = "w"."ticket_id"
      WHERE true
      AND "w"."ticket_id" = $2
      ORDER BY "w"."review_on" DESC, "w"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "warranty_return" "w"
      INNER JOIN "school" "s" ON s.id = "w"."school_id"
      WHERE true
      AND "w"."ticket_id" = $3
      LIMIT 1001) row) counted)::text end as page;

-- Retours de l’école · teacher · GET /api/v1/warranty-returns
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, school_pkey, session_pkey, ticket_by_report, warranty_return_of_school
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
      SELECT "w"."id" as "id", "w"."version" as "version", "w"."state" as "state", "w"."state_since" as "stateSince", "w"."ticket_id" as "ticketId", "t"."number" as "ticketNumber", "w"."equipment_id" as "equipmentId", "e"."tag" as "equipmentTag", "i"."name" as "modelName", "i"."maker" as "makerName", "w"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "w"."review_on" as "reviewOn", ("w"."state" in ('prepared', 'sent')
        and "w"."review_on" <= $1) as "due"
      FROM "warranty_return" "w"
      INNER JOIN "school" "s" ON s.id = "w"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "equipment" "e" ON "e"."id" = "w"."equipment_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      INNER JOIN "ticket" "t" ON "t"."id" = "w"."ticket_id"
      WHERE s.id = $2
      ORDER BY "w"."review_on" DESC, "w"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "warranty_return" "w"
      INNER JOIN "school" "s" ON s.id = "w"."school_id"
      WHERE s.id = $3
      LIMIT 1001) row) counted)::text end as page;
