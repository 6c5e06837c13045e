-- Ma journée · technician · GET /api/v1/round
-- index: commune_pkey, installation_order_school, order_line_order_id_position_key, school_pkey
SELECT "o"."id" AS "id", "o"."number" AS "number", "o"."title" AS "title", "o"."state" AS "state", "o"."version" AS "version", s.id AS "schoolId", s.name AS "schoolName", m.name AS "communeName", nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '') AS "address", s.latitude AS "latitude", s.longitude AS "longitude", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end AS "plannedFrom", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end AS "plannedTo", s.closed_on::text AS "closedOn", (
  select count(*)::int
  from order_line l
  where l.order_id = "o"."id"
  and not l.extra) AS "lineCount"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
AND "o"."state" in ($1)
AND "o"."performer" = 'metropole'
and ("o"."assigned_account_id" = $2 or "o"."assigned_account_id" is null)
ORDER BY "o"."decided_at" ASC, "o"."id" ASC
LIMIT 50;
-- index: commune_pkey, installation_order_school, order_line_order_id_position_key, school_pkey
SELECT "o"."id" AS "id", "o"."number" AS "number", "o"."title" AS "title", "o"."state" AS "state", "o"."version" AS "version", s.id AS "schoolId", s.name AS "schoolName", m.name AS "communeName", nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '') AS "address", s.latitude AS "latitude", s.longitude AS "longitude", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end AS "plannedFrom", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end AS "plannedTo", s.closed_on::text AS "closedOn", (
  select count(*)::int
  from order_line l
  where l.order_id = "o"."id"
  and not l.extra) AS "lineCount"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
AND "o"."state" in ($1, $2, $3, $4)
AND "o"."performer" = 'metropole'
and ("o"."assigned_account_id" = $5 or "o"."assigned_account_id" is null)
AND ("o"."state" in ('scheduled', 'in-progress') or (case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end at time zone 'Europe/Paris')::date = $6)
ORDER BY case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end ASC, "o"."id" ASC
LIMIT 100;
-- index: school_pkey, ticket_of_school_by_change
SELECT "t"."id" AS "t_id", "t"."number" AS "t_number", "t"."school_id" AS "t_school_id", "t"."subject" AS "t_subject", "t"."equipment_id" AS "t_equipment_id", "t"."room_id" AS "t_room_id", "t"."service" AS "t_service", "t"."symptom" AS "t_symptom", "t"."description" AS "t_description", "t"."impact" AS "t_impact", "t"."urgency" AS "t_urgency", "t"."priority" AS "t_priority", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."reported_by" AS "t_reported_by", "t"."reported_at" AS "t_reported_at", "t"."assigned_account_id" AS "t_assigned_account_id", "t"."planned_from" AS "t_planned_from", "t"."planned_to" AS "t_planned_to", "t"."arrived_at" AS "t_arrived_at", "t"."wait_for" AS "t_wait_for", "t"."review_on" AS "t_review_on", "t"."resolved_at" AS "t_resolved_at", "t"."merged_into_id" AS "t_merged_into_id", "t"."due_at" AS "t_due_at", "t"."next_warning_at" AS "t_next_warning_at", "t"."version" AS "t_version"
FROM "ticket" "t"
INNER JOIN "school" "s" ON s.id = "t"."school_id"
WHERE true
AND "t"."assigned_account_id" = $1
AND ((t.open
    and ("t"."review_on" is null or "t"."review_on" <= $2)) or ("t"."state" in ('resolved', 'closed')
    and "t"."resolved_at" >= $3
    and "t"."resolved_at" < $4))
ORDER BY ("t"."state" = 'in-progress' or ("t"."planned_from" is not null
    and "t"."planned_from" < $4)) DESC, "t"."due_at" ASC, "t"."id" ASC
LIMIT 101;
-- index: installation_order_school, school_pkey
SELECT count(*)::int AS "count"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
AND "o"."state" in ($1)
AND "o"."performer" = 'metropole'
and ("o"."assigned_account_id" = $2 or "o"."assigned_account_id" is null);
-- index: commune_pkey, school_pkey, upkeep_check_of_day, upkeep_plan_pkey
select c.id, c.version, n.name as "planName", c.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", c.due_on::text as "dueOn", c.part, c.planned_on::text as "plannedOn", c.assigned_account_id is not null as mine, c.assigned_account_id as "assignedTo", n.points
from upkeep_check c
join upkeep_plan n on n.id = c.plan_id
join school s on s.id = c.school_id
join commune m on m.id = s.commune_id
where c.state = 'planned'
and c.open
and c.planned_on <= $2
and true
and (c.assigned_account_id = $1 or (c.assigned_account_id is null
    and c.school_id = any($3)))
