-- Intervention · technician · GET /api/v1/visits/:visit
-- index: school_pkey, visit_id_ending_key
SELECT "v"."id" AS "v_id", "v"."number" AS "v_number", "v"."school_id" AS "v_school_id", "v"."begun_by" AS "v_begun_by", "v"."state" AS "v_state", "v"."state_since" AS "v_state_since", "v"."begun_at" AS "v_begun_at", "v"."left_at" AS "v_left_at", "v"."ending" AS "v_ending", "v"."met" AS "v_met", "v"."absence_reason" AS "v_absence_reason", "v"."confirmed_by" AS "v_confirmed_by", "v"."note" AS "v_note", "v"."internal_note" AS "v_internal_note", "v"."version" AS "v_version"
FROM "visit" "v"
INNER JOIN "school" "s" ON s.id = "v"."school_id"
WHERE true
AND "v"."id" = $1;
-- index: visit_device_once, visit_part_in_its_place
select p.kind, coalesce(p.ticket_id, p.order_id) as "objectId", p.number, p.about, p.deed, p.result, p.minutes, p.at, coalesce((
    select json_agg(json_build_object('equipmentId', d.equipment_id, 'tag', d.tag, 'modelName', d.model_name, 'state', d.left_as)
      order by d.tag)
    from visit_device d
    where d.part_id = p.id), '[]') as devices
from visit_part p
where p.visit_id = $1
order by p.position
limit 120;
-- index: account_pkey, visit_remark_visit
select r.id, r.at, r.role, r.deputy, a.name, r.text
from visit_remark r
join account a on a.id = r.account_id
where r.visit_id = $1
order by r.at, r.id
limit 200;
-- index: account_pkey, commune_pkey, school_pkey, visit_confirmed_once, visit_id_ending_key, visit_move_visit
select s.name as "schoolName", m.name as "communeName", a.name as "technicianName", (
  select w.reason
  from visit_move w
  where w.visit_id = v.id
  and w.action = 'abandon'
  order by w.at desc
  limit 1) as "abandonReason", c.at as "confirmedAt", k.name as "confirmedByName"
from visit v
join school s on s.id = v.school_id
join commune m on m.id = s.commune_id
join account a on a.id = v.begun_by
left join visit_confirmation c on c.visit_id = v.id
left join account k on k.id = c.account_id
where v.id = $1;
-- index: visit_file_slot_filled_once, visit_photo_slot_visit
select s.photo_id as id, min(s.kind) as kind, (max(f.id::text) filter (
    where s.size = 'small'))::uuid as "smallId", (max(f.id::text) filter (
    where s.size = 'whole'))::uuid as "wholeId"
from visit_photo_slot s
left join visit_file f on f.slot_id = s.id
where s.visit_id = $1
group by s.photo_id
order by min(s.announced_at), s.photo_id
limit 13;

-- Intervention · commune-officer · GET /api/v1/visits/:visit
-- index: school_commune, visit_id_ending_key
SELECT "v"."id" AS "v_id", "v"."number" AS "v_number", "v"."school_id" AS "v_school_id", "v"."begun_by" AS "v_begun_by", "v"."state" AS "v_state", "v"."state_since" AS "v_state_since", "v"."begun_at" AS "v_begun_at", "v"."left_at" AS "v_left_at", "v"."ending" AS "v_ending", "v"."met" AS "v_met", "v"."absence_reason" AS "v_absence_reason", "v"."confirmed_by" AS "v_confirmed_by", "v"."note" AS "v_note", "v"."internal_note" AS "v_internal_note", "v"."version" AS "v_version"
FROM "visit" "v"
INNER JOIN "school" "s" ON s.id = "v"."school_id"
WHERE s.commune_id = $1
and s.sector = 'public'
and "v"."state" = 'closed'
AND "v"."id" = $2;
-- index: visit_device_once, visit_part_in_its_place
select p.kind, coalesce(p.ticket_id, p.order_id) as "objectId", p.number, p.about, p.deed, p.result, p.minutes, p.at, coalesce((
    select json_agg(json_build_object('equipmentId', d.equipment_id, 'tag', d.tag, 'modelName', d.model_name, 'state', d.left_as)
      order by d.tag)
    from visit_device d
    where d.part_id = p.id), '[]') as devices
from visit_part p
where p.visit_id = $1
order by p.position
limit 120;
-- index: account_pkey, visit_remark_visit
select r.id, r.at, r.role, r.deputy, a.name, r.text
from visit_remark r
join account a on a.id = r.account_id
where r.visit_id = $1
order by r.at, r.id
limit 200;
-- index: account_pkey, commune_pkey, school_pkey, visit_confirmed_once, visit_id_ending_key, visit_move_visit
select s.name as "schoolName", m.name as "communeName", a.name as "technicianName", (
  select w.reason
  from visit_move w
  where w.visit_id = v.id
  and w.action = 'abandon'
  order by w.at desc
  limit 1) as "abandonReason", c.at as "confirmedAt", k.name as "confirmedByName"
from visit v
join school s on s.id = v.school_id
join commune m on m.id = s.commune_id
join account a on a.id = v.begun_by
left join visit_confirmation c on c.visit_id = v.id
left join account k on k.id = c.account_id
where v.id = $1;
-- index: visit_file_slot_filled_once, visit_photo_slot_visit
select s.photo_id as id, min(s.kind) as kind, (max(f.id::text) filter (
    where s.size = 'small'))::uuid as "smallId", (max(f.id::text) filter (
    where s.size = 'whole'))::uuid as "wholeId"
from visit_photo_slot s
left join visit_file f on f.slot_id = s.id
where s.visit_id = $1
group by s.photo_id
order by min(s.announced_at), s.photo_id
limit 13;
