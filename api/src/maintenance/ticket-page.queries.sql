-- Tickets, délais des lignes · technician · GET /api/v1/tickets/clocks?ids=:ticket
-- index: school_pkey, ticket_id_school_id_key
SELECT "t"."id" AS "t_id", "t"."number" AS "t_number", "t"."school_id" AS "t_school_id", "t"."subject" AS "t_subject", "t"."equipment_id" AS "t_equipment_id", "t"."room_id" AS "t_room_id", "t"."service" AS "t_service", "t"."symptom" AS "t_symptom", "t"."description" AS "t_description", "t"."impact" AS "t_impact", "t"."urgency" AS "t_urgency", "t"."priority" AS "t_priority", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."reported_by" AS "t_reported_by", "t"."reported_at" AS "t_reported_at", "t"."assigned_account_id" AS "t_assigned_account_id", "t"."planned_from" AS "t_planned_from", "t"."planned_to" AS "t_planned_to", "t"."arrived_at" AS "t_arrived_at", "t"."wait_for" AS "t_wait_for", "t"."review_on" AS "t_review_on", "t"."resolved_at" AS "t_resolved_at", "t"."merged_into_id" AS "t_merged_into_id", "t"."due_at" AS "t_due_at", "t"."next_warning_at" AS "t_next_warning_at", "t"."version" AS "t_version"
FROM "ticket" "t"
INNER JOIN "school" "s" ON s.id = "t"."school_id"
WHERE true
AND "t"."id" = any($1)
ORDER BY "t"."id" ASC;
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
-- index: none; read whole: calendar_mark
select mark
from calendar_mark;
-- index: setting_name_from_day_key
select name, value, from_day::text as "from"
from setting
where name = any($1)
order by from_day;
-- index: school_opening_hours_one_a_day, school_pkey
select s.id, coalesce((
    select json_agg(json_build_object('from', h.from_day, 'hours', h.hours)
      order by h.from_day)
    from school_opening_hours h
    where h.school_id = s.id), '[]') as hours
from school s
where s.id = any($1);
-- index: ticket_move_ticket
select ticket_id as "ticketId", at, action, wait_for as reason, case when action = 'wait' then reason end as note, priority, presence
from ticket_move
where ticket_id = any($1)
order by ticket_id, at, id;

-- Prestations sur devis · technician · GET /api/v1/tickets/quote-items
-- index: catalogue_item_list, contract_holder_pkey, contract_of_its_holder
select i.id, i.name, coalesce(h.name, 'Métropole') as "performerName"
from catalogue_item i
left join contract k on k.id = i.contract_id
left join contract_holder h on h.id = k.holder_id
where i.on_quote
and i.state = 'validated'
and (k.id is null or $1::date between k.from_day and k.to_day)
order by i.contract_id is not null, i.name, i.id
limit 100;

