-- Registre des sorties · plan-manager · GET /api/v1/disposals
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, disposed_device_by_day, disposed_device_pkey, equipment_by_seen, equipment_disposal_as_it_went, equipment_wipe_as_it_ended, session_pkey
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
      SELECT "e"."tag" AS "tag", "e"."serial" AS "serial", "i"."name" AS "modelName", x.equipment_id AS "id", x.disposal_id AS "disposalId", x.family AS "family", x.destination AS "destination", d.receiver AS "receiver", d.receiver_kind AS "receiverKind", d.proof_number AS "proofNumber", x.disposed_on::text AS "disposedOn", e.retired_on::text AS "retiredOn", "e"."retirement_number" AS "retirementNumber", d.unit_value_cents AS "unitValueCents", d.reuse_attested AS "reuseAttested", w.id AS "wipeId", w.wiped_on::text AS "wipedOn"
      FROM "disposed_device" "x"
      INNER JOIN "equipment" "e" ON "e"."id" = x.equipment_id
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      INNER JOIN "equipment_disposal" "d" ON d.id = x.disposal_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "equipment_wipe" "w" ON w.id = x.wipe_id
      WHERE true
      ORDER BY x.disposed_on DESC, x.equipment_id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "disposed_device" "x"
      INNER JOIN "equipment" "e" ON "e"."id" = x.equipment_id
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Registre des sorties, choisi · technician · GET /api/v1/disposals?year=2026&destination=gift
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, disposed_device_by_destination, disposed_device_pkey, equipment_by_seen, equipment_disposal_as_it_went, equipment_wipe_as_it_ended, session_pkey
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
      SELECT "e"."tag" AS "tag", "e"."serial" AS "serial", "i"."name" AS "modelName", x.equipment_id AS "id", x.disposal_id AS "disposalId", x.family AS "family", x.destination AS "destination", d.receiver AS "receiver", d.receiver_kind AS "receiverKind", d.proof_number AS "proofNumber", x.disposed_on::text AS "disposedOn", e.retired_on::text AS "retiredOn", "e"."retirement_number" AS "retirementNumber", d.unit_value_cents AS "unitValueCents", d.reuse_attested AS "reuseAttested", w.id AS "wipeId", w.wiped_on::text AS "wipedOn"
      FROM "disposed_device" "x"
      INNER JOIN "equipment" "e" ON "e"."id" = x.equipment_id
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      INNER JOIN "equipment_disposal" "d" ON d.id = x.disposal_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "equipment_wipe" "w" ON w.id = x.wipe_id
      WHERE true
      AND x.disposed_on between $1 and $2
      AND x.destination = 'gift'
      ORDER BY x.disposed_on DESC, x.equipment_id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "disposed_device" "x"
      INNER JOIN "equipment" "e" ON "e"."id" = x.equipment_id
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      WHERE true
      AND x.disposed_on between $3 and $4
      AND x.destination = 'gift'
      LIMIT 1001) row) counted)::text end as page;
