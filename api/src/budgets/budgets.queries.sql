-- Budgets · plan-manager · GET /api/v1/budgets
-- index: account_pkey, assignment_pkey, commune_pkey, envelope_once, ledger_chain_amounts, school_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $5
  and s.version = $6
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT s.id as "schoolId", s.uai as "uai", s.name as "schoolName", m.name as "communeName", s.sector as "sector", s.priority as "priority", e.id is not null as "opened", coalesce(l.opened_after, 0) as "openedCents", coalesce(l.reserved_after, 0) as "reservedCents", coalesce(l.committed_after, 0) as "committedCents", coalesce(l.spent_after, 0) as "spentCents", coalesce(l.available_after, 0) as "availableCents"
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "envelope" "e" ON e.school_id = s.id
      and e.year = $1
      and e.kind = $2
      LEFT JOIN "ledger_entry" "l" ON l.envelope_id = e.id
      and l.sequence = (
        select max(sequence)
        from ledger_entry
        where envelope_id = e.id)
      WHERE true
      AND (e.id is not null or (s.state = 'open'
          and s.state_contract is distinct from 'none'))
      ORDER BY s.name collate "fr-x-icu" ASC, s.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "envelope" "e" ON e.school_id = s.id
      and e.year = $3
      and e.kind = $4
      LEFT JOIN "ledger_entry" "l" ON l.envelope_id = e.id
      and l.sequence = (
        select max(sequence)
        from ledger_entry
        where envelope_id = e.id)
      WHERE true
      AND (e.id is not null or (s.state = 'open'
          and s.state_contract is distinct from 'none'))
      LIMIT 1001) row) counted)::text end as page;

-- Budgets · private-body-officer · GET /api/v1/budgets
-- index: account_pkey, assignment_pkey, commune_pkey, envelope_once, ledger_chain_amounts, school_managing_body, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $7
  and s.version = $8
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT s.id as "schoolId", s.uai as "uai", s.name as "schoolName", m.name as "communeName", s.sector as "sector", s.priority as "priority", e.id is not null as "opened", coalesce(l.opened_after, 0) as "openedCents", coalesce(l.reserved_after, 0) as "reservedCents", coalesce(l.committed_after, 0) as "committedCents", coalesce(l.spent_after, 0) as "spentCents", coalesce(l.available_after, 0) as "availableCents"
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "envelope" "e" ON e.school_id = s.id
      and e.year = $1
      and e.kind = $2
      LEFT JOIN "ledger_entry" "l" ON l.envelope_id = e.id
      and l.sequence = (
        select max(sequence)
        from ledger_entry
        where envelope_id = e.id)
      WHERE s.managing_body_id = $3
      AND (e.id is not null or (s.state = 'open'
          and s.state_contract is distinct from 'none'))
      ORDER BY s.name collate "fr-x-icu" ASC, s.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "envelope" "e" ON e.school_id = s.id
      and e.year = $4
      and e.kind = $5
      LEFT JOIN "ledger_entry" "l" ON l.envelope_id = e.id
      and l.sequence = (
        select max(sequence)
        from ledger_entry
        where envelope_id = e.id)
      WHERE s.managing_body_id = $6
      AND (e.id is not null or (s.state = 'open'
          and s.state_contract is distinct from 'none'))
      LIMIT 1001) row) counted)::text end as page;

-- Budgets, totaux · committee · GET /api/v1/budgets/totals
-- index: commune_pkey, envelope_once, ledger_chain_amounts, school_pkey
SELECT count(e.id)::int AS "schools", coalesce(sum(l.opened_after), 0)::bigint AS "openedCents", coalesce(sum(l.reserved_after), 0)::bigint AS "reservedCents", coalesce(sum(l.committed_after), 0)::bigint AS "committedCents", coalesce(sum(l.spent_after), 0)::bigint AS "spentCents", coalesce(sum(l.available_after), 0)::bigint AS "availableCents"
FROM "school" "s"
INNER JOIN "commune" "m" ON m.id = s.commune_id
LEFT JOIN "envelope" "e" ON e.school_id = s.id
and e.year = $1
and e.kind = $2
LEFT JOIN "ledger_entry" "l" ON l.envelope_id = e.id
and l.sequence = (
  select max(sequence)
  from ledger_entry
  where envelope_id = e.id)
WHERE true
AND (e.id is not null or (s.state = 'open'
    and s.state_contract is distinct from 'none'));
-- index: envelope_once, ledger_chain_amounts
select opened_after as "openedCents", reserved_after as "reservedCents", committed_after as "committedCents", spent_after as "spentCents", available_after as "availableCents"
from ledger_entry l
join envelope e on e.id = l.envelope_id
where e.school_id is null
and e.year = $1
and e.kind = $2
order by l.sequence desc
limit 1;
