-- Licences · plan-manager · GET /api/v1/software-licences
-- index: account_pkey, assignment_pkey, contract_pkey, order_and_its_ticket, school_pkey, session_pkey, software_licence_by_end, software_title_by_use
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
      SELECT l.id as "id", l.version as "version", l.title_id as "titleId", t.name as "titleName", t.publisher as "publisher", l.edition as "edition", l.school_id as "schoolId", s.name as "schoolName", l.seats as "seats", l.seats_used as "seatsUsed", l.strict as "strict", l.from_day::text as "fromDay", l.until_day::text as "untilDay", l.renewed_by is not null as "renewed", l.order_id as "orderId", "o"."number" as "orderNumber", l.contract_id as "contractId", "k"."number" as "contractNumber", l.net_cents as "netCents", l.vat_basis_points as "vatBasisPoints", l.net_cents + (l.net_cents * l.vat_basis_points + 5000) / 10000 as "priceCents"
      FROM "software_licence" "l"
      INNER JOIN "software_title" "t" ON t.id = l.title_id
      LEFT JOIN "school" "s" ON s.id = l.school_id
      LEFT JOIN "installation_order" "o" ON "o"."id" = l.order_id
      LEFT JOIN "contract" "k" ON "k"."id" = l.contract_id
      WHERE true
      ORDER BY l.ends_on ASC, l.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "software_licence" "l"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Licences d’un logiciel · technician · GET /api/v1/software-licences?titleId=:software
-- index: account_pkey, assignment_pkey, contract_pkey, order_and_its_ticket, school_pkey, session_pkey, software_licence_of_title, software_title_by_use
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
      SELECT l.id as "id", l.version as "version", l.title_id as "titleId", t.name as "titleName", t.publisher as "publisher", l.edition as "edition", l.school_id as "schoolId", s.name as "schoolName", l.seats as "seats", l.seats_used as "seatsUsed", l.strict as "strict", l.from_day::text as "fromDay", l.until_day::text as "untilDay", l.renewed_by is not null as "renewed", l.order_id as "orderId", "o"."number" as "orderNumber", l.contract_id as "contractId", "k"."number" as "contractNumber", l.net_cents as "netCents", l.vat_basis_points as "vatBasisPoints", l.net_cents + (l.net_cents * l.vat_basis_points + 5000) / 10000 as "priceCents"
      FROM "software_licence" "l"
      INNER JOIN "software_title" "t" ON t.id = l.title_id
      LEFT JOIN "school" "s" ON s.id = l.school_id
      LEFT JOIN "installation_order" "o" ON "o"."id" = l.order_id
      LEFT JOIN "contract" "k" ON "k"."id" = l.contract_id
      WHERE true
      AND l.title_id = $1
      ORDER BY l.ends_on ASC, l.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "software_licence" "l"
      WHERE true
      AND l.title_id = $2
      LIMIT 1001) row) counted)::text end as page;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Où il est installé · technician · GET /api/v1/software-installations?titleId=:software
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, equipment_by_seen, order_and_its_ticket, room_id_school_id_key, school_pkey, session_pkey, software_installation_of_title, software_title_by_use
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
      SELECT x.id as "id", x.title_id as "titleId", t.name as "titleName", x.edition as "edition", x.licence_id as "licenceId", x.equipment_id as "equipmentId", "e"."tag" as "tag", "i"."name" as "modelName", r.name as "roomName", x.school_id as "schoolId", s.name as "schoolName", x.seats as "seats", x.since_day::text as "sinceDay", x.order_id as "orderId", "o"."number" as "orderNumber"
      FROM "software_installation" "x"
      INNER JOIN "software_title" "t" ON t.id = x.title_id
      LEFT JOIN "equipment" "e" ON "e"."id" = x.equipment_id
      LEFT JOIN "equipment" "c" ON "c"."id" = "e"."container_id"
      LEFT JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "room" "r" ON r.id = coalesce(x.room_id, "e"."room_id", "c"."room_id")
      LEFT JOIN "school" "s" ON s.id = x.school_id
      LEFT JOIN "installation_order" "o" ON "o"."id" = x.order_id
      WHERE x.ended_at is null
      AND x.title_id = $1
      ORDER BY x.since_day DESC, x.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "software_installation" "x"
      WHERE x.ended_at is null
      AND x.title_id = $2
      LIMIT 1001) row) counted)::text end as page;
