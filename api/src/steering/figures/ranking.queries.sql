-- Les dix écoles · committee · GET /api/v1/figures/terminals-per-100/schools?network=REP&size=10
-- index: account_pkey, assignment_pkey, commune_pkey, indicator_period_figure, indicator_school_of_network, school_pkey, session_pkey
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
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 10)::int) end, 'page', 1, 'size', 10)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT s.id as "id", s.uai as "uai", s.name as "name", m.name as "communeName", i.sector as "sector", i.kind as "kind", i.network as "network", i.num as "num", i.den as "den", i.value as "value", i.known as "known", i.population as "population"
      FROM "indicator_school" "i"
      INNER JOIN "school" "s" ON s.id = i.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE i.period_id = (
        select p.id
        from indicator_period p
        where p.key = $1
        and p.version = $2
        and p.is_figure)
      AND true
      AND i.network = 'REP'
      ORDER BY i.value ASC NULLS LAST, i.school_id ASC
      LIMIT 10
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "indicator_school" "i"
      WHERE i.period_id = (
        select p.id
        from indicator_period p
        where p.key = $3
        and p.version = $4
        and p.is_figure)
      AND true
      AND i.network = 'REP'
      LIMIT 1001) row) counted)::text end as page;

-- Écoles d’une commune · commune-officer · GET /api/v1/figures/terminals-per-100/schools
-- index: account_pkey, assignment_pkey, commune_pkey, indicator_period_figure, indicator_school_by_value, indicator_school_pkey, school_commune, session_pkey
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
      SELECT s.id as "id", s.uai as "uai", s.name as "name", m.name as "communeName", i.sector as "sector", i.kind as "kind", i.network as "network", i.num as "num", i.den as "den", i.value as "value", i.known as "known", i.population as "population"
      FROM "indicator_school" "i"
      INNER JOIN "school" "s" ON s.id = i.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE i.period_id = (
        select p.id
        from indicator_period p
        where p.key = $1
        and p.version = $2
        and p.is_figure)
      AND s.commune_id = $3
      and s.sector = 'public'
      ORDER BY i.value ASC NULLS LAST, i.school_id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "indicator_school" "i"
      INNER JOIN "school" "s" ON s.id = i.school_id
      WHERE i.period_id = (
        select p.id
        from indicator_period p
        where p.key = $4
        and p.version = $5
        and p.is_figure)
      AND s.commune_id = $6
      and s.sector = 'public'
      LIMIT 1001) row) counted)::text end as page;
