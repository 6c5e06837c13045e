-- Fichiers d’usage · plan-manager · GET /api/v1/usage/batches
-- index: account_pkey, assignment_pkey, session_pkey, usage_batch_by_arrival, usage_batch_of_source, usage_source_number_once
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
      SELECT b.id AS "id", o.name AS "sourceName", o.slug AS "source", b.version AS "version", b.whole AS "whole", b.received_at AS "receivedAt", b.token_id is not null AS "byToken", b.outcome AS "outcome", b.refusal AS "refusal", b.repeat_of is not null AS "receivedBefore", b.first_week AS "firstWeek", b.last_week AS "lastWeek", b.lines AS "lines", b.added AS "added", b.changed AS "changed", b.unchanged AS "unchanged", b.outdated AS "outdated", b.refused AS "refused", b.withdrawn AS "withdrawn"
      FROM "usage_batch" "b"
      INNER JOIN "usage_source" "o" ON o.number = b.source
      WHERE true
      ORDER BY b.received_at DESC, b.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "usage_batch" "b"
      INNER JOIN "usage_source" "o" ON o.number = b.source
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Fichiers d’usage d’une source · plan-manager · GET /api/v1/usage/batches?source=source-du-monde
-- index: account_pkey, assignment_pkey, session_pkey, usage_batch_of_source, usage_source_number_once, usage_source_slug_once
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $3
  and s.version = $4
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT b.id AS "id", o.name AS "sourceName", o.slug AS "source", b.version AS "version", b.whole AS "whole", b.received_at AS "receivedAt", b.token_id is not null AS "byToken", b.outcome AS "outcome", b.refusal AS "refusal", b.repeat_of is not null AS "receivedBefore", b.first_week AS "firstWeek", b.last_week AS "lastWeek", b.lines AS "lines", b.added AS "added", b.changed AS "changed", b.unchanged AS "unchanged", b.outdated AS "outdated", b.refused AS "refused", b.withdrawn AS "withdrawn"
      FROM "usage_batch" "b"
      INNER JOIN "usage_source" "o" ON o.number = b.source
      WHERE true
      AND b.source = (
        select x.number
        from usage_source x
        where x.slug = $1)
      ORDER BY b.received_at DESC, b.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "usage_batch" "b"
      INNER JOIN "usage_source" "o" ON o.number = b.source
      WHERE true
      AND b.source = (
        select x.number
        from usage_source x
        where x.slug = $2)
      LIMIT 1001) row) counted)::text end as page;

-- Fichier d’usage · plan-manager · GET /api/v1/usage/batches/:usageBatch
-- index: account_pkey, usage_batch_of_source, usage_source_number_once
select json_build_object('id', b.id, 'sourceName', o.name, 'source', o.slug, 'version', b.version, 'whole', b.whole, 'receivedAt', b.received_at, 'byToken', b.token_id is not null, 'outcome', b.outcome, 'refusal', b.refusal, 'receivedBefore', b.repeat_of is not null, 'firstWeek', b.first_week, 'lastWeek', b.last_week, 'lines', b.lines, 'added', b.added, 'changed', b.changed, 'unchanged', b.unchanged, 'outdated', b.outdated, 'refused', b.refused, 'withdrawn', b.withdrawn, 'refusals', b.refusals, 'decidedAt', b.decided_at, 'decidedByName', a.name) as batch
from usage_batch b
join usage_source o on o.number = b.source
left join account a on a.id = b.decided_by
where b.id = $1;
