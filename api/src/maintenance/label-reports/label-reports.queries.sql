-- Signalements à confirmer · school-head · GET /api/v1/label-reports
-- index: catalogue_item_pkey, equipment_by_seen, label_report_of_school, room_id_school_id_key, school_pkey, ticket_of_device
select w.id, w.equipment_id as "equipmentId", e.tag, i.name as "modelName", r.name as "roomName", w.elsewhere, w.symptom, w.reported_at as "reportedAt", (
  select count(*)::int
  from ticket y
  where y.equipment_id = w.equipment_id
  and y.state in ('new', 'assigned', 'planned', 'in-progress', 'waiting')) > 0 as "ticketOpen", w.version
from label_report w
join school s on s.id = w.school_id
join equipment e on e.id = w.equipment_id
join catalogue_item i on i.id = e.model_id
left join room r on r.id = w.room_id
where w.state = 'to-confirm'
and s.id = $1
order by w.reported_at, w.id
limit 20;
