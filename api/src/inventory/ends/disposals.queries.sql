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
      SELECT x.equipment_id as "id", x.disposal_id as "disposalId", "e"."tag" as "tag", "e"."serial" as "serial", "i"."name" as "modelName", x.family as "family", x.destination as "destination", d.receiver as "receiver", d.receiver_kind as "receiverKind", d.proof_number as "proofNumber", x.disposed_on::text as "disposedOn", e.retired_on::text as "retiredOn", "e"."retirement_number" as "retirementNumber", d.unit_value_cents as "unitValueCents", d.reuse_attested as "reuseAttested", w.id as "wipeId", w.wiped_on::text as "wipedOn"
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
      SELECT x.equipment_id as "id", x.disposal_id as "disposalId", "e"."tag" as "tag", "e"."serial" as "serial", "i"."name" as "modelName", x.family as "family", x.destination as "destination", d.receiver as "receiver", d.receiver_kind as "receiverKind", d.proof_number as "proofNumber", x.disposed_on::text as "disposedOn", e.retired_on::text as "retiredOn", "e"."retirement_number" as "retirementNumber", d.unit_value_cents as "unitValueCents", d.reuse_attested as "reuseAttested", w.id as "wipeId", w.wiped_on::text as "wipedOn"
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
