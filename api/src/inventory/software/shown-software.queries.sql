-- Logiciels de l’école · school-head · GET /api/v1/software/of-school/:school
-- index: school_pkey
select s.name
from school s
where s.id = $1
and s.id = $2;
-- index: software_installation_of_school, software_licence_by_end, software_title_by_use
select t.id as "titleId", t.name, t.publisher, t.hosting, t.clearance, t.clearance_conditions as "clearanceConditions", sum(x.seats)::int as seats, min(x.edition) as edition, min(x.since_day)::text as "sinceDay", bool_and((t.free or (l.id is not null
      and l.from_day <= $2
      and l.ends_on >= $2))) as licensed, min(l.until_day)::text as "licensedUntil", (
  select sum(l.net_cents + (l.net_cents * l.vat_basis_points + 5000) / 10000)::bigint
  from software_licence l
  where l.title_id = t.id
  and l.school_id = $1
  and l.from_day <= $2
  and l.ends_on >= $2) as "priceCents"
from software_installation x
join software_title t on t.id = x.title_id
left join software_licence l on l.id = x.licence_id
where x.school_id = $1
and x.ended_at is null
group by t.id
order by t.name collate "fr-x-icu", t.id
limit 200;

-- Logiciels de l’appareil · teacher · GET /api/v1/software/of-device/:equipment
-- index: equipment_of_school_by_model, school_pkey
SELECT "e"."id" AS "e_id", "e"."tag" AS "e_tag", "e"."serial" AS "e_serial", "e"."model_id" AS "e_model_id", "e"."is_container" AS "e_is_container", "e"."state" AS "e_state", "e"."state_since" AS "e_state_since", "e"."stock_place_id" AS "e_stock_place_id", "e"."room_id" AS "e_room_id", "e"."container_id" AS "e_container_id", "e"."school_id" AS "e_school_id", "e"."order_id" AS "e_order_id", "e"."contract_id" AS "e_contract_id", "e"."receipt_id" AS "e_receipt_id", "e"."net_cents" AS "e_net_cents", "e"."vat_basis_points" AS "e_vat_basis_points", "e"."purchased_on" AS "e_purchased_on", "e"."funding" AS "e_funding", "e"."commitment_number" AS "e_commitment_number", "e"."warranty_until" AS "e_warranty_until", "e"."refurbished" AS "e_refurbished", "e"."complaint_number" AS "e_complaint_number", "e"."retirement_number" AS "e_retirement_number", "e"."retirement_kind" AS "e_retirement_kind", "e"."retired_on" AS "e_retired_on", "e"."last_seen_at" AS "e_last_seen_at", "e"."last_seen_by" AS "e_last_seen_by", "e"."words" AS "e_words", "e"."version" AS "e_version"
FROM "equipment" "e"
LEFT JOIN "school" "s" ON s.id = "e"."school_id"
WHERE s.id = $1
AND "e"."id" = $2;
-- index: software_licence_by_end, software_once_on_a_device, software_title_by_use
select x.id as "installationId", t.id as "titleId", t.name, t.publisher, t.hosting, t.clearance, t.clearance_conditions as "clearanceConditions", x.seats, x.edition, x.since_day::text as "sinceDay", (t.free or (l.id is not null
    and l.from_day <= $2
    and l.ends_on >= $2)) as licensed, l.until_day::text as "licensedUntil", null as "priceCents"
from software_installation x
join software_title t on t.id = x.title_id
left join software_licence l on l.id = x.licence_id
where x.equipment_id = $1
and x.ended_at is null
order by t.name collate "fr-x-icu", t.id
limit 200;
