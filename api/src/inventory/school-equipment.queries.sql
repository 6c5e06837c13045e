-- Ce que l’école a · school-head · GET /api/v1/equipment/of-school/:school
-- index: catalogue_item_pkey, equipment_by_seen, equipment_of_school_by_model, room_id_school_id_key, school_pkey
select r.id as "roomId", r.name as "roomName", i.name as "modelName", e.state, count(*)::int as count
from equipment e
join catalogue_item i on i.id = e.model_id
join school s on s.id = e.school_id
left join equipment c on c.id = e.container_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
where e.school_id = $1
and e.state in ('in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair', 'lost', 'stolen')
and s.id = $2
group by r.id, r.name, i.name, e.state
order by r.name collate "fr-x-icu", r.id, count(*) desc, i.name, e.state;
-- index: school_pkey
select s.name
from school s
where s.id = $1
and s.id = $2;
