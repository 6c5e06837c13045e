-- Conventions · plan-manager · GET /api/v1/conventions
-- index: account_pkey, assignment_pkey, commune_pkey, convention_site_convention_id_school_id_from_day_key, convention_site_school, convention_state, managing_body_pkey, school_pkey, session_pkey; read whole: convention
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
      SELECT "c"."id" as "id", "c"."number" as "number", "c"."title" as "title", "c"."kind" as "kind", coalesce(m.name, b.name, 'Éducation nationale') as "partyName", "c"."state" as "state", "c"."from_day" as "fromDay", "c"."to_day" as "toDay", coalesce("c"."state" = 'in-force'
        and "c"."to_day" <= $1, false) as "nearTerm", (
        select count(distinct s.id)::int
        from convention_site cs
        join school s on s.id = cs.school_id
        where cs.convention_id = "c"."id"
        and true) as "siteCount", (
        select count(distinct s.id)::int
        from convention_site cs
        join school s on s.id = cs.school_id
        where cs.convention_id = "c"."id"
        and true
        and s.state = 'open'
        and s.state_contract is distinct from 'none'
        and not exists (
          select
          from convention_site gs
          join convention gc on gc.id = gs.convention_id
          where gs.school_id = s.id
          and gc.state = 'in-force'
          and gc.kind <> 'framework'
          and $2::date between gs.from_day and gs.to_day
          and $2::date between gc.from_day and gc.to_day)) as "blockedCount", "c"."version" as "version"
      FROM "convention" "c"
      LEFT JOIN "commune" "m" ON m.id = "c"."commune_id"
      LEFT JOIN "managing_body" "b" ON b.id = "c"."managing_body_id"
      WHERE true
      ORDER BY plain_text(coalesce(m.name, b.name, 'Éducation nationale')) ASC NULLS LAST, "c"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "convention" "c"
      LEFT JOIN "commune" "m" ON m.id = "c"."commune_id"
      LEFT JOIN "managing_body" "b" ON b.id = "c"."managing_body_id"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Conventions · commune-officer · GET /api/v1/conventions
-- index: account_pkey, assignment_pkey, commune_pkey, convention_commune, convention_site_convention_id_school_id_from_day_key, convention_state, managing_body_pkey, school_commune, session_pkey
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
      SELECT "c"."id" as "id", "c"."number" as "number", "c"."title" as "title", "c"."kind" as "kind", coalesce(m.name, b.name, 'Éducation nationale') as "partyName", "c"."state" as "state", "c"."from_day" as "fromDay", "c"."to_day" as "toDay", coalesce("c"."state" = 'in-force'
        and "c"."to_day" <= $1, false) as "nearTerm", (
        select count(distinct s.id)::int
        from convention_site cs
        join school s on s.id = cs.school_id
        where cs.convention_id = "c"."id"
        and s.commune_id = $2
        and s.sector = 'public') as "siteCount", (
        select count(distinct s.id)::int
        from convention_site cs
        join school s on s.id = cs.school_id
        where cs.convention_id = "c"."id"
        and s.commune_id = $2
        and s.sector = 'public'
        and s.state = 'open'
        and s.state_contract is distinct from 'none'
        and not exists (
          select
          from convention_site gs
          join convention gc on gc.id = gs.convention_id
          where gs.school_id = s.id
          and gc.state = 'in-force'
          and gc.kind <> 'framework'
          and $3::date between gs.from_day and gs.to_day
          and $3::date between gc.from_day and gc.to_day)) as "blockedCount", "c"."version" as "version"
      FROM "convention" "c"
      LEFT JOIN "commune" "m" ON m.id = "c"."commune_id"
      LEFT JOIN "managing_body" "b" ON b.id = "c"."managing_body_id"
      WHERE "c"."commune_id" = $2
      ORDER BY plain_text(coalesce(m.name, b.name, 'Éducation nationale')) ASC NULLS LAST, "c"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "convention" "c"
      LEFT JOIN "commune" "m" ON m.id = "c"."commune_id"
      LEFT JOIN "managing_body" "b" ON b.id = "c"."managing_body_id"
      WHERE "c"."commune_id" = $4
      LIMIT 1001) row) counted)::text end as page;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Conventions, compteurs · plan-manager · GET /api/v1/conventions/counts
