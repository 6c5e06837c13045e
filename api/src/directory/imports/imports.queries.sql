-- Imports · plan-manager · GET /api/v1/imports
-- index: account_pkey, assignment_pkey, directory_import_age, session_pkey; read whole: directory_import
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
      SELECT i.id AS "id", i.kind AS "kind", i.file_name AS "fileName", case when i.state = 'reading'
      and i.progress_at < now() - interval '2 minutes' then 'interrupted' else i.state end AS "state", u.name AS "uploadedByName", i.uploaded_at AS "uploadedAt", i.applied_at AS "appliedAt", i.row_count AS "rows", i.created_count AS "created", i.changed_count AS "changed", i.refused_count AS "refused", i.missing_count AS "missing"
      FROM "directory_import" "i"
      INNER JOIN "account" "u" ON u.id = i.uploaded_by
      WHERE true
      ORDER BY i.uploaded_at DESC, i.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "directory_import" "i"
      INNER JOIN "account" "u" ON u.id = i.uploaded_by
      WHERE true
      LIMIT 1001) row) counted)::text end as page;