order by c.assigned_account_id nulls last, c.planned_on, c.id
limit 20;
-- index: public_holiday_pkey, school_bridge_day_answered_once, school_holiday_zone_daterange_excl
select coalesce((
    select json_agg(day)
    from public_holiday), '[]') as public, coalesce((
    select json_agg(json_build_object('from', p.from_day, 'to', p.to_day)
      order by p.from_day)
    from (
      select from_day, to_day
      from school_holiday
      where zone = 'A'
      union all
      select day, day
      from school_bridge_day
      where zone = 'A'
      and is_holiday) p), '[]') as school, (
  select to_char(max(day), 'YYYY-12-31')
  from public_holiday) as "publicHolidaysUntil", (
  select max(to_day)::text
  from school_holiday
  where zone = 'A') as "schoolHolidaysUntil";
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: catalogue_item_pkey, equipment_id_is_container_state_site_id_key, equipment_of_model, equipment_of_room, room_id_school_id_key
select e.id, e.tag, e.serial, i.name as "modelName", e.state, r.id as "roomId", r.name as "roomName"
from equipment e
join catalogue_item i on i.id = e.model_id
left join school s on s.id = e.school_id
left join equipment c on c.id = e.container_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
where (e.id = any($1) or e.room_id = any($2) or e.container_id in (
    select y.id
    from equipment y
    where y.room_id = any($2)))
and true
order by e.id = any($1) desc, e.id
limit 400;
-- index: commune_pkey, school_pkey, visit_of_state
select v.id, v.version, v.number, v.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", v.begun_at as "begunAt"
from visit v
join school s on s.id = v.school_id
join commune m on m.id = s.commune_id
where v.begun_by = $1
and v.state = 'open'
order by v.begun_at, v.id
limit 20;

-- Ma journée · installer · GET /api/v1/round
-- index: commune_pkey, contract_of_its_holder, installation_order_contract, order_line_order_id_position_key, school_pkey
SELECT "o"."id" AS "id", "o"."number" AS "number", "o"."title" AS "title", "o"."state" AS "state", "o"."version" AS "version", s.id AS "schoolId", s.name AS "schoolName", m.name AS "communeName", nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '') AS "address", s.latitude AS "latitude", s.longitude AS "longitude", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end AS "plannedFrom", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end AS "plannedTo", s.closed_on::text AS "closedOn", (
  select count(*)::int
  from order_line l
  where l.order_id = "o"."id"
  and not l.extra) AS "lineCount"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
and "o"."contract_id" in (
  select id
  from contract
  where holder_id = $1)
AND "o"."state" in ($2)
ORDER BY "o"."decided_at" ASC, "o"."id" ASC
LIMIT 50;
-- index: commune_pkey, contract_of_its_holder, installation_order_contract, order_line_order_id_position_key, school_pkey
SELECT "o"."id" AS "id", "o"."number" AS "number", "o"."title" AS "title", "o"."state" AS "state", "o"."version" AS "version", s.id AS "schoolId", s.name AS "schoolName", m.name AS "communeName", nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '') AS "address", s.latitude AS "latitude", s.longitude AS "longitude", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end AS "plannedFrom", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end AS "plannedTo", s.closed_on::text AS "closedOn", (
  select count(*)::int
  from order_line l
  where l.order_id = "o"."id"
  and not l.extra) AS "lineCount"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
and "o"."contract_id" in (
  select id
  from contract
  where holder_id = $1)