-- index: convention_state
SELECT "c"."state" AS "state", count(*)::int AS "count", count(*) filter (
  where "c"."state" = 'in-force'
  and "c"."to_day" <= $1)::int AS "near"
FROM "convention" "c"
LEFT JOIN "commune" "m" ON m.id = "c"."commune_id"
LEFT JOIN "managing_body" "b" ON b.id = "c"."managing_body_id"
WHERE true
GROUP BY "c"."state"
ORDER BY "c"."state" ASC;
-- index: commune_pkey, convention_site_convention_id_school_id_from_day_key, convention_state, school_commune
SELECT count(*)::int AS "count"
FROM "school" "s"
INNER JOIN "commune" "m" ON m.id = s.commune_id
LEFT JOIN "managing_body" "b" ON b.id = s.managing_body_id
WHERE s.state = 'open'
and s.state_contract is distinct from 'none'
and not exists (
  select
  from convention_site gs
  join convention gc on gc.id = gs.convention_id
  where gs.school_id = s.id
  and gc.state = 'in-force'
  and gc.kind <> 'framework'
  and $1::date between gs.from_day and gs.to_day
  and $1::date between gc.from_day and gc.to_day)
AND true;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Écoles sans convention · plan-manager · GET /api/v1/conventions/blocked-schools
-- index: account_pkey, assignment_pkey, commune_pkey, convention_pkey, convention_site_convention_id_school_id_from_day_key, convention_site_school, convention_state, managing_body_pkey, school_commune, school_managing_body, session_pkey
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
      SELECT s.id as "schoolId", s.name as "schoolName", s.uai as "uai", m.name as "communeName", s.sector as "sector", case when b.id is not null then b.name when s.kind = 'teaching-unit' then 'son organisme médico-social' when s.sector = 'private' then 'son organisme de gestion' else 'la commune ' || case when m.name like 'Le %' then 'du ' || substr(m.name, 4) when m.name like 'Les %' then 'des ' || substr(m.name, 5) when m.name ~* '^[aeiouyâàéèêëîïôûùœ]' then 'd’' || m.name else 'de ' || m.name end end as "party", (
        select c.id
        from convention_site cs
        join convention c on c.id = cs.convention_id
        where cs.school_id = s.id
        and c.kind <> 'framework'
        order by c.state = 'signed' desc, cs.to_day desc, c.id
        limit 1) as "conventionId", (
        select c.number
        from convention_site cs
        join convention c on c.id = cs.convention_id
        where cs.school_id = s.id
        and c.kind <> 'framework'
        order by c.state = 'signed' desc, cs.to_day desc, c.id
        limit 1) as "conventionNumber", (
        select c.state
        from convention_site cs
        join convention c on c.id = cs.convention_id
        where cs.school_id = s.id
        and c.kind <> 'framework'
        order by c.state = 'signed' desc, cs.to_day desc, c.id
        limit 1) as "state", $1::jsonb ->> coalesce((
          select c.state
          from convention_site cs
          join convention c on c.id = cs.convention_id
          where cs.school_id = s.id
          and c.kind <> 'framework'
          order by c.state = 'signed' desc, cs.to_day desc, c.id
          limit 1), 'none') as "next"
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "managing_body" "b" ON b.id = s.managing_body_id
      WHERE s.state = 'open'
      and s.state_contract is distinct from 'none'
      and not exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = s.id
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $2::date between gs.from_day and gs.to_day
        and $2::date between gc.from_day and gc.to_day)
      AND true
      ORDER BY plain_text(m.name) ASC, plain_text(s.name) ASC, s.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "school" "s"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "managing_body" "b" ON b.id = s.managing_body_id
      WHERE s.state = 'open'
      and s.state_contract is distinct from 'none'
      and not exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = s.id
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $3::date between gs.from_day and gs.to_day
        and $3::date between gc.from_day and gc.to_day)
      AND true
      LIMIT 1001) row) counted)::text end as page;
