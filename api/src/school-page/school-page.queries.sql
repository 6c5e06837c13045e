-- École · plan-manager · GET /api/v1/schools/:school
-- index: installation_order_school, school_pkey
SELECT "o"."state" as state, count(*)::int as count
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
WHERE not "o"."state" in ('draft', 'discarded')
AND "o"."school_id" = $1
and "o"."state" <> 'discarded'
GROUP BY "o"."state"
ORDER BY "o"."state" ASC;
-- index: school_pkey
SELECT s.id as id, s.uai as uai, s.name as name, s.sector as sector, s.kind as kind, s.state_contract as "stateContract", s.state as state, s.presence_needed as "presenceNeeded"
FROM "school" "s"
WHERE s.id = $1
AND true;
-- index: account_pkey, assignment_school, circonscription_pkey, commune_pkey, contract_of_its_holder, envelope_once, installation_order_school, ledger_chain_amounts, managing_body_pkey, room_school_id_name_key, school_opening_hours_one_a_day, school_pkey, school_uai_pkey, school_year_figures_pkey
select json_build_object('id', s.id, 'uai', s.uai, 'name', s.name, 'version', s.version, 'sector', s.sector, 'stateContract', s.state_contract, 'kind', s.kind, 'priority', s.priority, 'state', s.state, 'closingAnnounced', s.closing_announced, 'closedToday', s.closed_on is not distinct from $2::date, 'openedOn', s.opened_on, 'hasInclusionClass', s.has_inclusion_class, 'siret', s.siret, 'commune', json_build_object('id', m.id, 'code', m.insee_code, 'name', m.name), 'circonscription', case when q.id is not null then json_build_object('id', q.id, 'code', q.code, 'name', q.name) end, 'managingBody', case when b.id is not null then json_build_object('id', b.id, 'code', null, 'name', b.name) end, 'host', case when coalesce(h.uai, s.host_uai) is not null then json_build_object('id', h.id, 'uai', coalesce(h.uai, s.host_uai), 'name', h.name) end, 'address', json_build_object('line1', s.address, 'line2', s.address_line2, 'postalCode', s.postal_code, 'latitude', s.latitude, 'longitude', s.longitude), 'presenceNeeded', s.presence_needed, 'roomCount', (
    select count(*)
    from room r
    where r.school_id = s.id
    and not r.removed), 'uais', coalesce((
      select json_agg(json_build_object('uai', u.uai, 'from', u.from_day, 'to', u.to_day)
        order by u.from_day desc, u.id)
      from school_uai u
      where u.school_id = s.id), '[]')) as identity, json_build_object('telephone', s.telephone, 'email', s.email, 'website', s.website) as contacts, json_build_object('keyHolder', s.key_holder, 'alarm', s.alarm, 'note', s.access_note) as access, coalesce((
    select json_agg(json_build_object('from', h.from_day, 'hours', h.hours)
      order by h.from_day)
    from school_opening_hours h
    where h.school_id = s.id), '[]') as hours, coalesce((
    select json_agg(json_build_object('name', c.name, 'deputy', a.deputy_of_id is not null, 'until', a.to_day - 1)
      order by a.deputy_of_id is not null, c.name, a.id)
    from assignment a
    join account c on c.id = a.account_id
    where a.school_id = s.id
    and a.role = 'school-head'
    and c.active
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date)), '[]') as people, coalesce((
    select json_agg(json_build_object('schoolYear', f.school_year, 'pupils', f.pupils, 'classes', f.classes, 'teachers', f.teachers, 'socialIndex', f.social_index)
      order by f.school_year desc)
    from school_year_figures f
    where f.school_id = s.id), '[]') as figures, coalesce((
    select json_agg(json_build_object('year', e.year, 'kind', e.kind, 'openedCents', coalesce(l.opened_after, 0), 'spentCents', coalesce(l.spent_after, 0), 'committedCents', coalesce(l.committed_after, 0), 'reservedCents', coalesce(l.reserved_after, 0), 'availableCents', coalesce(l.available_after, 0))
      order by e.kind)
    from envelope e
    left join lateral (
      select *
      from ledger_entry
      where envelope_id = e.id
      order by sequence desc
      limit 1) l on true
    where e.school_id = s.id
    and e.year = $3), '[]') as budgets, exists (
  select
  from installation_order o
  where o.school_id = s.id
  and o.contract_id in (
    select id
    from contract
    where holder_id = $4)
  and o.state in ('scheduled', 'in-progress')) as "worksThere"
from school s
join commune m on m.id = s.commune_id
left join circonscription q on q.id = s.circonscription_id
left join managing_body b on b.id = s.managing_body_id
left join school h on h.id = s.host_school_id
where s.id = $1;
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
