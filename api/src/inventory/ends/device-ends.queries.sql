-- Appareil, fin de vie · plan-manager · GET /api/v1/equipment/:equipment/ends
-- index: equipment_by_seen
SELECT "e"."id" AS "e_id", "e"."tag" AS "e_tag", "e"."serial" AS "e_serial", "e"."model_id" AS "e_model_id", "e"."is_container" AS "e_is_container", "e"."state" AS "e_state", "e"."state_since" AS "e_state_since", "e"."stock_place_id" AS "e_stock_place_id", "e"."room_id" AS "e_room_id", "e"."container_id" AS "e_container_id", "e"."school_id" AS "e_school_id", "e"."order_id" AS "e_order_id", "e"."contract_id" AS "e_contract_id", "e"."receipt_id" AS "e_receipt_id", "e"."net_cents" AS "e_net_cents", "e"."vat_basis_points" AS "e_vat_basis_points", "e"."purchased_on" AS "e_purchased_on", "e"."funding" AS "e_funding", "e"."commitment_number" AS "e_commitment_number", "e"."warranty_until" AS "e_warranty_until", "e"."refurbished" AS "e_refurbished", "e"."complaint_number" AS "e_complaint_number", "e"."retirement_number" AS "e_retirement_number", "e"."retirement_kind" AS "e_retirement_kind", "e"."retired_on" AS "e_retired_on", "e"."last_seen_at" AS "e_last_seen_at", "e"."last_seen_by" AS "e_last_seen_by", "e"."words" AS "e_words", "e"."version" AS "e_version"
FROM "equipment" "e"
LEFT JOIN "school" "s" ON s.id = "e"."school_id"
WHERE true
AND "e"."id" = $1;
-- index: disposal_photo_of_disposal, disposed_device_of_disposal, equipment_disposal_as_it_went
select d.destination, d.receiver, d.proof_number as "proofNumber", d.disposed_on::text as "disposedOn", (
  select coalesce(json_agg(f.id
      order by f.created_at, f.id), '[]')
  from disposal_photo f
  where f.disposal_id = d.id) as photos
from disposed_device x
join equipment_disposal d on d.id = x.disposal_id
where x.equipment_id = $1;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: equipment_by_seen, equipment_model_model_id_key
select f.family, coalesce(f.stores_data, true) as "storesData", e.net_cents + (e.net_cents * e.vat_basis_points + 5000) / 10000 as "priceCents"
from equipment e
left join equipment_model f on f.model_id = e.model_id
where e.id = $1;
-- index: equipment_wipe_of
select w.id, w.method, w.standard, w.wiped_on::text as "wipedOn", w.result
from equipment_wipe w
where w.equipment_id = $1
order by w.at desc, w.id desc
limit 200;
