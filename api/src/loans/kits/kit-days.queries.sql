-- Kits à emprunter · teacher · GET /api/v1/loan-kits
-- index: school_pkey
SELECT s.id as id, s.uai as uai, s.name as name, s.sector as sector, s.kind as kind, s.state_contract as "stateContract", s.state as state, s.presence_needed as "presenceNeeded"
FROM "school" "s"
WHERE s.id = $1
AND s.id = $2;
-- index: catalogue_item_pkey, equipment_by_seen, equipment_contents, loan_kit_named_once, loan_never_overlaps
select k.id, k.name, i.name as "modelName", case when e.is_container then (
  select count(*)::int
  from equipment y
  where y.container_id = e.id) else 0 end as contents, k.accessories, k.needs_approval as "needsApproval", not exists (
  select
  from loan l
  where l.equipment_id = k.equipment_id
  and l.state in ('requested', 'approved', 'out', 'returned')
  and l.starts <= $3::int
  and coalesce(case when (l.state = 'out'
      and l.ends <= $3::int) or (l.state = 'returned'
      and l.held_until <= $3::int) then (
      select min(n.starts)
      from loan n
      where n.equipment_id = l.equipment_id
      and n.state in ('requested', 'approved')
      and n.starts > l.starts
      and n.ends > $3::int) else l.held_until end > $3::int, true)) as "freeNow", k.equipment_id as "equipmentId", k.checking_half_days as own
from loan_kit k
join equipment e on e.id = k.equipment_id
join catalogue_item i on i.id = e.model_id
where k.offered
and $1 = any(k.kinds)
and e.state in ('in-stock', 'on-loan')
and ($2::uuid is null or k.id = $2)
order by k.name
limit 200;

-- Emprunter · teacher · GET /api/v1/loan-kits/:loanKit/days?from=2026-10-06&weeks=4&days=5
-- index: school_pkey
SELECT s.id as id, s.uai as uai, s.name as name, s.sector as sector, s.kind as kind, s.state_contract as "stateContract", s.state as state, s.presence_needed as "presenceNeeded"
FROM "school" "s"
WHERE s.id = $1
AND s.id = $2;
-- index: public_holiday_pkey, school_bridge_day_answered_once, school_holiday_zone_daterange_excl, school_opening_hours_one_a_day
select coalesce((
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
      and is_holiday) p), '[]') as school, coalesce((
    select json_agg(day)
    from public_holiday), '[]') as public, coalesce((
    select json_agg(json_build_object('from', h.from_day, 'hours', h.hours)
      order by h.from_day)
    from school_opening_hours h
    where h.school_id = $1), '[]') as hours;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: catalogue_item_pkey, equipment_by_seen, equipment_contents, loan_kit_named_once, loan_never_overlaps
select k.id, k.name, i.name as "modelName", case when e.is_container then (
  select count(*)::int
  from equipment y
  where y.container_id = e.id) else 0 end as contents, k.accessories, k.needs_approval as "needsApproval", not exists (
  select
  from loan l
  where l.equipment_id = k.equipment_id
  and l.state in ('requested', 'approved', 'out', 'returned')
  and l.starts <= $3::int
  and coalesce(case when (l.state = 'out'
      and l.ends <= $3::int) or (l.state = 'returned'
      and l.held_until <= $3::int) then (
      select min(n.starts)
      from loan n
      where n.equipment_id = l.equipment_id
      and n.state in ('requested', 'approved')
      and n.starts > l.starts
      and n.ends > $3::int) else l.held_until end > $3::int, true)) as "freeNow", k.equipment_id as "equipmentId", k.checking_half_days as own
from loan_kit k
join equipment e on e.id = k.equipment_id
join catalogue_item i on i.id = e.model_id
where k.offered
and $1 = any(k.kinds)
and e.state in ('in-stock', 'on-loan')
and ($2::uuid is null or k.id = $2)
order by k.name
limit 200;
-- index: loan_never_overlaps, loan_of_device
select starts, ends, until, "schoolId", state
from (
  select l.starts, l.ends, case when (l.state = 'out'
    and l.ends <= $3::int) or (l.state = 'returned'
    and l.held_until <= $3::int) then (
    select min(n.starts)
    from loan n
    where n.equipment_id = l.equipment_id
    and n.state in ('requested', 'approved')
    and n.starts > l.starts
    and n.ends > $3::int) else l.held_until end as until, l.school_id as "schoolId", l.state
  from loan l
  where l.equipment_id = $1
  and l.state in ('requested', 'approved', 'out', 'returned')
  and ($4::uuid is null or l.id <> $4)) taken
where until is null or until > $2
order by starts;
