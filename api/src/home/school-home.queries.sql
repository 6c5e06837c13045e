-- Accueil de l’école · school-head · GET /api/v1/home/school
-- index: convention_pkey, convention_site_school
select c.id, c.title, c.state, least(cs.to_day, c.to_day)::text as until, c.state = 'in-force'
and $2::date between cs.from_day and cs.to_day
and $2::date between c.from_day and c.to_day as open
from convention_site cs
join convention c on c.id = cs.convention_id
where cs.school_id = $1
and c.kind <> 'framework'
order by open desc nulls last, c.state = 'signed' desc, cs.to_day desc, c.id
limit 1;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: commune_pkey, envelope_once, installation_order_school, ledger_chain_amounts, school_pkey
select s.name as "schoolName", m.name as "communeName", (
  select json_build_object('year', e.year, 'kind', e.kind, 'openedCents', coalesce(l.opened_after, 0), 'spentCents', coalesce(l.spent_after, 0), 'committedCents', coalesce(l.committed_after, 0), 'reservedCents', coalesce(l.reserved_after, 0), 'availableCents', coalesce(l.available_after, 0))
  from envelope e
  left join lateral (
    select *
    from ledger_entry
    where envelope_id = e.id
    order by sequence desc
    limit 1) l on true
  where e.school_id = s.id
  and e.year = $2
  and e.kind = 'installation') as budget, coalesce((
    select json_agg(q)
    from (
      select o.id, o.number, o.title, o.state, o.version, coalesce(o.hold_cents, o.asked_cents) as "amountCents", o.state_since as "stateSince", case when o.state in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then o.planned_from end as "plannedFrom"
      from installation_order o
      where o.school_id = s.id
      and o.state in ('draft', 'submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed')
      order by o.state_since desc, o.id desc
      limit 30) q), '[]') as orders
from school s
join commune m on m.id = s.commune_id
where s.id = $1;
