-- Retour en garantie · technician · GET /api/v1/warranty-returns/:warranty
-- index: school_pkey, warranty_return_by_review
SELECT "w"."id" AS "w_id", "w"."ticket_id" AS "w_ticket_id", "w"."equipment_id" AS "w_equipment_id", "w"."school_id" AS "w_school_id", "w"."state" AS "w_state", "w"."state_since" AS "w_state_since", "w"."fault" AS "w_fault", "w"."prepared_by" AS "w_prepared_by", "w"."prepared_on" AS "w_prepared_on", "w"."warranty_until" AS "w_warranty_until", "w"."sent_on" AS "w_sent_on", "w"."tracking_number" AS "w_tracking_number", "w"."review_on" AS "w_review_on", "w"."former_serial" AS "w_former_serial", "w"."new_serial" AS "w_new_serial", "w"."version" AS "w_version"
FROM "warranty_return" "w"
INNER JOIN "school" "s" ON s.id = "w"."school_id"
WHERE true
AND "w"."id" = $1;
-- index: account_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, school_pkey, ticket_by_report, warranty_return_by_review
select t.number as "ticketNumber", e.tag as "equipmentTag", e.serial, i.name as "modelName", i.maker as "makerName", s.name as "schoolName", m.name as "communeName", a.name as "preparedByName"
from warranty_return w
join ticket t on t.id = w.ticket_id
join equipment e on e.id = w.equipment_id
join catalogue_item i on i.id = e.model_id
join school s on s.id = w.school_id
join commune m on m.id = s.commune_id
join account a on a.id = w.prepared_by
where w.id = $1;
-- index: account_pkey, warranty_return_move_return
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
from warranty_return_move v
left join account a on a.id = v.account_id
where v.return_id = $1
order by v.at desc, v.id desc
limit 200;
