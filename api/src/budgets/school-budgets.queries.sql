-- Budget de l’école · school-head · GET /api/v1/schools/:school/budgets
-- index: commune_pkey, school_pkey
SELECT s.id as id, s.uai as uai, s.name as name, m.name as "communeName", s.state as state, s.state_contract is distinct from 'none' as eligible
FROM "school" "s"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE s.id = $1
AND s.id = $2;
-- index: envelope_once, ledger_chain_amounts
select e.year, e.kind, e.closed_on::text as "closedOn", coalesce(l.opened_after, 0) as "openedCents", coalesce(l.spent_after, 0) as "spentCents", coalesce(l.committed_after, 0) as "committedCents", coalesce(l.reserved_after, 0) as "reservedCents", coalesce(l.available_after, 0) as "availableCents", coalesce(t.allocated, 0)::bigint as "allocatedCents", coalesce(t.transferred, 0)::bigint as "transferredCents", coalesce(t.carried, 0)::bigint as "carriedCents", coalesce(-t.lapsed, 0)::bigint as "lapsedCents", t.orders::int as orders
from envelope e
left join lateral (
  select *
  from ledger_entry
  where envelope_id = e.id
  order by sequence desc
  limit 1) l on true
left join lateral (
  select sum(opened_change) filter (
    where kind in ('allocation', 'provisional-allocation')) as allocated, sum(opened_change) filter (
    where kind = 'transfer') as transferred, sum(opened_change) filter (
    where kind = 'carry-over') as carried, sum(opened_change) filter (
    where kind = 'lapse') as lapsed, count(distinct order_id) as orders
  from ledger_entry
  where envelope_id = e.id) t on true
where e.school_id = $1
and e.year = $2
and ($3::text is null or e.kind = $3)
order by e.kind;
-- index: envelope_once
select year, kind
from envelope
where school_id = $1
order by year desc, kind;
