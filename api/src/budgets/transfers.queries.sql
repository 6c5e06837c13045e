-- Virements · plan-manager · GET /api/v1/budgets/transfers
-- index: account_by_name, account_pkey, assignment_pkey, envelope_pkey, ledger_entry_pair, school_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $1
  and s.version = $2
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT g.pair_id AS "id", g.posted_at AS "at", ge.year AS "year", -g.opened_change AS "amountCents", json_build_object('schoolId', ge.school_id, 'kind', ge.kind, 'schoolName', s.name) AS "from", json_build_object('schoolId', re.school_id, 'kind', re.kind, 'schoolName', rs.name) AS "to", g.reason AS "reason", c.name AS "byName"
      FROM "ledger_entry" "g"
      INNER JOIN "envelope" "ge" ON ge.id = g.envelope_id
      INNER JOIN "ledger_entry" "r" ON r.pair_id = g.pair_id
      and r.id <> g.id
      INNER JOIN "envelope" "re" ON re.id = r.envelope_id
      LEFT JOIN "school" "s" ON s.id = ge.school_id
      LEFT JOIN "school" "rs" ON rs.id = re.school_id
      LEFT JOIN "account" "c" ON c.id::text = g.actor
      WHERE g.kind = 'transfer'
      and g.opened_change < 0
      AND true
      ORDER BY g.posted_at DESC, g.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ledger_entry" "g"
      INNER JOIN "envelope" "ge" ON ge.id = g.envelope_id
      INNER JOIN "ledger_entry" "r" ON r.pair_id = g.pair_id
      and r.id <> g.id
      INNER JOIN "envelope" "re" ON re.id = r.envelope_id
      LEFT JOIN "school" "s" ON s.id = ge.school_id
      LEFT JOIN "school" "rs" ON rs.id = re.school_id
      WHERE g.kind = 'transfer'
      and g.opened_change < 0
      AND true
      LIMIT 1001) row) counted)::text end as page;
