-- Signalements à confirmer · school-head · GET /api/v1/label-reports
-- index: catalogue_item_pkey, equipment_by_seen, label_report_of_school, room_id_school_id_key, school_pkey, ticket_of_state
select y.id, y.equipment_id as "equipmentId", e.tag, i.name as "modelName", r.name as "roomName", y.elsewhere, y.symptom, y.reported_at as "reportedAt", (
  select count(*)::int
  from ticket y
  where y.equipment_id = y.equipment_id
  and y.state in ('new', 'assigned', 'planned', 'in-progress', 'waiting')) > 0 as "ticketOpen", y.version
from label_report y
join school s on s.id = y.school_id
join equipment e on e.id = y.equipment_id
join catalogue_item i on i.id = e.model_id
left join room r on r.id = y.room_id
where y.state = 'to-confirm'
and s.id = $1
order by y.reported_at, y.id
limit 20;