-- Ticket · technician · GET /api/v1/tickets/:ticket
-- index: school_pkey, ticket_id_school_id_key
SELECT "t"."id" AS "t_id", "t"."number" AS "t_number", "t"."school_id" AS "t_school_id", "t"."subject" AS "t_subject", "t"."equipment_id" AS "t_equipment_id", "t"."room_id" AS "t_room_id", "t"."service" AS "t_service", "t"."symptom" AS "t_symptom", "t"."description" AS "t_description", "t"."impact" AS "t_impact", "t"."urgency" AS "t_urgency", "t"."priority" AS "t_priority", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."reported_by" AS "t_reported_by", "t"."reported_at" AS "t_reported_at", "t"."assigned_account_id" AS "t_assigned_account_id", "t"."planned_from" AS "t_planned_from", "t"."planned_to" AS "t_planned_to", "t"."arrived_at" AS "t_arrived_at", "t"."wait_for" AS "t_wait_for", "t"."review_on" AS "t_review_on", "t"."resolved_at" AS "t_resolved_at", "t"."merged_into_id" AS "t_merged_into_id", "t"."due_at" AS "t_due_at", "t"."next_warning_at" AS "t_next_warning_at", "t"."version" AS "t_version"
FROM "ticket" "t"
INNER JOIN "school" "s" ON s.id = "t"."school_id"
WHERE true
AND "t"."id" = $1;
-- index: ticket_move_ticket
select at, action, wait_for as reason, case when action = 'wait'
and $2::boolean then reason end as note, priority, presence
from ticket_move
where ticket_id = $1
order by at, id;
-- index: ticket_resolution_ticket
select at, cause, repair, note, minutes, device, parts, price_cents as "priceCents", charge
from ticket_resolution
where ticket_id = $1
order by at desc, id desc
limit 1;
-- index: account_pkey, ticket_comment_ticket
select c.id, c.at, c.role, c.deputy, a.name, c.text, c.internal, c.by_mail as "byMail"
from ticket_comment c
join account a on a.id = c.account_id
where c.ticket_id = $1
and case when c.internal then $2::boolean else $3::boolean end
order by c.at desc, c.id desc
limit 200;
-- index: none; read whole: calendar_mark
select mark
from calendar_mark;
-- index: order_of_ticket
select o.id, o.number, o.state, o.version, o.title, coalesce(o.certified_cents, o.hold_cents, o.approved_cents, o.asked_cents)::int as cents
from installation_order o
where o.ticket_id = $1
and o.state <> 'discarded'
order by o.created_at desc, o.id desc
limit 1;
-- index: account_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, loan_kit_id_equipment_id_key, loan_never_overlaps, room_id_school_id_key, school_pkey, ticket_id_school_id_key, ticket_reporter_once
select s.name as "schoolName", m.name as "communeName", r.name as "roomName", e.tag as "equipmentTag", case when $2::boolean or e.school_id is null or e.school_id = t.school_id then e.state end as "equipmentState", i.name as "modelName", b.name as "reporterName", a.name as "assigneeName", 1 + (
  select count(*)::int
  from ticket_reporter y
  where y.ticket_id = t.id) as reports, g.number as "mergedIntoNumber", (
  select json_build_object('id', l.id, 'number', l.number, 'kitName', k.name, 'toDay', l.to_day)
  from loan l
  left join loan_kit k on k.id = l.kit_id
  where l.equipment_id = (
    select coalesce(z.container_id, z.id)
    from equipment z
    where z.id = e.id)
  and l.state = 'out'
  and ($2::boolean or l.school_id = t.school_id)) as lent
from ticket t
join school s on s.id = t.school_id
join commune m on m.id = s.commune_id
left join room r on r.id = t.room_id
left join equipment e on e.id = t.equipment_id
left join catalogue_item i on i.id = e.model_id
join account b on b.id = t.reported_by
left join account a on a.id = t.assigned_account_id
left join ticket g on g.id = t.merged_into_id
where t.id = $1;
-- index: ticket_file_slot_filled_once, ticket_photo_slot_ticket
select s.photo_id as id, min(s.moment) as moment, (max(f.id::text) filter (
    where s.size = 'small'))::uuid as "smallId", (max(f.id::text) filter (
    where s.size = 'whole'))::uuid as "wholeId"
from ticket_photo_slot s
left join ticket_file f on f.slot_id = s.id
where s.ticket_id = $1
group by s.photo_id
order by min(s.announced_at), s.photo_id
limit 12;
-- index: account_pkey, ticket_move_ticket
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason, case when v.action = 'wait' then v.wait_for end as "waitFor", v.detail ->> 'plannedFrom' as "plannedFrom"
from ticket_move v
left join account a on a.id = v.account_id
where v.ticket_id = $1
order by v.at desc, v.id desc
limit 200;

