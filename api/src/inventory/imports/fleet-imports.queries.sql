-- Reprendre un parc · plan-manager · GET /api/v1/fleet-imports
-- index: account_pkey, assignment_pkey, fleet_import_age, session_pkey; read whole: fleet_import
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
      SELECT i.id AS "id", i.kind AS "kind", i.file_name AS "fileName", i.state AS "state", u.name AS "uploadedByName", i.uploaded_at AS "uploadedAt", a.name AS "appliedByName", i.applied_at AS "appliedAt", i.row_count AS "rows", json_build_object('created', i.created_count, 'unchanged', i.unchanged_count, 'changed', i.changed_count, 'refused', i.refused_count, 'rooms', i.room_count) AS "counts"
      FROM "fleet_import" "i"
      INNER JOIN "account" "u" ON u.id = i.uploaded_by
      LEFT JOIN "account" "a" ON a.id = i.applied_by
      WHERE true
      ORDER BY i.uploaded_at DESC, i.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "fleet_import" "i"
      INNER JOIN "account" "u" ON u.id = i.uploaded_by
      LEFT JOIN "account" "a" ON a.id = i.applied_by
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Liste de matériel · plan-manager · GET /api/v1/fleet-imports/:fleetImport
-- index: account_pkey, fleet_import_age
select i.id as "id", i.kind as "kind", i.file_name as "fileName", i.state as "state", u.name as "uploadedByName", i.uploaded_at as "uploadedAt", a.name as "appliedByName", i.applied_at as "appliedAt", i.row_count as "rows", json_build_object('created', i.created_count, 'unchanged', i.unchanged_count, 'changed', i.changed_count, 'refused', i.refused_count, 'rooms', i.room_count) as "counts", i.version, i.header, i.samples, i.columns, i.faults
from fleet_import i
join account u on u.id = i.uploaded_by
left join account a on a.id = i.applied_by
where i.id = $1
and true;
