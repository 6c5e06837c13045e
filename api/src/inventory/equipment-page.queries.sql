-- Appareil · plan-manager · GET /api/v1/equipment/:equipment
-- index: equipment_by_seen
SELECT "e"."id" AS "e_id", "e"."tag" AS "e_tag", "e"."serial" AS "e_serial", "e"."model_id" AS "e_model_id", "e"."is_container" AS "e_is_container", "e"."state" AS "e_state", "e"."state_since" AS "e_state_since", "e"."stock_place_id" AS "e_stock_place_id", "e"."room_id" AS "e_room_id", "e"."container_id" AS "e_container_id", "e"."school_id" AS "e_school_id", "e"."order_id" AS "e_order_id", "e"."contract_id" AS "e_contract_id", "e"."receipt_id" AS "e_receipt_id", "e"."net_cents" AS "e_net_cents", "e"."vat_basis_points" AS "e_vat_basis_points", "e"."purchased_on" AS "e_purchased_on", "e"."funding" AS "e_funding", "e"."commitment_number" AS "e_commitment_number", "e"."warranty_until" AS "e_warranty_until", "e"."refurbished" AS "e_refurbished", "e"."complaint_number" AS "e_complaint_number", "e"."retirement_number" AS "e_retirement_number", "e"."retirement_kind" AS "e_retirement_kind", "e"."retired_on" AS "e_retired_on", "e"."last_seen_at" AS "e_last_seen_at", "e"."last_seen_by" AS "e_last_seen_by", "e"."words" AS "e_words", "e"."version" AS "e_version"
FROM "equipment" "e"
LEFT JOIN "school" "s" ON s.id = "e"."school_id"
WHERE true
AND "e"."id" = $1;
-- index: account_pkey, assignment_account, assignment_school, catalogue_item_pkey, equipment_by_seen, equipment_contents, equipment_model_model_id_key, equipment_move_equipment, equipment_of_model, equipment_wipe_of, loan_kit_of_one_device, loan_of_device, ticket_of_device, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module
select d.id, (
  select v.from_state
  from equipment_move v
  where v.equipment_id = d.id
  and v.from_state <> v.to_state
  order by v.at desc, v.id desc
  limit 1) as before, (
  select v.action
  from equipment_move v
  where v.equipment_id = d.id
  order by v.at desc, v.id desc
  limit 1) as "lastAction", (
  select count(*)::int
  from equipment y
  where y.container_id = d.id) as contents, (
  select coalesce(json_agg(json_build_object('trainedHere', (
          select count(*)::int
          from (
            select distinct a.account_id
            from assignment a
            join account c on c.id = a.account_id
            and c.active
            where a.school_id = m.school_id
            and a.role in ('school-head', 'teacher')
            and a.from_day <= $2::date
            and (a.to_day is null or a.to_day > $2::date)) w
          where (exists (
              select
              from training_enrolment n
              join training_session t on t.id = n.session_id
              and t.state = 'closed'
              join training_module_model opening on opening.module_id = t.module_id
              and opening.model_id = m.model_id
              where n.account_id = w.account_id
              and n.present
              and n.left_at is null) or exists (
              select
              from training_handover h
              where h.account_id = w.account_id
              and h.model_id = m.model_id))), 'shownHere', exists (
          select
          from training_handover h
          where h.school_id = m.school_id
          and h.model_id = m.model_id
          and exists (
            select
            from assignment a
            join account c on c.id = a.account_id
            and c.active
            where a.account_id = h.account_id
            and a.school_id = m.school_id
            and a.role in ('school-head', 'teacher')
            and a.from_day <= $2::date
            and (a.to_day is null or a.to_day > $2::date))))), '[]')
  from (
    select distinct y.model_id, y.school_id
    from equipment y
    where (y.id = d.id or y.container_id = d.id)
    and y.model_id in (
      select i.id
      from catalogue_item i
      where i.training_module is not null)) m) as taught, (
  select count(*)::int
  from ticket y
  where y.equipment_id = d.id
  and y.state in ('new', 'assigned', 'planned', 'in-progress', 'waiting')) as "openTickets", coalesce((
    select case when y.state = 'out' then 'handed-over' when y.state = 'returned' then 'returned' else 'granted' end
    from loan y
    where y.equipment_id = (
      select coalesce(z.container_id, z.id)
      from equipment z
      where z.id = d.id)
    and y.state in ('requested', 'approved', 'out', 'returned')
    order by y.starts
    limit 1), 'none') as loan, exists (
  select
  from loan_kit y
  where y.offered
  and y.equipment_id = (
    select coalesce(z.container_id, z.id)
    from equipment z
    where z.id = d.id)) as "forLoans", exists (
  select
  from equipment y
  left join equipment_model k on k.model_id = y.model_id
  where y.id = d.id
  and (not coalesce(k.stores_data, true) or exists (
      select
      from equipment_wipe w
      where w.equipment_id = y.id
      and w.clean
      and w.at >= y.state_since))) as wiped
