-- Bureau · plan-manager · GET /api/v1/home/desk
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: contract_holder_pkey, contract_of_its_holder, contract_period_contract_id_daterange_excl, convention_site_convention_id_school_id_from_day_key, convention_state, envelope_once, installation_order_state, ledger_chain_amounts
select json_build_object( 'toApprove', (
    select json_build_object('count', count(*), 'amountCents', coalesce(sum(hold_cents), 0))
    from installation_order
    where state = 'submitted'), 'late', (
    select json_build_object('count', count(*), 'amountCents', coalesce(sum(hold_cents), 0))
    from installation_order
    where state = 'submitted'
    and exists (
      select
      from convention_site gs
      join convention gc on gc.id = gs.convention_id
      where gs.school_id = installation_order.school_id
      and gc.state = 'in-force'
      and gc.kind <> 'framework'
      and $1::date between gs.from_day and gs.to_day
      and $1::date between gc.from_day and gc.to_day)
    and (submitted_at at time zone 'Europe/Paris')::date <= $2::date), 'toCertify', (
    select json_build_object('count', count(*), 'amountCents', coalesce(sum(reported_cents), 0))
    from installation_order
    where state = 'confirmed'), 'toVerify', (
    select json_build_object('count', count(*), 'amountCents', coalesce(sum(hold_cents), 0))
    from installation_order
    where state = 'installed'
    and (reported_at at time zone 'Europe/Paris')::date <= $3::date), 'cancellations', (
    select json_build_object('count', count(*), 'amountCents', coalesce(sum(hold_cents), 0))
    from installation_order
    where state in ('approved', 'scheduled')
    and cancellation_asked_at is not null), 'budget', (
    select json_build_object('year', extract(year from $1::date)::int, 'kind', 'installation', 'openedCents', coalesce(sum(l.opened_after), 0), 'spentCents', coalesce(sum(l.spent_after), 0), 'committedCents', coalesce(sum(l.committed_after), 0), 'reservedCents', coalesce(sum(l.reserved_after), 0), 'availableCents', coalesce(sum(l.available_after), 0))
    from envelope e
    cross join lateral (
      select *
      from ledger_entry
      where envelope_id = e.id
      order by sequence desc
      limit 1) l
    where e.year = extract(year from $1::date)
    and e.kind = 'installation'
    and e.school_id is not null), 'conventions', coalesce((
      select json_agg(q)
      from (
        select id, title, state, to_day::text as "until"
        from convention c
        where (state = 'in-force'
          and to_day <= $4::date) or state in ('drafted', 'sent', 'approved', 'signed', 'expired')
        order by state = 'expired' desc, to_day nulls last, id
        limit 8) q), '[]'), 'contracts', coalesce((
      select json_agg(q)
      from (
        select c.id, c.number, c.title, h.name as "holderName", p.counted_net_cents as "countedNetCents", p.maximum_net_cents as "maximumNetCents"
        from contract_period p
        join contract c on c.id = p.contract_id
        join contract_holder h on h.id = c.holder_id
        where $1::date between p.from_day and p.to_day
        and p.counted_net_cents * 10000 >= p.maximum_net_cents * p.alert_basis_points
        order by p.counted_net_cents::numeric / nullif(p.maximum_net_cents, 0) desc nulls last, c.id
        limit 8) q), '[]') ) as desk;
