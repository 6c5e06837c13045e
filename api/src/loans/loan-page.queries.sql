-- Prêt · technician · GET /api/v1/loans/:loan
-- index: loan_by_end, school_pkey
SELECT "l"."id" AS "l_id", "l"."number" AS "l_number", "l"."equipment_id" AS "l_equipment_id", "l"."kit_id" AS "l_kit_id", "l"."ticket_id" AS "l_ticket_id", "l"."school_id" AS "l_school_id", "l"."state" AS "l_state", "l"."state_since" AS "l_state_since", "l"."from_day" AS "l_from_day", "l"."from_half" AS "l_from_half", "l"."to_day" AS "l_to_day", "l"."to_half" AS "l_to_half", "l"."purpose" AS "l_purpose", "l"."requested_by" AS "l_requested_by", "l"."referent_id" AS "l_referent_id", "l"."held_until" AS "l_held_until", "l"."version" AS "l_version"
FROM "loan" "l"
INNER JOIN "school" "s" ON s.id = "l"."school_id"
WHERE true
AND "l"."id" = $1;
-- index: account_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, loan_by_end, loan_kit_id_equipment_id_key, school_pkey, stock_place_pkey, ticket_id_school_id_key
select coalesce(k.name, i.name) as "kitName", e.tag as "equipmentTag", s.name as "schoolName", m.name as "communeName", t.number as "ticketNumber", i.name as "modelName", k.accessories, p.name as "homePlace", b.name as "requesterName", a.name as "referentName"
from loan l
join school s on s.id = l.school_id
join commune m on m.id = s.commune_id
join equipment e on e.id = l.equipment_id
join catalogue_item i on i.id = e.model_id
left join stock_place p on p.id = e.stock_place_id
left join loan_kit k on k.id = l.kit_id
left join ticket t on t.id = l.ticket_id
join account b on b.id = l.requested_by
join account a on a.id = l.referent_id
where l.id = $1;
-- index: loan_checked_once
select direction, at, condition, accessories_complete as "accessoriesComplete", note
from loan_check
where loan_id = $1
order by at, id;
-- index: catalogue_item_pkey, equipment_contents, loan_by_end
select e.id as "equipmentId", e.tag, i.name as "modelName", null::boolean as back, null as outcome, null as "ticketId"
from loan l
join equipment e on e.container_id = l.equipment_id
join catalogue_item i on i.id = e.model_id
where l.id = $1
order by e.tag
limit 60;
-- index: loan_of_device, school_pkey
select s.name as "schoolName", l.from_day::text as "fromDay"
from loan l
join school s on s.id = l.school_id
where l.equipment_id = $1
and l.state in ('requested', 'approved')
and l.starts > $2
order by l.starts
limit 1;
-- index: account_pkey, loan_move_loan
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
from loan_move v
left join account a on a.id = v.account_id
where v.loan_id = $1
order by v.at desc, v.id desc
limit 200;

-- Prêt · teacher · GET /api/v1/loans/:loan
-- index: loan_of_school, school_pkey
SELECT "l"."id" AS "l_id", "l"."number" AS "l_number", "l"."equipment_id" AS "l_equipment_id", "l"."kit_id" AS "l_kit_id", "l"."ticket_id" AS "l_ticket_id", "l"."school_id" AS "l_school_id", "l"."state" AS "l_state", "l"."state_since" AS "l_state_since", "l"."from_day" AS "l_from_day", "l"."from_half" AS "l_from_half", "l"."to_day" AS "l_to_day", "l"."to_half" AS "l_to_half", "l"."purpose" AS "l_purpose", "l"."requested_by" AS "l_requested_by", "l"."referent_id" AS "l_referent_id", "l"."held_until" AS "l_held_until", "l"."version" AS "l_version"
FROM "loan" "l"
INNER JOIN "school" "s" ON s.id = "l"."school_id"
WHERE s.id = $1
AND "l"."id" = $2;
-- index: account_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, loan_by_end, loan_kit_id_equipment_id_key, school_pkey, stock_place_pkey, ticket_id_school_id_key
select coalesce(k.name, i.name) as "kitName", e.tag as "equipmentTag", s.name as "schoolName", m.name as "communeName", t.number as "ticketNumber", i.name as "modelName", k.accessories, p.name as "homePlace", b.name as "requesterName", a.name as "referentName"
from loan l
join school s on s.id = l.school_id
join commune m on m.id = s.commune_id
join equipment e on e.id = l.equipment_id
join catalogue_item i on i.id = e.model_id
left join stock_place p on p.id = e.stock_place_id
left join loan_kit k on k.id = l.kit_id
left join ticket t on t.id = l.ticket_id
join account b on b.id = l.requested_by
join account a on a.id = l.referent_id
where l.id = $1;
-- index: loan_checked_once
select direction, at, condition, accessories_complete as "accessoriesComplete", note
from loan_check
where loan_id = $1
order by at, id;
-- index: catalogue_item_pkey, equipment_contents, loan_by_end
select e.id as "equipmentId", e.tag, i.name as "modelName", null::boolean as back, null as outcome, null as "ticketId"
from loan l
join equipment e on e.container_id = l.equipment_id
join catalogue_item i on i.id = e.model_id
where l.id = $1
order by e.tag
limit 60;
-- index: account_pkey, loan_move_loan
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
from loan_move v
left join account a on a.id = v.account_id
where v.loan_id = $1
order by v.at desc, v.id desc
limit 200;
