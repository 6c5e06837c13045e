-- Répartir les budgets · plan-manager · GET /api/v1/budgets/allocations
-- index: account_pkey, envelope_pkey, ledger_entry_run; read whole: allocation_run
select r.id, r.year, r.kind, r.reason, c.name as "byName", r.applied_at as "appliedAt", coalesce((r.rule ->> 'votedCents')::bigint, 0) as "votedCents", coalesce((r.rule ->> 'complement')::boolean, false) as complement, coalesce(t.allotted, 0)::bigint as "allottedCents", coalesce(t.reserve, 0)::bigint as "reserveCents", t.schools::int as schools
from allocation_run r
left join account c on c.id = r.account_id
left join lateral (
  select sum(l.opened_change) filter (
    where e.school_id is not null) as allotted, sum(l.opened_change) filter (
    where e.school_id is null) as reserve, count(distinct e.school_id) as schools
  from ledger_entry l
  join envelope e on e.id = l.envelope_id
  where l.allocation_run_id = r.id) t on true
where $1::int is null or r.year = $1
order by r.applied_at desc, r.id desc
limit 200;

-- Répartir les budgets, barème · plan-manager · GET /api/v1/budgets/allocations/defaults?year=2027&kind=installation
-- index: none; read whole: allocation_run
select (rule ->> 'votedCents')::bigint as voted
from allocation_run
where kind = $1
and year = $2
order by applied_at, id
limit 1;
-- index: none; read whole: allocation_run
select count(*)::int as runs
from allocation_run
where year = $1
and kind = $2;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: setting_name_from_day_key
select source, from_day::text as "fromDay"
from setting
where name = $2
and from_day <= $1
order by from_day desc
limit 1;
