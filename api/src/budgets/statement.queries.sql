-- Relevé d’une enveloppe · school-head · GET /api/v1/schools/:school/budgets/2026/installation/entries
-- index: envelope_once, envelope_pkey, ledger_chain_amounts, ledger_entry_pair, order_and_its_ticket, order_move_order, school_pkey
SELECT e.id as id, e.sequence as sequence, e.posted_at as at, e.kind as kind, e.opened_change as "openedChange", e.reserved_change as "reservedChange", e.committed_change as "committedChange", e.spent_change as "spentChange", e.available_after as "availableAfterCents", e.hold_cents as "opensCents", e.resolves_hold as "resolvesHold", e.resolves_cents as "resolvesCents", e.reverses_id is not null as corrects, case when e.order_id is null or e.reverses_id is not null then e.reason end as reason, "o"."id" as "orderId", "o"."number" as "orderNumber", "o"."title" as "orderTitle", p.id is not null as paired, v.school_id as "otherSchoolId", v.kind as "otherKind", v.year as "otherYear", case when s.id = $1 then s.name end as "otherName", (
  select json_build_object('action', m.action, 'bySystem', m.role = 'system')
  from order_move m
  where m.order_id = e.order_id
  and m.at = e.posted_at
  and (m.action <> 'submit' or e.kind = 'reservation')
  order by m.id desc
  limit 1) AS "move"
FROM "ledger_entry" "e"
INNER JOIN "envelope" "n" ON n.id = e.envelope_id
LEFT JOIN "installation_order" "o" ON "o"."id" = e.order_id
LEFT JOIN "ledger_entry" "p" ON p.pair_id = e.pair_id
and p.id <> e.id
LEFT JOIN "envelope" "v" ON v.id = p.envelope_id
LEFT JOIN "school" "s" ON s.id = v.school_id
WHERE n.school_id = $2
and n.year = $3
and n.kind = $4
ORDER BY e.sequence ASC;
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
