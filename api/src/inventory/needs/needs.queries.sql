-- Besoins · plan-manager · GET /api/v1/needs?state=stated,taken-up
-- index: account_pkey, assignment_pkey, commune_pkey, kit_group_pkey, need_by_day, need_of_school_by_day, redeployment_of_need, room_id_school_id_key, school_pkey, session_pkey
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
      SELECT n.id as "id", n.version as "version", n.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", n.group_id as "groupId", g.name as "groupName", r.name as "roomName", n.quantity as "quantity", n.classes as "classes", n.purpose as "purpose", n.state as "state", n.created_at as "createdAt", (
        select count(*)::int
        from redeployment d
        where d.need_id = n.id
        and d.state = 'proposed') as "proposals"
      FROM "need" "n"
      INNER JOIN "school" "s" ON s.id = n.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "kit_group" "g" ON g.id = n.group_id
      LEFT JOIN "room" "r" ON r.id = n.room_id
      WHERE true
      AND n.state in ('stated', 'taken-up')
      ORDER BY n.created_at DESC, n.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "need" "n"
      INNER JOIN "school" "s" ON s.id = n.school_id
      WHERE true
      AND n.state in ('stated', 'taken-up')
      LIMIT 1001) row) counted)::text end as page;

-- Besoins · school-head · GET /api/v1/needs
-- index: account_pkey, assignment_pkey, commune_pkey, kit_group_pkey, need_of_school_by_day, redeployment_of_need, room_id_school_id_key, school_pkey, session_pkey
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
      SELECT n.id as "id", n.version as "version", n.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", n.group_id as "groupId", g.name as "groupName", r.name as "roomName", n.quantity as "quantity", n.classes as "classes", n.purpose as "purpose", n.state as "state", n.created_at as "createdAt", (
        select count(*)::int
        from redeployment d
        where d.need_id = n.id
        and d.state = 'proposed') as "proposals"
      FROM "need" "n"
      INNER JOIN "school" "s" ON s.id = n.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "kit_group" "g" ON g.id = n.group_id
      LEFT JOIN "room" "r" ON r.id = n.room_id
      WHERE s.id = $1
      ORDER BY n.created_at DESC, n.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "need" "n"
      INNER JOIN "school" "s" ON s.id = n.school_id
      WHERE s.id = $2
      LIMIT 1001) row) counted)::text end as page;

-- Besoin · plan-manager · GET /api/v1/needs/:need
-- index: catalogue_item_pkey, equipment_by_seen, redeployment_of_need
select d.id, e.tag, i.name as "modelName", d.state
from redeployment d
join equipment e on e.id = d.equipment_id
join catalogue_item i on i.id = e.model_id
where d.need_id = $1
order by d.created_at desc, d.id desc
limit 200;
-- index: commune_pkey, kit_group_pkey, need_of_its_school, redeployment_of_need, room_id_school_id_key, school_pkey
select n.id as "id", n.version as "version", n.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", n.group_id as "groupId", g.name as "groupName", r.name as "roomName", n.quantity as "quantity", n.classes as "classes", n.purpose as "purpose", n.state as "state", n.created_at as "createdAt", (
  select count(*)::int
  from redeployment d
  where d.need_id = n.id
  and d.state = 'proposed') as "proposals", n.note
from need n
join school s on s.id = n.school_id
join commune m on m.id = s.commune_id
left join kit_group g on g.id = n.group_id
left join room r on r.id = n.room_id
where n.id = $1;
-- index: need_of_its_school, school_pkey
select n.id, n.school_id as "schoolId", n.group_id as "groupId", n.state, n.version
from need n
join school s on s.id = n.school_id
where n.id = $1
and true;
-- index: need_move_need
select v.action, v.role, v.at, v.reason
from need_move v
where v.need_id = $1
order by v.at desc, v.id desc
limit 200;

-- Besoins pour un appareil · plan-manager · GET /api/v1/needs/for-device/:equipment
-- index: equipment_by_seen
SELECT "e"."id" AS "e_id", "e"."tag" AS "e_tag", "e"."serial" AS "e_serial", "e"."model_id" AS "e_model_id", "e"."is_container" AS "e_is_container", "e"."state" AS "e_state", "e"."state_since" AS "e_state_since", "e"."stock_place_id" AS "e_stock_place_id", "e"."room_id" AS "e_room_id", "e"."container_id" AS "e_container_id", "e"."school_id" AS "e_school_id", "e"."order_id" AS "e_order_id", "e"."contract_id" AS "e_contract_id", "e"."receipt_id" AS "e_receipt_id", "e"."net_cents" AS "e_net_cents", "e"."vat_basis_points" AS "e_vat_basis_points", "e"."purchased_on" AS "e_purchased_on", "e"."funding" AS "e_funding", "e"."commitment_number" AS "e_commitment_number", "e"."warranty_until" AS "e_warranty_until", "e"."refurbished" AS "e_refurbished", "e"."complaint_number" AS "e_complaint_number", "e"."retirement_number" AS "e_retirement_number", "e"."retirement_kind" AS "e_retirement_kind", "e"."retired_on" AS "e_retired_on", "e"."last_seen_at" AS "e_last_seen_at", "e"."last_seen_by" AS "e_last_seen_by", "e"."words" AS "e_words", "e"."version" AS "e_version"
FROM "equipment" "e"
LEFT JOIN "school" "s" ON s.id = "e"."school_id"
WHERE true
AND "e"."id" = $1;
-- index: redeployment_of_state_by_day
select id
from redeployment
where equipment_id = $1
and state = $2;
-- index: equipment_of_model, kit_model_group
select k.group_id as "groupId", count(*)::int as devices
from equipment y
join kit_model k on k.model_id = y.model_id
where y.id = $1 or y.container_id = $1
group by k.group_id
order by count(*) desc, k.group_id
limit 1;
-- index: equipment_of_model, kit_model_group
select k.group_id as "groupId", count(*)::int as devices
from equipment y
join kit_model k on k.model_id = y.model_id
where y.id = $1 or y.container_id = $1
group by k.group_id
order by count(*) desc, k.group_id
limit 1;
