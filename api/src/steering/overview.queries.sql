-- Pilotage · committee · GET /api/v1/steering/overview
-- index: convention_site_convention_id_school_id_from_day_key, convention_state, envelope_once, installation_order_school, ledger_chain_amounts, school_pkey; read whole: school
with reached as (
  select id, sector
  from school
  where case $2::text when 'all' then true when 'commune' then commune_id = $3::uuid
  and sector = 'public' when 'body' then managing_body_id = $3::uuid
  and sector = 'private' else false end), last as (
  select e.year, e.kind, r.sector, l.*
  from envelope e
  join reached r on r.id = e.school_id
  cross join lateral (
    select opened_after, reserved_after, committed_after, spent_after, available_after
    from ledger_entry
    where envelope_id = e.id
    order by sequence desc
    limit 1) l ), of_year as (
  select o.*
  from installation_order o
  join reached r on r.id = o.school_id
  where o.submitted_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Paris')
  and o.submitted_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Paris'))
select json_build_object( 'year', $1::int, 'schools', (
    select count(*)
    from reached), 'schoolsThatOrdered', (
    select count(distinct school_id)
    from of_year
    where state not in ('draft', 'discarded')), 'budgets', coalesce((
      select json_agg(q)
      from (
        select year, kind, sector, sum(opened_after) as "openedCents", sum(reserved_after) as "reservedCents", sum(committed_after) as "committedCents", sum(spent_after) as "spentCents", sum(available_after) as "availableCents", count(*) as schools
        from last
        group by year, kind, sector
        order by year, kind, sector) q), '[]'), 'orders', coalesce((
      select json_agg(q)
      from (
        select state, count(*) as count, sum(coalesce(certified_cents, hold_cents, approved_cents, asked_cents)) as "amountCents"
        from of_year
        where state not in ('draft', 'discarded')
        group by state
        order by state) q), '[]'), 'conventions', coalesce((
      select json_agg(q)
      from (
        select kind, state, count(*) as count
        from convention c
        where case $2::text when 'all' then true when 'commune' then c.commune_id = $3::uuid when 'body' then c.managing_body_id = $3::uuid else false end
        group by kind, state
        order by kind, state) q), '[]'), 'blockedSchools', (
    select count(*)
    from reached r
    join school s on s.id = r.id
    where s.state = 'open'
    and s.state_contract is distinct from 'none'
    and not exists (
      select
      from convention_site gs
      join convention gc on gc.id = gs.convention_id
      where gs.school_id = s.id
      and gc.state = 'in-force'
      and gc.kind <> 'framework'
      and $4::date between gs.from_day and gs.to_day
      and $4::date between gc.from_day and gc.to_day)), 'medianDays', (
    select percentile_cont(0.5) within group (
      order by extract(epoch from reported_at - submitted_at) / 86400)::int
    from of_year
    where reported_at is not null) ) as overview;

-- Pilotage · commune-officer · GET /api/v1/steering/overview
-- index: convention_site_convention_id_school_id_from_day_key, convention_state, envelope_once, installation_order_school, ledger_chain_amounts, school_pkey; read whole: school
with reached as (
  select id, sector
  from school
  where case $2::text when 'all' then true when 'commune' then commune_id = $3::uuid
  and sector = 'public' when 'body' then managing_body_id = $3::uuid
  and sector = 'private' else false end), last as (
  select e.year, e.kind, r.sector, l.*
  from envelope e
  join reached r on r.id = e.school_id
  cross join lateral (
    select opened_after, reserved_after, committed_after, spent_after, available_after
    from ledger_entry
    where envelope_id = e.id
    order by sequence desc
    limit 1) l ), of_year as (
  select o.*
  from installation_order o
  join reached r on r.id = o.school_id
  where o.submitted_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Paris')
  and o.submitted_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Paris'))
select json_build_object( 'year', $1::int, 'schools', (
    select count(*)
    from reached), 'schoolsThatOrdered', (
    select count(distinct school_id)
    from of_year
    where state not in ('draft', 'discarded')), 'budgets', coalesce((
      select json_agg(q)
      from (
        select year, kind, sector, sum(opened_after) as "openedCents", sum(reserved_after) as "reservedCents", sum(committed_after) as "committedCents", sum(spent_after) as "spentCents", sum(available_after) as "availableCents", count(*) as schools
        from last
        group by year, kind, sector
        order by year, kind, sector) q), '[]'), 'orders', coalesce((
      select json_agg(q)
      from (
        select state, count(*) as count, sum(coalesce(certified_cents, hold_cents, approved_cents, asked_cents)) as "amountCents"
        from of_year
        where state not in ('draft', 'discarded')
        group by state
        order by state) q), '[]'), 'conventions', coalesce((
      select json_agg(q)
      from (
        select kind, state, count(*) as count
        from convention c
        where case $2::text when 'all' then true when 'commune' then c.commune_id = $3::uuid when 'body' then c.managing_body_id = $3::uuid else false end
        group by kind, state
        order by kind, state) q), '[]'), 'blockedSchools', (
    select count(*)
    from reached r
    join school s on s.id = r.id
    where s.state = 'open'
    and s.state_contract is distinct from 'none'
    and not exists (
      select
      from convention_site gs
      join convention gc on gc.id = gs.convention_id
      where gs.school_id = s.id
      and gc.state = 'in-force'
      and gc.kind <> 'framework'
      and $4::date between gs.from_day and gs.to_day
      and $4::date between gc.from_day and gc.to_day)), 'medianDays', (
    select percentile_cont(0.5) within group (
      order by extract(epoch from reported_at - submitted_at) / 86400)::int
    from of_year
    where reported_at is not null) ) as overview;

-- Pilotage · private-body-officer · GET /api/v1/steering/overview
-- index: convention_site_convention_id_school_id_from_day_key, convention_state, envelope_once, installation_order_school, ledger_chain_amounts, school_pkey; read whole: school
with reached as (
  select id, sector
  from school
  where case $2::text when 'all' then true when 'commune' then commune_id = $3::uuid
  and sector = 'public' when 'body' then managing_body_id = $3::uuid
  and sector = 'private' else false end), last as (
  select e.year, e.kind, r.sector, l.*
  from envelope e
  join reached r on r.id = e.school_id
  cross join lateral (
    select opened_after, reserved_after, committed_after, spent_after, available_after
    from ledger_entry
    where envelope_id = e.id
    order by sequence desc
    limit 1) l ), of_year as (
  select o.*
  from installation_order o
  join reached r on r.id = o.school_id
  where o.submitted_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Paris')
  and o.submitted_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Paris'))
select json_build_object( 'year', $1::int, 'schools', (
    select count(*)
    from reached), 'schoolsThatOrdered', (
    select count(distinct school_id)
    from of_year
    where state not in ('draft', 'discarded')), 'budgets', coalesce((
      select json_agg(q)
      from (
        select year, kind, sector, sum(opened_after) as "openedCents", sum(reserved_after) as "reservedCents", sum(committed_after) as "committedCents", sum(spent_after) as "spentCents", sum(available_after) as "availableCents", count(*) as schools
        from last
        group by year, kind, sector
        order by year, kind, sector) q), '[]'), 'orders', coalesce((
      select json_agg(q)
      from (
        select state, count(*) as count, sum(coalesce(certified_cents, hold_cents, approved_cents, asked_cents)) as "amountCents"
        from of_year
        where state not in ('draft', 'discarded')
        group by state
        order by state) q), '[]'), 'conventions', coalesce((
      select json_agg(q)
      from (
        select kind, state, count(*) as count
        from convention c
        where case $2::text when 'all' then true when 'commune' then c.commune_id = $3::uuid when 'body' then c.managing_body_id = $3::uuid else false end
        group by kind, state
        order by kind, state) q), '[]'), 'blockedSchools', (
    select count(*)
    from reached r
    join school s on s.id = r.id
    where s.state = 'open'
    and s.state_contract is distinct from 'none'
    and not exists (
      select
      from convention_site gs
      join convention gc on gc.id = gs.convention_id
      where gs.school_id = s.id
      and gc.state = 'in-force'
      and gc.kind <> 'framework'
      and $4::date between gs.from_day and gs.to_day
      and $4::date between gc.from_day and gc.to_day)), 'medianDays', (
    select percentile_cont(0.5) within group (
      order by extract(epoch from reported_at - submitted_at) / 86400)::int
    from of_year
    where reported_at is not null) ) as overview;
