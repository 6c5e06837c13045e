-- Début et fin d’année · school-head · GET /api/v1/equipment/school-year/:school
-- index: catalogue_item_pkey, equipment_contents, equipment_move_equipment, equipment_move_withdrawn, equipment_of_state, room_id_school_id_key, stock_place_pkey
select e.id, e.tag, i.name as "modelName", e.version, e.state, case when e.is_container then (
  select count(*)::int
  from equipment y
  where y.container_id = e.id) else 0 end as contents, v.at as "storedAt", p.name as "stockPlaceName", case when r.removed then null else r.id end as "roomId", r.name as "roomName"
from equipment_move v
join equipment e on e.id = v.equipment_id
join catalogue_item i on i.id = e.model_id
left join stock_place p on p.id = e.stock_place_id
left join lateral (
  select b.room_id
  from equipment_move b
  where b.equipment_id = v.equipment_id
  and b.room_id is not null
  and b.school_id = v.school_id
  and b.at <= v.at
  order by b.at desc, b.id desc
  limit 1) b on true
left join room r on r.id = b.room_id
where v.action = 'withdraw'
and v.school_id = $1
and v.at >= $2
and e.state = 'in-stock'
and e.container_id is null
and not exists (
  select
  from equipment_move n
  where n.equipment_id = v.equipment_id
  and n.action = 'withdraw'
  and (n.at, n.id) > (v.at, v.id))
order by r.id, i.name, e.tag
limit 1000;
-- index: catalogue_item_pkey, equipment_of_school_by_model
select e.id, e.tag, i.name as "modelName", e.version, e.state, e.state_since as since
from equipment e
join catalogue_item i on i.id = e.model_id
where e.school_id = $1
and e.state in ('lost', 'stolen')
order by e.state_since desc, e.tag
limit 1000;
-- index: catalogue_item_pkey, equipment_id_is_container_state_site_id_key, equipment_of_school_by_model, room_id_school_id_key, summer_stay_pkey
select e.id, e.tag, i.name as "modelName", e.version, e.state, r.id as "roomId", r.name as "roomName", e.is_container as "isContainer", e.container_id as "containerId", c.tag as "containerTag", exists (
  select
  from summer_stay y
  where y.equipment_id = e.id
  and y.summer_year = $2) as stays
from equipment e
join catalogue_item i on i.id = e.model_id
left join equipment c on c.id = e.container_id
join room r on r.id = coalesce(e.room_id, c.room_id)
where e.school_id = $1
and e.state in ('awaiting-training', 'in-service')
order by r.id, i.name, coalesce(c.tag, e.tag), c.tag nulls first, e.tag
limit 1000;
-- index: school_pkey
select s.name
from school s
where s.id = $1
and s.id = $2;
