-- Comptes · administrator · GET /api/v1/accounts
-- index: account_by_name, account_pkey, assignment_account, assignment_pkey, circonscription_pkey, commune_pkey, contract_holder_pkey, managing_body_pkey, school_pkey, session_pkey
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
      SELECT c.id as "id", c.name as "name", c.email as "email", c.active as "active", c.active
      and c.password_hash is null as "invited", (
        select coalesce(json_agg(json_build_object('role', a.role, 'scopeLabel', coalesce(s.name || ', ' || sc.name, m.name, b.name, d.name, h.name, 'Saint-Étienne Métropole'), 'deputy', (a.deputy_of_id is not null or a.named_in_vacancy))
            order by a.from_day, a.id), '[]')
        from assignment a
        left join school s on s.id = a.school_id
        left join commune sc on sc.id = s.commune_id
        left join commune m on m.id = a.commune_id
        left join managing_body b on b.id = a.managing_body_id
        left join circonscription d on d.id = a.circonscription_id
        left join contract_holder h on h.id = a.contract_holder_id
        where a.account_id = c.id
        and a.from_day <= $1
        and (a.to_day is null or a.to_day > $1)) as "roles", c.version as "version"
      FROM "account" "c"
      WHERE true
      ORDER BY c.name ASC, c.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "account" "c"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Comptes, recherche · administrator · GET /api/v1/accounts?search=azur
-- index: account_by_name, account_pkey, assignment_account, assignment_pkey, circonscription_pkey, commune_pkey, contract_holder_pkey, managing_body_pkey, school_pkey, session_pkey; read whole: account
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
      SELECT c.id as "id", c.name as "name", c.email as "email", c.active as "active", c.active
      and c.password_hash is null as "invited", (
        select coalesce(json_agg(json_build_object('role', a.role, 'scopeLabel', coalesce(s.name || ', ' || sc.name, m.name, b.name, d.name, h.name, 'Saint-Étienne Métropole'), 'deputy', (a.deputy_of_id is not null or a.named_in_vacancy))
            order by a.from_day, a.id), '[]')
        from assignment a
        left join school s on s.id = a.school_id
        left join commune sc on sc.id = s.commune_id
        left join commune m on m.id = a.commune_id
        left join managing_body b on b.id = a.managing_body_id
        left join circonscription d on d.id = a.circonscription_id
        left join contract_holder h on h.id = a.contract_holder_id
        where a.account_id = c.id
        and a.from_day <= $1
        and (a.to_day is null or a.to_day > $1)) as "roles", c.version as "version"
      FROM "account" "c"
      WHERE true
      AND search_text(c.name || ' ' || c.email::text) like search_pattern($2)
      ORDER BY c.name ASC, c.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "account" "c"
      WHERE true
      AND search_text(c.name || ' ' || c.email::text) like search_pattern($3)
      LIMIT 1001) row) counted)::text end as page;
