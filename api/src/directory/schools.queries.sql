-- Écoles · plan-manager · GET /api/v1/schools
-- index: account_pkey, assignment_pkey, circonscription_pkey, commune_pkey, school_managing_body, school_pkey, school_year_figures_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $2
  and s.version = $3
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT s.id as "id", s.uai as "uai", s.name as "name", m.id as "communeId", m.name as "communeName", s.sector as "sector", s.state_contract as "stateContract", s.kind as "kind", s.priority as "priority", q.name as "circonscriptionName", s.state as "state", s.closing_announced as "closingAnnounced", s.closed_on is not distinct from $1::date as "closedToday", f.pupils as "pupils", f.classes as "classes"
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "circonscription" "q" ON q.id = s.circonscription_id
      LEFT JOIN (
        select distinct on (school_id) school_id, pupils, classes
        from school_year_figures
        where pupils is not null
        order by school_id, school_year desc) "f" ON f.school_id = s.id
      WHERE true
      ORDER BY plain_text(s.name) ASC NULLS LAST, s.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "school" "s"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Écoles · inspector · GET /api/v1/schools?sort=pupils&direction=desc
-- index: account_pkey, assignment_pkey, circonscription_pkey, commune_pkey, school_circonscription, school_year_figures_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $4
  and s.version = $5
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT s.id as "id", s.uai as "uai", s.name as "name", m.id as "communeId", m.name as "communeName", s.sector as "sector", s.state_contract as "stateContract", s.kind as "kind", s.priority as "priority", q.name as "circonscriptionName", s.state as "state", s.closing_announced as "closingAnnounced", s.closed_on is not distinct from $1::date as "closedToday", f.pupils as "pupils", f.classes as "classes"
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "circonscription" "q" ON q.id = s.circonscription_id
      LEFT JOIN (
        select distinct on (school_id) school_id, pupils, classes
        from school_year_figures
        where pupils is not null
        order by school_id, school_year desc) "f" ON f.school_id = s.id
      WHERE s.circonscription_id = $2
      ORDER BY f.pupils DESC NULLS LAST, s.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "school" "s"
      WHERE s.circonscription_id = $3
      LIMIT 1001) row) counted)::text end as page;

-- Écoles, recherche · plan-manager · GET /api/v1/schools?search=communale
-- index: account_pkey, assignment_pkey, circonscription_pkey, commune_pkey, school_circonscription, school_year_figures_pkey, session_pkey; read whole: commune, school
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $4
  and s.version = $5
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT s.id as "id", s.uai as "uai", s.name as "name", m.id as "communeId", m.name as "communeName", s.sector as "sector", s.state_contract as "stateContract", s.kind as "kind", s.priority as "priority", q.name as "circonscriptionName", s.state as "state", s.closing_announced as "closingAnnounced", s.closed_on is not distinct from $1::date as "closedToday", f.pupils as "pupils", f.classes as "classes"
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "circonscription" "q" ON q.id = s.circonscription_id
      LEFT JOIN (
        select distinct on (school_id) school_id, pupils, classes
        from school_year_figures
        where pupils is not null
        order by school_id, school_year desc) "f" ON f.school_id = s.id
      WHERE true
      AND (search_text(s.name || ' ' || s.uai) like search_pattern($2) or s.commune_id in (
          select id
          from commune
          where search_text(name) like search_pattern($2)))
      ORDER BY plain_text(s.name) ASC NULLS LAST, s.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "school" "s"
      WHERE true
      AND (search_text(s.name || ' ' || s.uai) like search_pattern($3) or s.commune_id in (
          select id
          from commune
          where search_text(name) like search_pattern($3)))
      LIMIT 1001) row) counted)::text end as page;

-- Écoles, communes · plan-manager · GET /api/v1/communes
-- index: commune_pkey, school_commune
SELECT m.id as id, m.insee_code as "inseeCode", m.name as name, count(*)::int as schools
FROM "school" "s"
INNER JOIN "commune" "m" ON m.id = s.commune_id
WHERE true
GROUP BY m.id
ORDER BY plain_text(m.name) ASC, m.id ASC;
