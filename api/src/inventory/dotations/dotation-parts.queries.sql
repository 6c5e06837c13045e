-- Écoles d’une dotation · plan-manager · GET /api/v1/dotation-parts?dotationId=:dotation
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, dotation_by_day, dotation_device_of_part, dotation_part_of_dotation, dotation_part_once, kit_group_pkey, school_pkey, session_pkey
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
      SELECT p.id as "id", p.version as "version", p.dotation_id as "dotationId", d.title as "title", "i"."name" as "modelName", g.name as "groupName", p.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", p.quantity as "quantity", p.asked as "asked", p.counted as "counted", p.opinion as "opinion", p.opinion_quantity as "opinionQuantity", p.answer_by::text as "answerBy", p.planned_on::text as "plannedOn", p.planned_half as "plannedHalf", (
        select count(*)::int
        from dotation_device v
        where v.part_id = p.id
        and v.outcome is null) as "prepared", p.received as "received", p.state as "state", d.state as "dotationState"
      FROM "dotation_part" "p"
      INNER JOIN "school" "s" ON s.id = p.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "dotation" "d" ON d.id = p.dotation_id
      INNER JOIN "kit_group" "g" ON g.id = d.group_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = d.model_id
      WHERE true
      AND p.dotation_id = $1
      ORDER BY p.created_at ASC, p.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "dotation_part" "p"
      INNER JOIN "school" "s" ON s.id = p.school_id
      WHERE true
      AND p.dotation_id = $2
      LIMIT 1001) row) counted)::text end as page;

-- Dotations de l’école · school-head · GET /api/v1/dotation-parts?schoolId=:school
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, dotation_device_of_part, dotation_of_group, dotation_part_of_school, kit_group_pkey, school_pkey, session_pkey
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
      SELECT p.id as "id", p.version as "version", p.dotation_id as "dotationId", d.title as "title", "i"."name" as "modelName", g.name as "groupName", p.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", p.quantity as "quantity", p.asked as "asked", p.counted as "counted", p.opinion as "opinion", p.opinion_quantity as "opinionQuantity", p.answer_by::text as "answerBy", p.planned_on::text as "plannedOn", p.planned_half as "plannedHalf", (
        select count(*)::int
        from dotation_device v
        where v.part_id = p.id
        and v.outcome is null) as "prepared", p.received as "received", p.state as "state", d.state as "dotationState"
      FROM "dotation_part" "p"
      INNER JOIN "school" "s" ON s.id = p.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "dotation" "d" ON d.id = p.dotation_id
      INNER JOIN "kit_group" "g" ON g.id = d.group_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = d.model_id
      WHERE s.id = $1
      and p.answer_by is not null
      AND p.school_id = $2
      ORDER BY p.created_at ASC, p.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "dotation_part" "p"
      INNER JOIN "school" "s" ON s.id = p.school_id
      WHERE s.id = $3
      and p.answer_by is not null
      AND p.school_id = $4
      LIMIT 1001) row) counted)::text end as page;

-- Livraisons prévues · technician · GET /api/v1/dotation-parts?state=planned&sort=planned
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, dotation_by_day, dotation_device_of_part, dotation_part_by_planned, dotation_part_of_school, kit_group_pkey, school_pkey, session_pkey
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
      SELECT p.id as "id", p.version as "version", p.dotation_id as "dotationId", d.title as "title", "i"."name" as "modelName", g.name as "groupName", p.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", p.quantity as "quantity", p.asked as "asked", p.counted as "counted", p.opinion as "opinion", p.opinion_quantity as "opinionQuantity", p.answer_by::text as "answerBy", p.planned_on::text as "plannedOn", p.planned_half as "plannedHalf", (
        select count(*)::int
        from dotation_device v
        where v.part_id = p.id
        and v.outcome is null) as "prepared", p.received as "received", p.state as "state", d.state as "dotationState"
      FROM "dotation_part" "p"
      INNER JOIN "school" "s" ON s.id = p.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "dotation" "d" ON d.id = p.dotation_id
      INNER JOIN "kit_group" "g" ON g.id = d.group_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = d.model_id
      WHERE true
      AND p.state = 'planned'
      ORDER BY p.planned_on ASC, p.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "dotation_part" "p"
      INNER JOIN "school" "s" ON s.id = p.school_id
      WHERE true
      AND p.state = 'planned'
      LIMIT 1001) row) counted)::text end as page;

