-- Ce que je peux commander · school-head · GET /api/v1/catalogue/orderable
-- index: catalogue_item_list, contract_period_contract_id_daterange_excl, contract_pkey, item_price_item_id_from_day_key
select i.category, count(*)::int as count
from catalogue_item i
join lateral (
  select unit_net_cents, vat_basis_points
  from item_price
  where item_id = i.id
  and from_day <= $1::date
  order by from_day desc
  limit 1) p on true
left join contract k on k.id = i.contract_id
left join contract_holder h on h.id = k.holder_id
where i.state = 'validated'
and (i.contract_id is null or exists (
    select
    from contract_period cp
    where cp.contract_id = k.id
    and $1::date between cp.from_day and cp.to_day
    and $1::date between k.from_day and k.to_day))
and search_text(i.name || ' ' || i.reference || ' ' || i.description) like all (search_patterns($2))
group by i.category
order by i.category;
-- index: catalogue_item_list, contract_holder_pkey, contract_period_contract_id_daterange_excl, contract_pkey, item_price_item_id_from_day_key
select i.id, i.kind, i.category, i.reference, i.name, i.description, i.includes, i.excludes, i.unit, i.picture, i.delay_working_days as "delayWorkingDays", i.remote, p.unit_net_cents as "unitNetCents", p.vat_basis_points as "vatBasisPoints", case when k.id is null then 'metropole' else 'contract' end as performer, coalesce(h.name, 'Métropole') as "performerName", i.contract_id as "contractId", array_remove(array[case when i.needs_power then 'power' end, case when i.needs_network then 'network' end, case when i.needs_furniture then 'furniture' end], null) as needs, i.training_module as "trainingModule", i.investment, i.on_quote as "onQuote"
from catalogue_item i
join lateral (
  select unit_net_cents, vat_basis_points
  from item_price
  where item_id = i.id
  and from_day <= $1::date
  order by from_day desc
  limit 1) p on true
left join contract k on k.id = i.contract_id
left join contract_holder h on h.id = k.holder_id
where i.state = 'validated'
and (i.contract_id is null or exists (
    select
    from contract_period cp
    where cp.contract_id = k.id
    and $1::date between cp.from_day and cp.to_day
    and $1::date between k.from_day and k.to_day))
and search_text(i.name || ' ' || i.reference || ' ' || i.description) like all (search_patterns($2))
and ($3::text is null or i.category = $3)
order by plain_text(i.name), i.id
limit $4;

-- Ce que je peux commander, recherche · school-head · GET /api/v1/catalogue/orderable?search=ecran
-- index: catalogue_item_list, contract_period_contract_id_daterange_excl, contract_pkey, item_price_item_id_from_day_key
select i.category, count(*)::int as count
from catalogue_item i
join lateral (
  select unit_net_cents, vat_basis_points
  from item_price
  where item_id = i.id
  and from_day <= $1::date
  order by from_day desc
  limit 1) p on true
left join contract k on k.id = i.contract_id
left join contract_holder h on h.id = k.holder_id
where i.state = 'validated'
and (i.contract_id is null or exists (
    select
    from contract_period cp
    where cp.contract_id = k.id
    and $1::date between cp.from_day and cp.to_day
    and $1::date between k.from_day and k.to_day))
and search_text(i.name || ' ' || i.reference || ' ' || i.description) like all (search_patterns($2))
group by i.category
order by i.category;
-- index: catalogue_item_list, contract_holder_pkey, contract_period_contract_id_daterange_excl, contract_pkey, item_price_item_id_from_day_key
select i.id, i.kind, i.category, i.reference, i.name, i.description, i.includes, i.excludes, i.unit, i.picture, i.delay_working_days as "delayWorkingDays", i.remote, p.unit_net_cents as "unitNetCents", p.vat_basis_points as "vatBasisPoints", case when k.id is null then 'metropole' else 'contract' end as performer, coalesce(h.name, 'Métropole') as "performerName", i.contract_id as "contractId", array_remove(array[case when i.needs_power then 'power' end, case when i.needs_network then 'network' end, case when i.needs_furniture then 'furniture' end], null) as needs, i.training_module as "trainingModule", i.investment, i.on_quote as "onQuote"
from catalogue_item i
join lateral (
  select unit_net_cents, vat_basis_points
  from item_price
  where item_id = i.id
  and from_day <= $1::date
  order by from_day desc
  limit 1) p on true
left join contract k on k.id = i.contract_id
left join contract_holder h on h.id = k.holder_id
where i.state = 'validated'
and (i.contract_id is null or exists (
    select
    from contract_period cp
    where cp.contract_id = k.id
    and $1::date between cp.from_day and cp.to_day
    and $1::date between k.from_day and k.to_day))
and search_text(i.name || ' ' || i.reference || ' ' || i.description) like all (search_patterns($2))
and ($3::text is null or i.category = $3)
order by plain_text(i.name), i.id
limit $4;