from unnest($1::uuid[]) d(id);
-- index: account_pkey, catalogue_item_pkey, commune_pkey, contract_holder_pkey, contract_pkey, equipment_by_seen, equipment_id_is_container_state_site_id_key, order_and_its_ticket, room_id_school_id_key, school_pkey, stock_place_pkey
select i.name as "modelName", i.maker, i.picture, i.training_module as "trainingModule", s.name as "schoolName", m.name as "communeName", r.id as "roomId", r.name as "roomName", p.name as "stockPlaceName", c.tag as "containerTag", o.number as "orderNumber", k.number as "contractNumber", h.name as "supplierName", e.net_cents + (e.net_cents * e.vat_basis_points + 5000) / 10000 as "priceCents", a.name as "lastSeenBy"
from equipment e
join catalogue_item i on i.id = e.model_id
left join school s on s.id = e.school_id
left join commune m on m.id = s.commune_id
left join equipment c on c.id = e.container_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
left join stock_place p on p.id = coalesce(e.stock_place_id, c.stock_place_id)
left join installation_order o on o.id = e.order_id
left join contract k on k.id = e.contract_id
left join contract_holder h on h.id = k.holder_id
left join account a on a.id = e.last_seen_by
where e.id = $1;
-- index: account_pkey, equipment_id_is_container_state_site_id_key, equipment_move_equipment, room_id_school_id_key, school_pkey, stock_place_pkey
select v.action, v.from_state as "fromState", v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason, v.detail, coalesce(p.name, r.name || ', ' || s.name, c.tag) as place
from equipment_move v
left join account a on a.id = v.account_id
left join stock_place p on p.id = v.stock_place_id
left join room r on r.id = v.room_id
left join school s on s.id = v.school_id
left join equipment c on c.id = v.container_id
where v.equipment_id = $1
and ($2::uuid is null or v.school_id is null or v.school_id = $2)
order by v.at desc, v.id desc
limit 200;

-- Appareil, par son étiquette · school-head · GET /api/v1/equipment/by-tag/:tag
-- index: equipment_label_of_its_device, equipment_of_school_by_model, equipment_serial_key, school_pkey
SELECT "e"."id" AS "e_id", "e"."tag" AS "e_tag", "e"."serial" AS "e_serial", "e"."model_id" AS "e_model_id", "e"."is_container" AS "e_is_container", "e"."state" AS "e_state", "e"."state_since" AS "e_state_since", "e"."stock_place_id" AS "e_stock_place_id", "e"."room_id" AS "e_room_id", "e"."container_id" AS "e_container_id", "e"."school_id" AS "e_school_id", "e"."order_id" AS "e_order_id", "e"."contract_id" AS "e_contract_id", "e"."receipt_id" AS "e_receipt_id", "e"."net_cents" AS "e_net_cents", "e"."vat_basis_points" AS "e_vat_basis_points", "e"."purchased_on" AS "e_purchased_on", "e"."funding" AS "e_funding", "e"."commitment_number" AS "e_commitment_number", "e"."warranty_until" AS "e_warranty_until", "e"."refurbished" AS "e_refurbished", "e"."complaint_number" AS "e_complaint_number", "e"."retirement_number" AS "e_retirement_number", "e"."retirement_kind" AS "e_retirement_kind", "e"."retired_on" AS "e_retired_on", "e"."last_seen_at" AS "e_last_seen_at", "e"."last_seen_by" AS "e_last_seen_by", "e"."words" AS "e_words", "e"."version" AS "e_version"
FROM "equipment" "e"
LEFT JOIN "school" "s" ON s.id = "e"."school_id"
WHERE s.id = $1
AND "e"."id" = coalesce( (
    select l.equipment_id
    from equipment_label l
    where l.code = $2), (
    select x.id
    from equipment x
    where x.serial = $3));
