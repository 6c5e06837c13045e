-- Ma journée · technician · GET /api/v1/home/work
-- index: commune_pkey, installation_order_school, order_line_order_id_position_key, school_pkey
SELECT "o"."id" AS "id", "o"."number" AS "number", "o"."title" AS "title", "o"."state" AS "state", "o"."version" AS "version", s.id AS "schoolId", s.name AS "schoolName", m.name AS "communeName", nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '') AS "address", s.latitude AS "latitude", s.longitude AS "longitude", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end AS "plannedFrom", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end AS "plannedTo", s.closed_on::text AS "closedOn", (
  select count(*)::int
  from order_line l
  where l.order_id = "o"."id"
  and not l.extra) AS "lineCount"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
AND "o"."state" in ($1)
AND "o"."performer" = 'metropole'
and ("o"."assigned_account_id" = $2 or "o"."assigned_account_id" is null)
ORDER BY "o"."decided_at" ASC, "o"."id" ASC
LIMIT 50;
-- index: commune_pkey, installation_order_school, order_line_order_id_position_key, school_pkey
SELECT "o"."id" AS "id", "o"."number" AS "number", "o"."title" AS "title", "o"."state" AS "state", "o"."version" AS "version", s.id AS "schoolId", s.name AS "schoolName", m.name AS "communeName", nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '') AS "address", s.latitude AS "latitude", s.longitude AS "longitude", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end AS "plannedFrom", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end AS "plannedTo", s.closed_on::text AS "closedOn", (
  select count(*)::int
  from order_line l
  where l.order_id = "o"."id"
  and not l.extra) AS "lineCount"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
AND "o"."state" in ($1, $2, $3, $4)
AND "o"."performer" = 'metropole'
and ("o"."assigned_account_id" = $5 or "o"."assigned_account_id" is null)
AND ("o"."state" in ('scheduled', 'in-progress') or (case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end at time zone 'Europe/Paris')::date = $6)
ORDER BY case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end ASC, "o"."id" ASC
LIMIT 100;
-- index: installation_order_school, school_pkey
SELECT count(*)::int AS "count"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
AND "o"."state" in ($1)
AND "o"."performer" = 'metropole'
and ("o"."assigned_account_id" = $2 or "o"."assigned_account_id" is null);

-- Ma journée · installer · GET /api/v1/home/work
-- index: commune_pkey, contract_of_its_holder, installation_order_contract, order_line_order_id_position_key, school_pkey
SELECT "o"."id" AS "id", "o"."number" AS "number", "o"."title" AS "title", "o"."state" AS "state", "o"."version" AS "version", s.id AS "schoolId", s.name AS "schoolName", m.name AS "communeName", nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '') AS "address", s.latitude AS "latitude", s.longitude AS "longitude", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end AS "plannedFrom", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end AS "plannedTo", s.closed_on::text AS "closedOn", (
  select count(*)::int
  from order_line l
  where l.order_id = "o"."id"
  and not l.extra) AS "lineCount"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
and "o"."contract_id" in (
  select id
  from contract
  where holder_id = $1)
AND "o"."state" in ($2)
ORDER BY "o"."decided_at" ASC, "o"."id" ASC
LIMIT 50;
-- index: commune_pkey, contract_of_its_holder, installation_order_contract, order_line_order_id_position_key, school_pkey
SELECT "o"."id" AS "id", "o"."number" AS "number", "o"."title" AS "title", "o"."state" AS "state", "o"."version" AS "version", s.id AS "schoolId", s.name AS "schoolName", m.name AS "communeName", nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '') AS "address", s.latitude AS "latitude", s.longitude AS "longitude", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end AS "plannedFrom", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end AS "plannedTo", s.closed_on::text AS "closedOn", (
  select count(*)::int
  from order_line l
  where l.order_id = "o"."id"
  and not l.extra) AS "lineCount"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
and "o"."contract_id" in (
  select id
  from contract
  where holder_id = $1)
AND "o"."state" in ($2, $3, $4, $5)
AND ("o"."state" in ('scheduled', 'in-progress') or (case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end at time zone 'Europe/Paris')::date = $6)
ORDER BY case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end ASC, "o"."id" ASC
LIMIT 100;
-- index: contract_of_its_holder, installation_order_contract, school_pkey
SELECT count(*)::int AS "count"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
and "o"."contract_id" in (
  select id
  from contract
  where holder_id = $1)
AND "o"."state" in ($2);
