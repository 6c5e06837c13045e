-- Calendrier des prêts · plan-manager · GET /api/v1/loans/calendar?from=2026-10-06&weeks=3
-- index: catalogue_item_pkey, equipment_by_seen, equipment_contents, loan_kit_named_once, loan_never_overlaps, loan_of_device, school_pkey, stock_place_pkey
select coalesce(json_agg(row
    order by row.name), '[]') as kits
from (
  select k.id, k.version, k.name, k.equipment_id as "equipmentId", e.tag, i.name as "modelName", case when e.is_container then (
    select count(*)::int
    from equipment y
    where y.container_id = e.id) else 0 end as contents, k.accessories, k.checking_half_days as "checkingHalfDays", k.needs_approval as "needsApproval", k.kinds, k.offered, e.state as "equipmentState", p.name as "homePlace", coalesce((
      select json_agg(bar
        order by bar.starts)
      from (
        select l.id, l.number, l.state, s.name as "schoolName", l.starts, l.ends, case when (l.state = 'out'
          and l.ends <= $1::int) or (l.state = 'returned'
          and l.held_until <= $1::int) then (
          select min(n.starts)
          from loan n
          where n.equipment_id = l.equipment_id
          and n.state in ('requested', 'approved')
          and n.starts > l.starts
          and n.ends > $1::int) else l.held_until end as "heldUntil", (l.state = 'out'
          and l.ends <= $1::int) as late
        from loan l
        join school s on s.id = l.school_id
        where l.equipment_id = k.equipment_id
        and l.starts < $3::int
        and (l.ends > $2::int or coalesce(case when (l.state = 'out'
              and l.ends <= $1::int) or (l.state = 'returned'
              and l.held_until <= $1::int) then (
              select min(n.starts)
              from loan n
              where n.equipment_id = l.equipment_id
              and n.state in ('requested', 'approved')
              and n.starts > l.starts
              and n.ends > $1::int) else l.held_until end > $2::int, true))
        and l.state in ('requested', 'approved', 'out', 'returned', 'closed')
        order by l.starts
        limit 200) bar), '[]') as loans
  from loan_kit k
  join equipment e on e.id = k.equipment_id
  join catalogue_item i on i.id = e.model_id
  left join stock_place p on p.id = e.stock_place_id
  order by k.name
  limit 200) row;