AND "o"."state" in ($2, $3, $4, $5)
AND ("o"."state" in ('scheduled', 'in-progress') or (case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end at time zone 'Europe/Paris')::date = $6)
ORDER BY case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end ASC, "o"."id" ASC
LIMIT 100;
-- index: none
SELECT "t"."id" AS "t_id", "t"."number" AS "t_number", "t"."school_id" AS "t_school_id", "t"."subject" AS "t_subject", "t"."equipment_id" AS "t_equipment_id", "t"."room_id" AS "t_room_id", "t"."service" AS "t_service", "t"."symptom" AS "t_symptom", "t"."description" AS "t_description", "t"."impact" AS "t_impact", "t"."urgency" AS "t_urgency", "t"."priority" AS "t_priority", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."reported_by" AS "t_reported_by", "t"."reported_at" AS "t_reported_at", "t"."assigned_account_id" AS "t_assigned_account_id", "t"."planned_from" AS "t_planned_from", "t"."planned_to" AS "t_planned_to", "t"."arrived_at" AS "t_arrived_at", "t"."wait_for" AS "t_wait_for", "t"."review_on" AS "t_review_on", "t"."resolved_at" AS "t_resolved_at", "t"."merged_into_id" AS "t_merged_into_id", "t"."due_at" AS "t_due_at", "t"."next_warning_at" AS "t_next_warning_at", "t"."version" AS "t_version"
FROM "ticket" "t"
INNER JOIN "school" "s" ON s.id = "t"."school_id"
WHERE false
AND "t"."assigned_account_id" = $1
AND ((t.open
    and ("t"."review_on" is null or "t"."review_on" <= $2)) or ("t"."state" in ('resolved', 'closed')
    and "t"."resolved_at" >= $3
    and "t"."resolved_at" < $4))
ORDER BY ("t"."state" = 'in-progress' or ("t"."planned_from" is not null
    and "t"."planned_from" < $4)) DESC, "t"."due_at" ASC, "t"."id" ASC
LIMIT 101;
-- index: contract_of_its_holder, installation_order_contract, school_pkey
SELECT count(*)::int AS "count"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
and "o"."contract_id" in (
  select id
  from contract
  where holder_id = $1)
AND "o"."state" in ($2);
-- index: none
select c.id, c.version, n.name as "planName", c.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", c.due_on::text as "dueOn", c.part, c.planned_on::text as "plannedOn", c.assigned_account_id is not null as mine, c.assigned_account_id as "assignedTo", n.points
from upkeep_check c
join upkeep_plan n on n.id = c.plan_id
join school s on s.id = c.school_id
join commune m on m.id = s.commune_id
where c.state = 'planned'
and c.open
and c.planned_on <= $2
and false
and (c.assigned_account_id = $1 or (c.assigned_account_id is null
    and c.school_id = any($3)))
order by c.assigned_account_id nulls last, c.planned_on, c.id
limit 20;
-- index: public_holiday_pkey, school_bridge_day_answered_once, school_holiday_zone_daterange_excl
select coalesce((
    select json_agg(day)
    from public_holiday), '[]') as public, coalesce((
    select json_agg(json_build_object('from', p.from_day, 'to', p.to_day)
      order by p.from_day)
    from (
      select from_day, to_day
      from school_holiday
      where zone = 'A'
      union all
      select day, day
      from school_bridge_day
      where zone = 'A'
      and is_holiday) p), '[]') as school, (
  select to_char(max(day), 'YYYY-12-31')
  from public_holiday) as "publicHolidaysUntil", (
  select max(to_day)::text
  from school_holiday
  where zone = 'A') as "schoolHolidaysUntil";
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: catalogue_item_pkey, contract_of_its_holder, equipment_by_seen, equipment_of_model, equipment_of_order, equipment_of_room, installation_order_contract, order_and_its_ticket, order_device_once, room_id_school_id_key
select e.id, e.tag, e.serial, i.name as "modelName", e.state, r.id as "roomId", r.name as "roomName"
from equipment e
join catalogue_item i on i.id = e.model_id
left join school s on s.id = e.school_id
left join equipment c on c.id = e.container_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
where (e.id = any($1) or e.room_id = any($2) or e.container_id in (
    select y.id
    from equipment y
    where y.room_id = any($2)))
and e.id in (
  select y.id
  from equipment y
  where y.order_id in (
    select o.id
    from installation_order o
    where o.contract_id in (
      select id
      from contract
      where holder_id = $3)
    and o.state in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed'))
  union all
  select d.equipment_id
  from order_device d
  where d.order_id in (
    select o.id
    from installation_order o
    where o.contract_id in (
      select id
      from contract
      where holder_id = $3)
    and o.state in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed')))
order by e.id = any($1) desc, e.id
limit 400;
-- index: commune_pkey, school_pkey, visit_of_state
select v.id, v.version, v.number, v.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", v.begun_at as "begunAt"
from visit v
join school s on s.id = v.school_id
join commune m on m.id = s.commune_id
where v.begun_by = $1
and v.state = 'open'
order by v.begun_at, v.id
limit 20;
