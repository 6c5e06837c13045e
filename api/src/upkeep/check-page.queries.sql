-- Contrôle · technician · GET /api/v1/upkeep-checks/:check
-- index: school_pkey, upkeep_check_by_due
SELECT "c"."id" AS "c_id", "c"."plan_id" AS "c_plan_id", "c"."school_id" AS "c_school_id", "c"."due_on" AS "c_due_on", "c"."part" AS "c_part", "c"."planned_on" AS "c_planned_on", "c"."state" AS "c_state", "c"."state_since" AS "c_state_since", "c"."assigned_account_id" AS "c_assigned_account_id", "c"."devices" AS "c_devices", "c"."watch" AS "c_watch", "c"."broken" AS "c_broken", "c"."not_found" AS "c_not_found", "c"."version" AS "c_version"
FROM "upkeep_check" "c"
INNER JOIN "school" "s" ON s.id = "c"."school_id"
WHERE true
AND "c"."id" = $1;
-- index: catalogue_item_pkey, equipment_by_seen, equipment_id_is_container_state_site_id_key, room_id_school_id_key, ticket_by_report, upkeep_check_device_of_device
select d.check_id as "checkId", d.equipment_id as "equipmentId", e.tag, i.name as "modelName", r.name as "roomName", d.finding, d.note, d.ticket_id as "ticketId", t.number as "ticketNumber"
from upkeep_check_device d
join equipment e on e.id = d.equipment_id
join catalogue_item i on i.id = e.model_id
left join equipment c on c.id = e.container_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
left join ticket t on t.id = d.ticket_id
where d.check_id = any($1)
order by r.name, e.tag;
-- index: account_pkey, commune_pkey, school_pkey, upkeep_check_by_due, upkeep_plan_pkey
select n.name as "planName", n.points, s.name as "schoolName", m.name as "communeName", a.name as "assigneeName"
from upkeep_check c
join upkeep_plan n on n.id = c.plan_id
join school s on s.id = c.school_id
join commune m on m.id = s.commune_id
left join account a on a.id = c.assigned_account_id
where c.id = $1;
-- index: account_pkey, upkeep_check_move_check
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
from upkeep_check_move v
left join account a on a.id = v.account_id
where v.check_id = $1
order by v.at desc, v.id desc
limit 200;

-- Contrôle · teacher · GET /api/v1/upkeep-checks/:check
-- index: school_pkey, upkeep_check_of_school
SELECT "c"."id" AS "c_id", "c"."plan_id" AS "c_plan_id", "c"."school_id" AS "c_school_id", "c"."due_on" AS "c_due_on", "c"."part" AS "c_part", "c"."planned_on" AS "c_planned_on", "c"."state" AS "c_state", "c"."state_since" AS "c_state_since", "c"."assigned_account_id" AS "c_assigned_account_id", "c"."devices" AS "c_devices", "c"."watch" AS "c_watch", "c"."broken" AS "c_broken", "c"."not_found" AS "c_not_found", "c"."version" AS "c_version"
FROM "upkeep_check" "c"
INNER JOIN "school" "s" ON s.id = "c"."school_id"
WHERE s.id = $1
AND "c"."id" = $2;
-- index: catalogue_item_pkey, equipment_by_seen, equipment_id_is_container_state_site_id_key, room_id_school_id_key, ticket_by_report, upkeep_check_device_of_device
select d.check_id as "checkId", d.equipment_id as "equipmentId", e.tag, i.name as "modelName", r.name as "roomName", d.finding, d.note, d.ticket_id as "ticketId", t.number as "ticketNumber"
from upkeep_check_device d
join equipment e on e.id = d.equipment_id
join catalogue_item i on i.id = e.model_id
left join equipment c on c.id = e.container_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
left join ticket t on t.id = d.ticket_id
where d.check_id = any($1)
order by r.name, e.tag;
-- index: account_pkey, commune_pkey, school_pkey, upkeep_check_by_due, upkeep_plan_pkey
select n.name as "planName", n.points, s.name as "schoolName", m.name as "communeName", a.name as "assigneeName"
from upkeep_check c
join upkeep_plan n on n.id = c.plan_id
join school s on s.id = c.school_id
join commune m on m.id = s.commune_id
left join account a on a.id = c.assigned_account_id
where c.id = $1;
-- index: account_pkey, upkeep_check_move_check
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
from upkeep_check_move v
left join account a on a.id = v.account_id
where v.check_id = $1
order by v.at desc, v.id desc
limit 200;
