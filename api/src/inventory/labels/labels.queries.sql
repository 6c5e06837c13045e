-- Étiquettes · technician · GET /api/v1/equipment/labels?schoolId=:school
-- index: catalogue_item_pkey, equipment_by_seen, equipment_label_of_its_device, equipment_of_school_by_model, room_id_school_id_key, school_pkey
SELECT "e"."id" AS "id", "e"."tag" AS "code", "i"."name" AS "modelName", s.name AS "schoolName", l.since AS "since", count(*) over ()::int AS "total"
FROM "equipment" "e"
INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
INNER JOIN "equipment_label" "l" ON l.code = "e"."tag"
LEFT JOIN "school" "s" ON s.id = "e"."school_id"
LEFT JOIN "equipment" "c" ON "c"."id" = "e"."container_id"
LEFT JOIN "room" "r" ON r.id = coalesce("e"."room_id", "c"."room_id")
WHERE true
AND "e"."state" in ($1, $2, $3, $4, $5)
AND "e"."school_id" = $6
ORDER BY s.name ASC NULLS FIRST, r.name ASC NULLS FIRST, "e"."tag" ASC
LIMIT 65;

-- Étiquettes d’un appareil · technician · GET /api/v1/equipment/:equipment/labels
-- index: equipment_by_seen
SELECT "e"."id" AS "e_id", "e"."tag" AS "e_tag", "e"."serial" AS "e_serial", "e"."model_id" AS "e_model_id", "e"."is_container" AS "e_is_container", "e"."state" AS "e_state", "e"."state_since" AS "e_state_since", "e"."stock_place_id" AS "e_stock_place_id", "e"."room_id" AS "e_room_id", "e"."container_id" AS "e_container_id", "e"."school_id" AS "e_school_id", "e"."order_id" AS "e_order_id", "e"."contract_id" AS "e_contract_id", "e"."receipt_id" AS "e_receipt_id", "e"."net_cents" AS "e_net_cents", "e"."vat_basis_points" AS "e_vat_basis_points", "e"."purchased_on" AS "e_purchased_on", "e"."funding" AS "e_funding", "e"."commitment_number" AS "e_commitment_number", "e"."warranty_until" AS "e_warranty_until", "e"."refurbished" AS "e_refurbished", "e"."complaint_number" AS "e_complaint_number", "e"."retirement_number" AS "e_retirement_number", "e"."retirement_kind" AS "e_retirement_kind", "e"."retired_on" AS "e_retired_on", "e"."last_seen_at" AS "e_last_seen_at", "e"."last_seen_by" AS "e_last_seen_by", "e"."words" AS "e_words", "e"."version" AS "e_version"
FROM "equipment" "e"
LEFT JOIN "school" "s" ON s.id = "e"."school_id"
WHERE true
AND "e"."id" = $1;
-- index: account_pkey, equipment_by_seen, equipment_label_equipment
select l.code, l.since, a.name as by
from equipment e
join equipment_label l on l.equipment_id = e.id
left join account a on a.id = l.account_id
where e.id = $1
order by l.code <> e.tag, l.since desc, l.code
limit 200;
