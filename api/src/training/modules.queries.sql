-- Modules · teacher · GET /api/v1/training-modules
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, session_pkey, training_module_current_once, training_module_model_pkey, training_module_title_once
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
      SELECT d.id as "id", d.title as "title", d.kind as "kind", d.minutes as "minutes", d.counts as "counts", coalesce((
          select json_agg(i.name
            order by i.name)
          from training_module_model x
          join catalogue_item i on i.id = x.model_id
          where x.module_id = d.id), '[]') as "models"
      FROM "training_module" "d"
      WHERE d.current
      and d.active = $1
      ORDER BY d.title ASC, d.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "training_module" "d"
      WHERE d.current
      and d.active = $2
      LIMIT 1001) row) counted)::text end as page;

-- Module · inspector · GET /api/v1/training-modules/:module
-- index: catalogue_item_pkey, training_module_file_of_series, training_module_material_pkey, training_module_model_pkey, training_module_of_series, training_module_pkey, training_session_of_module
select d.id, d.version, d.title, d.kind, d.minutes, d.counts, d.active, d.competences, (
  select y.id
  from training_module y
  where y.current
  and coalesce(y.series_id, y.id) = coalesce(d.series_id, d.id)) as "currentId", coalesce((
    select json_agg(json_build_object('label', x.label, 'address', x.address)
      order by x.place)
    from training_module_material x
    where x.module_id = d.id), '[]') as materials, coalesce((
    select json_agg(json_build_object('id', f.id, 'label', f.label, 'sizeBytes', f.size_bytes)
      order by f.created_at, f.id)
    from training_module_file f
    where f.series_id = coalesce(d.series_id, d.id)), '[]') as files, coalesce((
    select json_agg(json_build_object('id', i.id, 'name', i.name, 'reference', i.reference)
      order by i.name, i.id)
    from training_module_model x
    join catalogue_item i on i.id = x.model_id
    where x.module_id = d.id), '[]') as models, (
  select count(*)::int
  from training_session t
  where t.module_id = any(array(
      select x.id
      from training_module x
      where coalesce(x.series_id, x.id) = (
        select coalesce(y.series_id, y.id)
        from training_module y
        where y.id = d.id)))
  and t.state = 'closed') as held
from training_module d
where d.id = $1;
-- index: training_module_of_series, training_module_pkey, training_session_by_start, training_survey_answer_of_session, training_survey_pkey
with asked as (
  select v.session_id, v.asked, (
    select count(*)
    from training_survey_answer a
    where a.session_id = v.session_id) >= 3 as told
  from training_survey v
  join training_session t on t.id = v.session_id
  where t.module_id = any(array(
      select x.id
      from training_module x
      where coalesce(x.series_id, x.id) = (
        select coalesce(y.series_id, y.id)
        from training_module y
        where y.id = $1)))
  and t.starts_at > $2
  and ($3::uuid is null or t.circonscription_id = $3) ), said as (
  select a.id, a.useful, a.level, a.uses, a.remark
  from training_survey_answer a
  join asked k on k.session_id = a.session_id
  and k.told ), told as (
  select exists (
    select
    from said) as is)
select (
  select sum(asked)::int
  from asked) as asked, case when told.is then (
  select count(*)::int
  from said) end as answered, case when told.is then (
  select json_agg(json_build_object('grade', g, 'people', (
        select count(*)::int
        from said a
        where a.useful = g))
    order by g)
  from generate_series(1, 4) g) else '[]' end as useful, case when told.is then (
  select json_agg(json_build_object('grade', g, 'people', (
        select count(*)::int
        from said a
        where a.level = g))
    order by g)
  from generate_series(1, 4) g) else '[]' end as level, case when told.is then json_build_array(json_build_object('use', 'yes', 'people', (
      select count(*)::int
      from said a
      where a.uses = 'yes')), json_build_object('use', 'perhaps', 'people', (
      select count(*)::int
      from said a
      where a.uses = 'perhaps')), json_build_object('use', 'no', 'people', (
      select count(*)::int
      from said a
      where a.uses = 'no'))) else '[]' end as uses, array(
  select s.remark
  from said s
  where s.remark is not null
  order by s.id
  limit 200) as remarks
from told
where exists (
  select
  from asked);
