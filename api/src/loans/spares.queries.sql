-- Appareils de remplacement · technician · GET /api/v1/loans/spares?ticketId=:ticket
-- index: school_pkey
SELECT s.id as id, s.uai as uai, s.name as name, s.sector as sector, s.kind as kind, s.state_contract as "stateContract", s.state as state, s.presence_needed as "presenceNeeded"
FROM "school" "s"
WHERE s.id = $1
AND true;
-- index: catalogue_item_pkey, dotation_device_of_equipment, equipment_by_seen, equipment_in_stock, equipment_of_state, kit_model_group, loan_kit_of_one_device, loan_of_device, stock_place_pkey
select e.id as "equipmentId", e.tag, i.name as "modelName", p.name as "stockPlaceName", e.model_id = b.model_id as "sameModel"
from equipment b
join equipment e on e.model_id = b.model_id or e.model_id in (
  select y.model_id
  from kit_model x
  join kit_model y on y.group_id = x.group_id
  where x.model_id = b.model_id)
join catalogue_item i on i.id = e.model_id
join stock_place p on p.id = e.stock_place_id
where b.id = $1
and ($2::uuid is null or e.id = $2)
and e.state = 'in-stock'
and e.container_id is null
and not e.is_container
and coalesce((
    select case when y.state = 'out' then 'handed-over' when y.state = 'returned' then 'returned' else 'granted' end
    from loan y
    where y.equipment_id = (
      select coalesce(z.container_id, z.id)
      from equipment z
      where z.id = e.id)
    and y.state in ('requested', 'approved', 'out', 'returned')
    order by y.starts
    limit 1), 'none') = 'none'
and not exists (
  select
  from loan_kit y
  where y.equipment_id = e.id)
and not exists (
  select
  from dotation_device v
  where v.equipment_id = e.id
  and v.outcome is null)
order by e.model_id = b.model_id desc, e.tag
limit 20;
-- index: ticket_by_report
select t.id, t.equipment_id as "equipmentId", t.school_id as "schoolId", t.reported_by as "reportedBy"
from ticket t
where t.id = $1
and t.equipment_id is not null
and t.open;
