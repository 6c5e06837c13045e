-- Modules · teacher · GET /api/v1/training-modules
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, session_pkey, training_module_model_pkey, training_module_title_once
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
      SELECT d.id as "id", d.title as "title", d.kind as "kind", d.minutes as "minutes", d.counts as "counts", coalesce((
          select json_agg(i.name
            order by i.name)
          from training_module_model x
          join catalogue_item i on i.id = x.model_id
          where x.module_id = d.id), '[]') as "models"
      FROM "training_module" "d"
      WHERE true
      ORDER BY d.title ASC, d.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "training_module" "d"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;