-- Ticket · commune-officer · GET /api/v1/tickets/:ticket
-- index: school_commune, ticket_id_school_id_key
SELECT "t"."id" AS "t_id", "t"."number" AS "t_number", "t"."school_id" AS "t_school_id", "t"."subject" AS "t_subject", "t"."equipment_id" AS "t_equipment_id", "t"."room_id" AS "t_room_id", "t"."service" AS "t_service", "t"."symptom" AS "t_symptom", "t"."description" AS "t_description", "t"."impact" AS "t_impact", "t"."urgency" AS "t_urgency", "t"."priority" AS "t_priority", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."reported_by" AS "t_reported_by", "t"."reported_at" AS "t_reported_at", "t"."assigned_account_id" AS "t_assigned_account_id", "t"."planned_from" AS "t_planned_from", "t"."planned_to" AS "t_planned_to", "t"."arrived_at" AS "t_arrived_at", "t"."wait_for" AS "t_wait_for", "t"."review_on" AS "t_review_on", "t"."resolved_at" AS "t_resolved_at", "t"."merged_into_id" AS "t_merged_into_id", "t"."due_at" AS "t_due_at", "t"."next_warning_at" AS "t_next_warning_at", "t"."version" AS "t_version"
FROM "ticket" "t"
INNER JOIN "school" "s" ON s.id = "t"."school_id"
WHERE s.commune_id = $1
and s.sector = 'public'
AND "t"."id" = $2;
-- index: ticket_move_ticket
select at, action, wait_for as reason, case when action = 'wait'
and $2::boolean then reason end as note, priority, presence
from ticket_move
where ticket_id = $1
order by at, id;
-- index: ticket_resolution_ticket
select at, cause, repair, note, minutes, device, parts, price_cents as "priceCents", charge
from ticket_resolution
where ticket_id = $1
order by at desc, id desc
limit 1;
-- index: account_pkey, ticket_comment_ticket
select c.id, c.at, c.role, c.deputy, a.name, c.text, c.internal, c.by_mail as "byMail"
from ticket_comment c
join account a on a.id = c.account_id
where c.ticket_id = $1
and case when c.internal then $2::boolean else $3::boolean end
order by c.at desc, c.id desc
limit 200;
-- index: none; read whole: calendar_mark
select mark
from calendar_mark;
-- index: account_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, loan_kit_id_equipment_id_key, loan_never_overlaps, room_id_school_id_key, school_pkey, ticket_id_school_id_key, ticket_reporter_once
select s.name as "schoolName", m.name as "communeName", r.name as "roomName", e.tag as "equipmentTag", case when $2::boolean or e.school_id is null or e.school_id = t.school_id then e.state end as "equipmentState", i.name as "modelName", b.name as "reporterName", a.name as "assigneeName", 1 + (
  select count(*)::int
  from ticket_reporter y
  where y.ticket_id = t.id) as reports, g.number as "mergedIntoNumber", (
  select json_build_object('id', l.id, 'number', l.number, 'kitName', k.name, 'toDay', l.to_day)
  from loan l
  left join loan_kit k on k.id = l.kit_id
  where l.equipment_id = (
    select coalesce(z.container_id, z.id)
    from equipment z
    where z.id = e.id)
  and l.state = 'out'
  and ($2::boolean or l.school_id = t.school_id)) as lent
from ticket t
join school s on s.id = t.school_id
join commune m on m.id = s.commune_id
left join room r on r.id = t.room_id
left join equipment e on e.id = t.equipment_id
left join catalogue_item i on i.id = e.model_id
join account b on b.id = t.reported_by
left join account a on a.id = t.assigned_account_id
left join ticket g on g.id = t.merged_into_id
where t.id = $1;
-- index: ticket_file_slot_filled_once, ticket_photo_slot_ticket
select s.photo_id as id, min(s.moment) as moment, (max(f.id::text) filter (
    where s.size = 'small'))::uuid as "smallId", (max(f.id::text) filter (
    where s.size = 'whole'))::uuid as "wholeId"
from ticket_photo_slot s
left join ticket_file f on f.slot_id = s.id
where s.ticket_id = $1
group by s.photo_id
order by min(s.announced_at), s.photo_id
limit 12;
-- index: account_pkey, ticket_move_ticket
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason, case when v.action = 'wait' then v.wait_for end as "waitFor", v.detail ->> 'plannedFrom' as "plannedFrom"
from ticket_move v
left join account a on a.id = v.account_id
where v.ticket_id = $1
order by v.at desc, v.id desc
limit 200;