-- index: account_pkey, assignment_account, assignment_school, catalogue_item_pkey, equipment_by_seen, equipment_contents, equipment_model_model_id_key, equipment_move_equipment, equipment_of_model, equipment_wipe_of, loan_kit_of_one_device, loan_of_device, ticket_of_device, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module
select d.id, (
  select v.from_state
  from equipment_move v
  where v.equipment_id = d.id
  and v.from_state <> v.to_state
  order by v.at desc, v.id desc
  limit 1) as before, (
  select v.action
  from equipment_move v
  where v.equipment_id = d.id
  order by v.at desc, v.id desc
  limit 1) as "lastAction", (
  select count(*)::int
  from equipment y
  where y.container_id = d.id) as contents, (
  select coalesce(json_agg(json_build_object('trainedHere', (
          select count(*)::int
          from (
            select distinct a.account_id
            from assignment a
            join account c on c.id = a.account_id
            and c.active
            where a.school_id = m.school_id
            and a.role in ('school-head', 'teacher')
            and a.from_day <= $2::date
            and (a.to_day is null or a.to_day > $2::date)) w
          where (exists (
              select
              from training_enrolment n
              join training_session t on t.id = n.session_id
              and t.state = 'closed'
              join training_module_model opening on opening.module_id = t.module_id
              and opening.model_id = m.model_id
              where n.account_id = w.account_id
              and n.present
              and n.left_at is null) or exists (
              select
              from training_handover h
              where h.account_id = w.account_id
              and h.model_id = m.model_id))), 'shownHere', exists (
          select
          from training_handover h
          where h.school_id = m.school_id
          and h.model_id = m.model_id
          and exists (
            select
            from assignment a
            join account c on c.id = a.account_id
            and c.active
            where a.account_id = h.account_id
            and a.school_id = m.school_id
            and a.role in ('school-head', 'teacher')
            and a.from_day <= $2::date
            and (a.to_day is null or a.to_day > $2::date))))), '[]')
  from (
    select distinct y.model_id, y.school_id
    from equipment y
    where (y.id = d.id or y.container_id = d.id)
    and y.model_id in (
      select i.id
      from catalogue_item i
      where i.training_module is not null)) m) as taught, (
  select count(*)::int
  from ticket y
  where y.equipment_id = d.id
  and y.state in ('new', 'assigned', 'planned', 'in-progress', 'waiting')) as "openTickets", coalesce((
    select case when y.state = 'out' then 'handed-over' when y.state = 'returned' then 'returned' else 'granted' end
    from loan y
    where y.equipment_id = (
      select coalesce(z.container_id, z.id)
      from equipment z
      where z.id = d.id)
    and y.state in ('requested', 'approved', 'out', 'returned')
    order by y.starts
    limit 1), 'none') as loan, exists (
  select
  from loan_kit y
  where y.offered
  and y.equipment_id = (
    select coalesce(z.container_id, z.id)
    from equipment z
    where z.id = d.id)) as "forLoans", exists (
  select
  from equipment y
  left join equipment_model k on k.model_id = y.model_id
  where y.id = d.id
  and (not coalesce(k.stores_data, true) or exists (
      select
      from equipment_wipe w
      where w.equipment_id = y.id
      and w.clean
      and w.at >= y.state_since))) as wiped
from unnest($1::uuid[]) d(id);
-- index: account_pkey, catalogue_item_pkey, commune_pkey, contract_holder_pkey, contract_pkey, equipment_by_seen, equipment_id_is_container_state_site_id_key, order_and_its_ticket, room_id_school_id_key, school_pkey, stock_place_pkey
select i.name as "modelName", i.maker, i.picture, i.training_module as "trainingModule", s.name as "schoolName", m.name as "communeName", r.id as "roomId", r.name as "roomName", p.name as "stockPlaceName", c.tag as "containerTag", o.number as "orderNumber", k.number as "contractNumber", h.name as "supplierName", e.net_cents + (e.net_cents * e.vat_basis_points + 5000) / 10000 as "priceCents", a.name as "lastSeenBy"
from equipment e
join catalogue_item i on i.id = e.model_id
left join school s on s.id = e.school_id
left join commune m on m.id = s.commune_id
left join equipment c on c.id = e.container_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
left join stock_place p on p.id = coalesce(e.stock_place_id, c.stock_place_id)
left join installation_order o on o.id = e.order_id
left join contract k on k.id = e.contract_id
left join contract_holder h on h.id = k.holder_id
left join account a on a.id = e.last_seen_by
where e.id = $1;
-- index: account_pkey, equipment_id_is_container_state_site_id_key, equipment_move_equipment, room_id_school_id_key, school_pkey, stock_place_pkey
select v.action, v.from_state as "fromState", v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason, v.detail, coalesce(p.name, r.name || ', ' || s.name, c.tag) as place
from equipment_move v
left join account a on a.id = v.account_id
left join stock_place p on p.id = v.stock_place_id
left join room r on r.id = v.room_id
left join school s on s.id = v.school_id
left join equipment c on c.id = v.container_id
where v.equipment_id = $1
and ($2::uuid is null or v.school_id is null or v.school_id = $2)
order by v.at desc, v.id desc
limit 200;
