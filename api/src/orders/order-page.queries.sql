-- Commande · plan-manager · GET /api/v1/orders/:order
-- index: order_line_order_id_position_key
SELECT "l"."id" AS "l_id", "l"."order_id" AS "l_order_id", "l"."position" AS "l_position", "l"."item_id" AS "l_item_id", "l"."item_name" AS "l_item_name", "l"."unit" AS "l_unit", "l"."room_id" AS "l_room_id", "l"."extra" AS "l_extra", "l"."quoted" AS "l_quoted", "l"."quantity_asked" AS "l_quantity_asked", "l"."quantity_approved" AS "l_quantity_approved", "l"."quantity_done" AS "l_quantity_done", "l"."unit_net_cents" AS "l_unit_net_cents", "l"."vat_basis_points" AS "l_vat_basis_points", "l"."decision_reason" AS "l_decision_reason", "l"."less_reason" AS "l_less_reason", "l"."equipment" AS "l_equipment"
FROM "order_line" "l"
WHERE "l"."order_id" = $1
ORDER BY "l"."position" ASC;
-- index: installation_order_id_school_id_key, school_pkey
SELECT "o"."id" AS "o_id", "o"."number" AS "o_number", "o"."kind" AS "o_kind", "o"."ticket_id" AS "o_ticket_id", "o"."basket_id" AS "o_basket_id", "o"."school_id" AS "o_school_id", "o"."school_uai" AS "o_school_uai", "o"."state" AS "o_state", "o"."title" AS "o_title", "o"."note" AS "o_note", "o"."contact" AS "o_contact", "o"."wishes" AS "o_wishes", "o"."prerequisites" AS "o_prerequisites", "o"."performer" AS "o_performer", "o"."contract_id" AS "o_contract_id", "o"."contract_period_id" AS "o_contract_period_id", "o"."counted_net_cents" AS "o_counted_net_cents", "o"."purchase_order_number" AS "o_purchase_order_number", "o"."envelope_id" AS "o_envelope_id", "o"."hold_id" AS "o_hold_id", "o"."hold_kind" AS "o_hold_kind", "o"."hold_cents" AS "o_hold_cents", "o"."asked_cents" AS "o_asked_cents", "o"."automatic_cents" AS "o_automatic_cents", "o"."approved_cents" AS "o_approved_cents", "o"."reported_cents" AS "o_reported_cents", "o"."certified_cents" AS "o_certified_cents", "o"."created_by" AS "o_created_by", "o"."created_at" AS "o_created_at", "o"."submitted_by" AS "o_submitted_by", "o"."submitted_at" AS "o_submitted_at", "o"."decided_at" AS "o_decided_at", "o"."assigned_account_id" AS "o_assigned_account_id", "o"."ever_started" AS "o_ever_started", "o"."reported_at" AS "o_reported_at", "o"."report_note" AS "o_report_note", "o"."performed_by" AS "o_performed_by", "o"."confirmed_at" AS "o_confirmed_at", "o"."confirmed_by" AS "o_confirmed_by", "o"."confirmed_by_default_by" AS "o_confirmed_by_default_by", "o"."certified_at" AS "o_certified_at", "o"."certified_by" AS "o_certified_by", "o"."invoice_number" AS "o_invoice_number", "o"."cancellation_asked_at" AS "o_cancellation_asked_at", "o"."state_since" AS "o_state_since", "o"."version" AS "o_version"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
WHERE "o"."id" = $1
AND not "o"."state" in ('draft', 'discarded');
-- index: installation_order_basket, school_pkey
SELECT "o"."id" as id, "o"."number" as number, "o"."state" as state
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
WHERE not "o"."state" in ('draft', 'discarded')
AND "o"."basket_id" = $1
and "o"."id" <> $2
and "o"."state" <> 'discarded'
ORDER BY "o"."number" collate by_number ASC, "o"."id" ASC;
-- index: account_pkey, assignment_account, assignment_school, catalogue_item_pkey, commune_pkey, contract_holder_pkey, contract_pkey, envelope_once, envelope_pkey, equipment_by_seen, ledger_chain_amounts, order_and_its_ticket, order_device_equipment, order_file_order, order_line_order_id_position_key, order_move_order, room_id_school_id_key, school_pkey, setting_name_from_day_key, ticket_id_school_id_key, training_enrolment_present, training_enrolment_seat_once, training_guest_of_school, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_module_model_pkey, training_session_id_state_key, training_session_of_module, training_session_told_by_start; read whole: catalogue_item
select json_build_object('id', s.id, 'uai', s.uai, 'name', s.name, 'communeName', m.name, 'sector', s.sector, 'priority', s.priority, 'address', nullif(concat_ws(', ', s.address, s.postal_code || ' ' || m.name), '')) as school, json_build_object('keyHolder', s.key_holder, 'alarm', s.alarm, 'presenceNeeded', s.presence_needed) as place, tk.number as "ticketNumber", json_build_object('firm', h.name, 'technician', t.name) as performer, case when o.state in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then o.planned_from end as "plannedFrom", case when o.state in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then o.planned_to end as "plannedTo", coalesce((
    select json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'itemKind', i.kind, 'itemName', l.item_name, 'unit', l.unit, 'roomId', l.room_id, 'roomName', r.name, 'extra', l.extra, 'quantityAsked', l.quantity_asked, 'quantityApproved', l.quantity_approved, 'quantityDone', l.quantity_done, 'unitNetCents', l.unit_net_cents, 'vatBasisPoints', l.vat_basis_points, 'decisionReason', l.decision_reason, 'lessReason', l.less_reason, 'equipment', l.equipment, 'devices', coalesce((
            select json_agg(json_build_object('id', e.id, 'tag', e.tag, 'serial', e.serial, 'modelName', n.name, 'deed', d.deed, 'away', e.school_id is distinct from o.school_id)
              order by e.tag)
            from order_device d
            join equipment e on e.id = d.equipment_id
            join catalogue_item n on n.id = e.model_id
            where d.line_id = l.id), '[]'), 'trainingModule', i.training_module, 'trainingWaits', (i.training_module is not null
          and not exists (
            select
            from (
              select y.id
              from catalogue_item y
              where y.kind = 'model'
              and (y.id = i.id or i.kind <> 'model'
                and y.training_module = i.training_module)) y
            where (
              select case when r.shown or r.here >= coalesce((
                  select (value #>> '{}')::int
                  from setting
                  where name = 'training.minTeachers'
                  and from_day <= $2::date
                  order by from_day desc
                  limit 1), 1) then 'ready' when not (false) then 'waits' when r.here = 0
              and exists (
                select n.account_id, t.ends_at as at
                from training_enrolment n
                join training_session t on t.id = n.session_id
                and t.state = 'closed'
                join training_module_model opening on opening.module_id = t.module_id
                and opening.model_id = y.id
                where n.school_id = o.school_id
                and n.present
                and n.left_at is null
                union all
                select h.account_id, h.at
                from training_handover h
                where h.school_id = o.school_id
                and h.model_id = y.id) then 'flagged' else 'ready' end
              from (
                select (
                  select count(*)::int
                  from (
                    select distinct a.account_id
                    from assignment a
                    join account c on c.id = a.account_id
                    and c.active
                    where a.school_id = o.school_id
                    and a.role in ('school-head', 'teacher')
                    and a.from_day <= $2::date
                    and (a.to_day is null or a.to_day > $2::date)) w
                  where (exists (
                      select
                      from training_enrolment n
                      join training_session t on t.id = n.session_id
                      and t.state = 'closed'
                      join training_module_model opening on opening.module_id = t.module_id
                      and opening.model_id = y.id
                      where n.account_id = w.account_id
                      and n.present
                      and n.left_at is null) or exists (
                      select
                      from training_handover h
                      where h.account_id = w.account_id
                      and h.model_id = y.id))) as here, exists (
                  select
                  from training_handover h
                  where h.school_id = o.school_id
                  and h.model_id = y.id
                  and exists (
                    select
                    from assignment a
                    join account c on c.id = a.account_id
                    and c.active
                    where a.account_id = h.account_id
                    and a.school_id = o.school_id
                    and a.role in ('school-head', 'teacher')
                    and a.from_day <= $2::date
                    and (a.to_day is null or a.to_day > $2::date))) as shown) r) = 'ready')), 'trainingNextAt', case when i.training_module is not null then (
          select min(t.starts_at)
          from training_session t
          where t.state in ('open', 'confirmed')
          and t.starts_at > $3::timestamptz
          and t.capacity > (
            select count(*)::int
            from training_enrolment n
            where n.session_id = t.id
            and n.seat is not null)
          and (t.circonscription_id = (
              select circonscription_id
              from school
              where id = o.school_id) or exists (
              select
              from training_guest g
              where g.session_id = t.id
              and g.school_id = o.school_id))
          and exists (
            select
            from training_module_model opening
            where opening.module_id = t.module_id
            and opening.model_id in (
              select y.id
              from catalogue_item y
              where y.kind = 'model'
              and (y.id = i.id or i.kind <> 'model'
                and y.training_module = i.training_module)))) end)
      order by l.position)
    from order_line l
    join catalogue_item i on i.id = l.item_id
    left join room r on r.id = l.room_id
    where l.order_id = o.id), '[]') as lines, coalesce((
    select json_agg(json_build_object('action', v.action, 'role', v.role, 'deputy', v.deputy, 'name', c.name, 'at', v.at, 'reason', v.reason, 'detail', v.detail)
      order by v.at desc, v.id desc)
    from order_move v
    left join account c on c.id = v.account_id
    where v.order_id = o.id), '[]') as thread, coalesce((
    select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'createdAt', f.created_at)
      order by f.created_at, f.id)
    from order_file f
    where f.order_id = o.id), '[]') as files, (
  select json_build_object('year', e.year, 'kind', e.kind, 'openedCents', coalesce(l.opened_after, 0), 'spentCents', coalesce(l.spent_after, 0), 'committedCents', coalesce(l.committed_after, 0), 'reservedCents', coalesce(l.reserved_after, 0), 'availableCents', coalesce(l.available_after, 0))
  from envelope e
  left join lateral (
    select *
    from ledger_entry
    where envelope_id = e.id
    order by sequence desc
    limit 1) l on true
  where e.id = coalesce(o.envelope_id, (
      select id
      from envelope
      where school_id = o.school_id
      and kind = o.kind
      and year = extract(year from now() at time zone 'Europe/Paris')))) as budget
from installation_order o
join school s on s.id = o.school_id
join commune m on m.id = s.commune_id
left join contract k on k.id = o.contract_id
left join contract_holder h on h.id = k.holder_id
left join account t on t.id = o.assigned_account_id
left join ticket tk on tk.id = o.ticket_id
where o.id = $1;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: contract_pkey
select holder_id
from contract
where id = $1;