-- Dotation d’une école · school-head · GET /api/v1/dotation-parts/:dotationPart
-- index: dotation_need_of_need, need_by_day
select n.id, n.purpose
from dotation_need t
join need n on n.id = t.need_id
where t.part_id = $1
order by n.created_at, n.id
limit 200;
-- index: catalogue_item_pkey, commune_pkey, dotation_by_day, dotation_device_of_part, dotation_part_by_day, kit_group_pkey, school_pkey
select p.id as "id", p.version as "version", p.dotation_id as "dotationId", d.title as "title", i.name as "modelName", g.name as "groupName", p.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", p.quantity as "quantity", p.asked as "asked", p.counted as "counted", p.opinion as "opinion", p.opinion_quantity as "opinionQuantity", p.answer_by::text as "answerBy", p.planned_on::text as "plannedOn", p.planned_half as "plannedHalf", (
  select count(*)::int
  from dotation_device v
  where v.part_id = p.id
  and v.outcome is null) as "prepared", p.received as "received", p.state as "state", d.state as "dotationState"
from dotation_part p
join school s on s.id = p.school_id
join commune m on m.id = s.commune_id
join dotation d on d.id = p.dotation_id
join kit_group g on g.id = d.group_id
join catalogue_item i on i.id = d.model_id
where p.id = $1;
-- index: dotation_by_day, dotation_part_of_school, school_pkey
select p.id, p.dotation_id as "dotationId", d.state as "dotationState", d.title, d.group_id as "groupId", d.model_id as "modelId", p.school_id as "schoolId", s.name as "schoolName", p.quantity, p.opinion, p.opinion_quantity as "opinionQuantity", p.answer_by::text as "answerBy", p.planned_on::text as "plannedOn", p.planned_half as "plannedHalf", p.received, p.state, p.version
from dotation_part p
join dotation d on d.id = p.dotation_id
join school s on s.id = p.school_id
where p.id = $1
and s.id = $2
and p.answer_by is not null;
-- index: dotation_part_move_part
select v.action, v.role, v.at, v.reason, v.answer, v.quantity
from dotation_part_move v
where v.part_id = $1
order by v.at desc, v.id desc
limit 200;
-- index: dotation_device_of_part, equipment_by_seen
select v.equipment_id as "equipmentId", e.tag, e.serial, v.outcome, c.tag as "containerTag"
from dotation_device v
join equipment e on e.id = v.equipment_id
left join equipment c on c.id = e.container_id
where v.part_id = $1
and v.outcome is distinct from 'released'
order by v.id
limit 200;

-- Appareils à préparer · technician · GET /api/v1/dotation-parts/:dotationPart/offered
-- index: delivery_receipt_pkey, dotation_device_of_equipment, equipment_of_model, loan_never_overlaps, stock_place_pkey; read whole: loan_kit
select e.id as "equipmentId", e.tag, e.serial, l.name as "stockPlaceName", c.note_number as "noteNumber"
from equipment e
left join stock_place l on l.id = e.stock_place_id
left join delivery_receipt c on c.id = e.receipt_id
where e.model_id = $1
and e.state = 'in-stock'
and e.container_id is null
and not exists (
  select
  from dotation_device v
  where v.equipment_id = e.id
  and v.outcome is null)
and not (exists (
    select
    from loan_kit y
    where y.offered
    and y.equipment_id = e.id) or exists (
    select
    from loan y
    where y.equipment_id = e.id
    and y.state in ('requested', 'approved', 'out', 'returned')))
order by e.tag
limit 100;
-- index: dotation_by_day, dotation_part_by_day, school_pkey
select p.id, p.dotation_id as "dotationId", d.state as "dotationState", d.title, d.group_id as "groupId", d.model_id as "modelId", p.school_id as "schoolId", s.name as "schoolName", p.quantity, p.opinion, p.opinion_quantity as "opinionQuantity", p.answer_by::text as "answerBy", p.planned_on::text as "plannedOn", p.planned_half as "plannedHalf", p.received, p.state, p.version
from dotation_part p
join dotation d on d.id = p.dotation_id
join school s on s.id = p.school_id
where p.id = $1
and true;
