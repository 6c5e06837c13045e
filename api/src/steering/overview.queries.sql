-- Pilotage · committee · GET /api/v1/steering/overview
-- index: convention_site_convention_id_school_id_from_day_key, convention_state, envelope_once, installation_order_school, ledger_chain_amounts, school_pkey; read whole: school
with reached as (
  select s.id, s.sector
  from school s
  where true), of_year as (
  select o.*
  from installation_order o
  join reached r on r.id = o.school_id
  where o.submitted_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Paris')
  and o.submitted_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Paris'))
select json_build_object( 'year', $1::int, 'schools', (
    select count(*)
    from reached), 'schoolsThatOrdered', (
    select count(distinct o.school_id)
    from of_year o
    where not o.state in ('draft', 'discarded')), 'budgets', coalesce((
      select json_agg(q)
      from (
        select e.year, e.kind, r.sector, sum(l.opened_after) as "openedCents", sum(l.spent_after) as "spentCents", sum(l.committed_after) as "committedCents", sum(l.reserved_after) as "reservedCents", sum(l.available_after) as "availableCents", count(*) as schools
        from envelope e
        cross join lateral (
          select *
          from ledger_entry
          where envelope_id = e.id
          order by sequence desc
          limit 1) l
        join reached r on r.id = e.school_id
        group by e.year, e.kind, r.sector
        order by e.year, e.kind, r.sector) q), '[]'), 'orders', coalesce((
      select json_agg(q)
      from (
        select o.state, count(*) as count, sum(coalesce(o.certified_cents, o.hold_cents, o.approved_cents, o.asked_cents)) as "amountCents"
        from of_year o
        where not o.state in ('draft', 'discarded')
        group by o.state
        order by o.state) q), '[]'), 'conventions', coalesce((
      select json_agg(q)
      from (
        select kind, state, count(*) as count
        from convention c
        where true
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
      and $2::date between gs.from_day and gs.to_day
      and $2::date between gc.from_day and gc.to_day)), 'medianDays', (
    select percentile_cont(0.5) within group (
      order by extract(epoch from reported_at - submitted_at) / 86400)::int
    from of_year
    where reported_at is not null) ) as overview;

-- Pilotage · commune-officer · GET /api/v1/steering/overview
-- index: convention_commune, convention_site_school, convention_state, envelope_once, installation_order_school, ledger_chain_amounts, school_commune, school_pkey
with reached as (
  select s.id, s.sector
  from school s
  where s.commune_id = $3
  and s.sector = 'public'), of_year as (
  select o.*
  from installation_order o
  join reached r on r.id = o.school_id
  where o.submitted_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Paris')
  and o.submitted_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Paris'))
select json_build_object( 'year', $1::int, 'schools', (
    select count(*)
    from reached), 'schoolsThatOrdered', (
    select count(distinct o.school_id)
    from of_year o
    where not o.state in ('draft', 'discarded')), 'budgets', coalesce((
      select json_agg(q)
      from (
        select e.year, e.kind, r.sector, sum(l.opened_after) as "openedCents", sum(l.spent_after) as "spentCents", sum(l.committed_after) as "committedCents", sum(l.reserved_after) as "reservedCents", sum(l.available_after) as "availableCents", count(*) as schools
        from envelope e
        cross join lateral (
          select *
          from ledger_entry
          where envelope_id = e.id
          order by sequence desc
          limit 1) l
        join reached r on r.id = e.school_id
        group by e.year, e.kind, r.sector
        order by e.year, e.kind, r.sector) q), '[]'), 'orders', coalesce((
      select json_agg(q)
      from (
        select o.state, count(*) as count, sum(coalesce(o.certified_cents, o.hold_cents, o.approved_cents, o.asked_cents)) as "amountCents"
        from of_year o
        where not o.state in ('draft', 'discarded')
        group by o.state
        order by o.state) q), '[]'), 'conventions', coalesce((
      select json_agg(q)
      from (
        select kind, state, count(*) as count
        from convention c
        where c.commune_id = $3
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
      and $2::date between gs.from_day and gs.to_day
      and $2::date between gc.from_day and gc.to_day)), 'medianDays', (
    select percentile_cont(0.5) within group (
      order by extract(epoch from reported_at - submitted_at) / 86400)::int
    from of_year
    where reported_at is not null) ) as overview;

-- Pilotage · private-body-officer · GET /api/v1/steering/overview
-- index: convention_body, convention_site_school, convention_state, envelope_once, installation_order_school, ledger_chain_amounts, school_managing_body, school_pkey
with reached as (
  select s.id, s.sector
  from school s
  where s.managing_body_id = $3), of_year as (
  select o.*
  from installation_order o
  join reached r on r.id = o.school_id
  where o.submitted_at >= make_timestamptz($1::int, 1, 1, 0, 0, 0, 'Europe/Paris')
  and o.submitted_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, 'Europe/Paris'))
select json_build_object( 'year', $1::int, 'schools', (
    select count(*)
    from reached), 'schoolsThatOrdered', (
    select count(distinct o.school_id)
    from of_year o
    where not o.state in ('draft', 'discarded')), 'budgets', coalesce((
      select json_agg(q)
      from (
        select e.year, e.kind, r.sector, sum(l.opened_after) as "openedCents", sum(l.spent_after) as "spentCents", sum(l.committed_after) as "committedCents", sum(l.reserved_after) as "reservedCents", sum(l.available_after) as "availableCents", count(*) as schools
        from envelope e
        cross join lateral (
          select *
          from ledger_entry
          where envelope_id = e.id
          order by sequence desc
          limit 1) l
        join reached r on r.id = e.school_id
        group by e.year, e.kind, r.sector
        order by e.year, e.kind, r.sector) q), '[]'), 'orders', coalesce((
      select json_agg(q)
      from (
        select o.state, count(*) as count, sum(coalesce(o.certified_cents, o.hold_cents, o.approved_cents, o.asked_cents)) as "amountCents"
        from of_year o
        where not o.state in ('draft', 'discarded')
        group by o.state
        order by o.state) q), '[]'), 'conventions', coalesce((
      select json_agg(q)
      from (
        select kind, state, count(*) as count
        from convention c
        where c.managing_body_id = $3
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
      and $2::date between gs.from_day and gs.to_day
      and $2::date between gc.from_day and gc.to_day)), 'medianDays', (
    select percentile_cont(0.5) within group (
      order by extract(epoch from reported_at - submitted_at) / 86400)::int
    from of_year
    where reported_at is not null) ) as overview;
