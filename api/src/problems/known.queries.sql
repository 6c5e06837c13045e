-- Pannes connues · teacher · GET /api/v1/problems/known?subject=device&equipmentId=:equipment
-- index: equipment_by_seen
SELECT "Equipment"."id" AS "Equipment_id", "Equipment"."tag" AS "Equipment_tag", "Equipment"."serial" AS "Equipment_serial", "Equipment"."model_id" AS "Equipment_model_id", "Equipment"."is_container" AS "Equipment_is_container", "Equipment"."state" AS "Equipment_state", "Equipment"."state_since" AS "Equipment_state_since", "Equipment"."stock_place_id" AS "Equipment_stock_place_id", "Equipment"."room_id" AS "Equipment_room_id", "Equipment"."container_id" AS "Equipment_container_id", "Equipment"."school_id" AS "Equipment_school_id", "Equipment"."order_id" AS "Equipment_order_id", "Equipment"."contract_id" AS "Equipment_contract_id", "Equipment"."receipt_id" AS "Equipment_receipt_id", "Equipment"."net_cents" AS "Equipment_net_cents", "Equipment"."vat_basis_points" AS "Equipment_vat_basis_points", "Equipment"."purchased_on" AS "Equipment_purchased_on", "Equipment"."funding" AS "Equipment_funding", "Equipment"."commitment_number" AS "Equipment_commitment_number", "Equipment"."warranty_until" AS "Equipment_warranty_until", "Equipment"."refurbished" AS "Equipment_refurbished", "Equipment"."complaint_number" AS "Equipment_complaint_number", "Equipment"."retirement_number" AS "Equipment_retirement_number", "Equipment"."retirement_kind" AS "Equipment_retirement_kind", "Equipment"."retired_on" AS "Equipment_retired_on", "Equipment"."last_seen_at" AS "Equipment_last_seen_at", "Equipment"."last_seen_by" AS "Equipment_last_seen_by", "Equipment"."words" AS "Equipment_words", "Equipment"."version" AS "Equipment_version"
FROM "equipment" "Equipment"
WHERE (("Equipment"."id" = $1))
LIMIT 1;
-- index: equipment_of_school_by_model, school_pkey
SELECT 1 AS "row_exists"
FROM (
  SELECT 1 AS dummy_column) "dummy_table"
WHERE EXISTS (
  SELECT 1
  FROM "equipment" "e"
  LEFT JOIN "school" "s" ON s.id = "e"."school_id"
  WHERE s.id = $1
  AND "e"."id" = $2)
LIMIT 1;
-- index: school_pkey
select commune_id as "communeId"
from school
where id = $1;
-- index: equipment_by_seen
select
from equipment
where id = $1 for key share;
-- index: equipment_by_seen
select model_id as "modelId"
from equipment
where id = $1;
-- index: problem_open_by_opening, problem_ticket_of_ticket, ticket_by_report
select p.id, p.number, p.title, p.state, p.told, p.expected_on::text as "expectedOn", p.opened_at as since, (
  select count(distinct t.school_id)::int
  from problem_ticket x
  join ticket t on t.id = x.ticket_id
  where x.problem_id = p.id
  and x.removed_at is null) as schools, p.about, p.service, p.symptom
from problem p
where p.open
and p.about in ('service', 'model')
and (p.commune_id = $1 or p.commune_id is null)
and (p.model_id is null or p.model_id = $2)
order by p.opened_at desc, p.id
limit 50;

-- Problèmes des tickets · technician · GET /api/v1/problems/of-tickets?ids=:ticket
-- index: school_pkey, ticket_id_school_id_key
SELECT "t"."id" AS "t_id", "t"."number" AS "t_number", "t"."school_id" AS "t_school_id", "t"."subject" AS "t_subject", "t"."equipment_id" AS "t_equipment_id", "t"."room_id" AS "t_room_id", "t"."service" AS "t_service", "t"."symptom" AS "t_symptom", "t"."description" AS "t_description", "t"."impact" AS "t_impact", "t"."urgency" AS "t_urgency", "t"."priority" AS "t_priority", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."reported_by" AS "t_reported_by", "t"."reported_at" AS "t_reported_at", "t"."assigned_account_id" AS "t_assigned_account_id", "t"."planned_from" AS "t_planned_from", "t"."planned_to" AS "t_planned_to", "t"."arrived_at" AS "t_arrived_at", "t"."wait_for" AS "t_wait_for", "t"."review_on" AS "t_review_on", "t"."resolved_at" AS "t_resolved_at", "t"."merged_into_id" AS "t_merged_into_id", "t"."due_at" AS "t_due_at", "t"."next_warning_at" AS "t_next_warning_at", "t"."version" AS "t_version"
FROM "ticket" "t"
INNER JOIN "school" "s" ON s.id = "t"."school_id"
WHERE true
AND "t"."id" = any($1)
ORDER BY "t"."id" ASC;
-- index: problem_id_open_key, problem_ticket_of_ticket, ticket_by_report
select distinct on (x.ticket_id) x.ticket_id as "ticketId", p.id, p.number, p.title, p.state, p.told, p.expected_on::text as "expectedOn", p.opened_at as since, (
  select count(distinct t.school_id)::int
  from problem_ticket x
  join ticket t on t.id = x.ticket_id
  where x.problem_id = p.id
  and x.removed_at is null) as schools
from problem_ticket x
join problem p on p.id = x.problem_id
where x.ticket_id = any($1)
and x.removed_at is null
order by x.ticket_id, x.added_at desc, x.id;
