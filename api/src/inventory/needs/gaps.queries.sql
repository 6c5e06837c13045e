-- Écarts au socle · plan-manager · GET /api/v1/kit/gaps
-- index: account_pkey, assignment_pkey, commune_pkey, equipment_of_school_by_model, kit_group_pkey, kit_model_group, kit_rule_once_a_day, need_of_school_by_day, school_commune, school_year_figures_pkey, session_pkey
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
      SELECT x.id as "id", x.name as "name", x."communeName" as "communeName", x.sector as "sector", x.kind as "kind", x.classes as "classes", x.pupils as "pupils", x.asked as "asked", x.counted as "counted", x.lacking as "lacking", x.needs as "needs", x.groups as "groups"
      FROM (
        select s.id, s.uai, s.name, m.name as "communeName", s.commune_id, s.sector, s.kind, f.classes, f.pupils, coalesce(k.asked, 0) as asked, coalesce(k.counted, 0) as counted, coalesce(k.lacking, 0) as lacking, coalesce(k.groups, '[]') as groups, (
          select count(*)::int
          from need n
          where n.school_id = s.id
          and n.state in ('stated', 'taken-up')) as needs
        from school s
        join commune m on m.id = s.commune_id
        left join lateral (
          select school_year, classes, pupils
          from school_year_figures
          where school_id = s.id
          and school_year <= $1
          and (classes is not null or pupils is not null)
          order by school_year desc
          limit 1) f on true
        left join lateral (
          select sum(x.asked)::int as asked, sum(least(x.counted, x.asked))::int as counted, sum(greatest(x.asked - x.counted, 0))::int as lacking, json_agg(json_build_object('id', x.id, 'name', x.name, 'asked', x.asked, 'counted', x.counted, 'perSchool', x.per_school, 'perClass', x.per_class, 'pupilsEach', x.pupils_each, 'source', x.source, 'fromDay', x.from_day)
            order by x.place, x.id) as groups
          from (
            select g.id, g.name, g.place, r.per_school, r.per_class, r.pupils_each, r.source, r.from_day, (r.per_school + r.per_class * coalesce(f.classes, 0) + case when r.pupils_each is null then 0 else (coalesce(f.pupils, 0) + r.pupils_each - 1) / r.pupils_each end)::int as asked, (
              select count(*)::int
              from kit_model k
              join equipment e on e.school_id = s.id
              and e.model_id = k.model_id
              where k.group_id = g.id
              and e.state in ('in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair')) as counted
            from kit_group g
            join lateral (
              select *
              from kit_rule r
              where r.group_id = g.id
              and r.school_kind = s.kind
              and r.from_day <= $2::date
              order by r.from_day desc
              limit 1) r on true
            where $3::uuid is null or g.id = $3) x
          where x.asked > 0 or x.counted > 0) k on true
        where s.state = 'open'
        and s.state_contract is distinct from 'none') "x"
      WHERE true
      ORDER BY x.lacking DESC, plain_text(x.name) ASC, x.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM (
        select s.id, s.uai, s.name, m.name as "communeName", s.commune_id, s.sector, s.kind, f.classes, f.pupils, coalesce(k.asked, 0) as asked, coalesce(k.counted, 0) as counted, coalesce(k.lacking, 0) as lacking, coalesce(k.groups, '[]') as groups, (
          select count(*)::int
          from need n
          where n.school_id = s.id
          and n.state in ('stated', 'taken-up')) as needs
        from school s
        join commune m on m.id = s.commune_id
        left join lateral (
          select school_year, classes, pupils
          from school_year_figures
          where school_id = s.id
          and school_year <= $4
          and (classes is not null or pupils is not null)
          order by school_year desc
          limit 1) f on true
        left join lateral (
          select sum(x.asked)::int as asked, sum(least(x.counted, x.asked))::int as counted, sum(greatest(x.asked - x.counted, 0))::int as lacking, json_agg(json_build_object('id', x.id, 'name', x.name, 'asked', x.asked, 'counted', x.counted, 'perSchool', x.per_school, 'perClass', x.per_class, 'pupilsEach', x.pupils_each, 'source', x.source, 'fromDay', x.from_day)
            order by x.place, x.id) as groups
          from (
            select g.id, g.name, g.place, r.per_school, r.per_class, r.pupils_each, r.source, r.from_day, (r.per_school + r.per_class * coalesce(f.classes, 0) + case when r.pupils_each is null then 0 else (coalesce(f.pupils, 0) + r.pupils_each - 1) / r.pupils_each end)::int as asked, (
              select count(*)::int
              from kit_model k
              join equipment e on e.school_id = s.id
              and e.model_id = k.model_id
              where k.group_id = g.id
              and e.state in ('in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair')) as counted
            from kit_group g
            join lateral (
              select *
              from kit_rule r
              where r.group_id = g.id
              and r.school_kind = s.kind
              and r.from_day <= $5::date
              order by r.from_day desc
              limit 1) r on true
            where $6::uuid is null or g.id = $6) x
          where x.asked > 0 or x.counted > 0) k on true
        where s.state = 'open'
        and s.state_contract is distinct from 'none') "x"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Écarts au socle · commune-officer · GET /api/v1/kit/gaps?sort=name
-- index: account_pkey, assignment_pkey, commune_pkey, equipment_of_school_by_model, kit_group_pkey, kit_model_group, kit_rule_once_a_day, need_of_school_by_day, school_commune, school_year_figures_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $9
  and s.version = $10
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT x.id as "id", x.name as "name", x."communeName" as "communeName", x.sector as "sector", x.kind as "kind", x.classes as "classes", x.pupils as "pupils", x.asked as "asked", x.counted as "counted", x.lacking as "lacking", x.needs as "needs", x.groups as "groups"
      FROM (
        select s.id, s.uai, s.name, m.name as "communeName", s.commune_id, s.sector, s.kind, f.classes, f.pupils, coalesce(k.asked, 0) as asked, coalesce(k.counted, 0) as counted, coalesce(k.lacking, 0) as lacking, coalesce(k.groups, '[]') as groups, (
          select count(*)::int
          from need n
          where n.school_id = s.id
          and n.state in ('stated', 'taken-up')) as needs
        from school s
        join commune m on m.id = s.commune_id
        left join lateral (
          select school_year, classes, pupils
          from school_year_figures
          where school_id = s.id
          and school_year <= $1
          and (classes is not null or pupils is not null)
          order by school_year desc
          limit 1) f on true
        left join lateral (
          select sum(x.asked)::int as asked, sum(least(x.counted, x.asked))::int as counted, sum(greatest(x.asked - x.counted, 0))::int as lacking, json_agg(json_build_object('id', x.id, 'name', x.name, 'asked', x.asked, 'counted', x.counted, 'perSchool', x.per_school, 'perClass', x.per_class, 'pupilsEach', x.pupils_each, 'source', x.source, 'fromDay', x.from_day)
            order by x.place, x.id) as groups
          from (
            select g.id, g.name, g.place, r.per_school, r.per_class, r.pupils_each, r.source, r.from_day, (r.per_school + r.per_class * coalesce(f.classes, 0) + case when r.pupils_each is null then 0 else (coalesce(f.pupils, 0) + r.pupils_each - 1) / r.pupils_each end)::int as asked, (
              select count(*)::int
              from kit_model k
              join equipment e on e.school_id = s.id
              and e.model_id = k.model_id
              where k.group_id = g.id
              and e.state in ('in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair')) as counted
            from kit_group g
            join lateral (
              select *
              from kit_rule r
              where r.group_id = g.id
              and r.school_kind = s.kind
              and r.from_day <= $2::date
              order by r.from_day desc
              limit 1) r on true
            where $3::uuid is null or g.id = $3) x
          where x.asked > 0 or x.counted > 0) k on true
        where s.commune_id = $4
        and s.sector = 'public'
        and s.state = 'open'
        and s.state_contract is distinct from 'none') "x"
      WHERE true
      ORDER BY plain_text(x.name) ASC, x.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM (
        select s.id, s.uai, s.name, m.name as "communeName", s.commune_id, s.sector, s.kind, f.classes, f.pupils, coalesce(k.asked, 0) as asked, coalesce(k.counted, 0) as counted, coalesce(k.lacking, 0) as lacking, coalesce(k.groups, '[]') as groups, (
          select count(*)::int
          from need n
          where n.school_id = s.id
          and n.state in ('stated', 'taken-up')) as needs
        from school s
        join commune m on m.id = s.commune_id
        left join lateral (
          select school_year, classes, pupils
          from school_year_figures
          where school_id = s.id
          and school_year <= $5
          and (classes is not null or pupils is not null)
          order by school_year desc
          limit 1) f on true
        left join lateral (
          select sum(x.asked)::int as asked, sum(least(x.counted, x.asked))::int as counted, sum(greatest(x.asked - x.counted, 0))::int as lacking, json_agg(json_build_object('id', x.id, 'name', x.name, 'asked', x.asked, 'counted', x.counted, 'perSchool', x.per_school, 'perClass', x.per_class, 'pupilsEach', x.pupils_each, 'source', x.source, 'fromDay', x.from_day)
            order by x.place, x.id) as groups
          from (
            select g.id, g.name, g.place, r.per_school, r.per_class, r.pupils_each, r.source, r.from_day, (r.per_school + r.per_class * coalesce(f.classes, 0) + case when r.pupils_each is null then 0 else (coalesce(f.pupils, 0) + r.pupils_each - 1) / r.pupils_each end)::int as asked, (
              select count(*)::int
              from kit_model k
              join equipment e on e.school_id = s.id
              and e.model_id = k.model_id
              where k.group_id = g.id
              and e.state in ('in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair')) as counted
            from kit_group g
            join lateral (
              select *
              from kit_rule r
              where r.group_id = g.id
              and r.school_kind = s.kind
              and r.from_day <= $6::date
              order by r.from_day desc
              limit 1) r on true
            where $7::uuid is null or g.id = $7) x
          where x.asked > 0 or x.counted > 0) k on true
        where s.commune_id = $8
        and s.sector = 'public'
        and s.state = 'open'
        and s.state_contract is distinct from 'none') "x"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Socle de l’école · school-head · GET /api/v1/kit/of-school/:school
-- index: commune_pkey, equipment_of_school_by_model, kit_group_pkey, kit_model_group, kit_rule_once_a_day, school_pkey, school_year_figures_pkey
SELECT x.classes AS "classes", x.pupils AS "pupils", x.lacking AS "lacking", x.groups AS "groups"
FROM (
  select s.id, s.uai, s.name, m.name as "communeName", s.commune_id, s.sector, s.kind, f.classes, f.pupils, coalesce(k.asked, 0) as asked, coalesce(k.counted, 0) as counted, coalesce(k.lacking, 0) as lacking, coalesce(k.groups, '[]') as groups, (
    select count(*)::int
    from need n
    where n.school_id = s.id
    and n.state in ('stated', 'taken-up')) as needs
  from school s
  join commune m on m.id = s.commune_id
  left join lateral (
    select school_year, classes, pupils
    from school_year_figures
    where school_id = s.id
    and school_year <= $1
    and (classes is not null or pupils is not null)
    order by school_year desc
    limit 1) f on true
  left join lateral (
    select sum(x.asked)::int as asked, sum(least(x.counted, x.asked))::int as counted, sum(greatest(x.asked - x.counted, 0))::int as lacking, json_agg(json_build_object('id', x.id, 'name', x.name, 'asked', x.asked, 'counted', x.counted, 'perSchool', x.per_school, 'perClass', x.per_class, 'pupilsEach', x.pupils_each, 'source', x.source, 'fromDay', x.from_day)
      order by x.place, x.id) as groups
    from (
      select g.id, g.name, g.place, r.per_school, r.per_class, r.pupils_each, r.source, r.from_day, (r.per_school + r.per_class * coalesce(f.classes, 0) + case when r.pupils_each is null then 0 else (coalesce(f.pupils, 0) + r.pupils_each - 1) / r.pupils_each end)::int as asked, (
        select count(*)::int
        from kit_model k
        join equipment e on e.school_id = s.id
        and e.model_id = k.model_id
        where k.group_id = g.id
        and e.state in ('in-stock', 'awaiting-training', 'in-service', 'on-loan', 'under-repair')) as counted
      from kit_group g
      join lateral (
        select *
        from kit_rule r
        where r.group_id = g.id
        and r.school_kind = s.kind
        and r.from_day <= $2::date
        order by r.from_day desc
        limit 1) r on true
      where $3::uuid is null or g.id = $3) x
    where x.asked > 0 or x.counted > 0) k on true
  where s.id = $4
  and s.state = 'open'
  and s.state_contract is distinct from 'none') "x"
WHERE true;
-- index: school_pkey
select s.name
from school s
where s.id = $1
and s.id = $2;

-- Le socle · school-head · GET /api/v1/kit
-- index: catalogue_item_pkey, kit_model_group, kit_rule_once_a_day; read whole: kit_group
select coalesce(json_agg(json_build_object('id', g.id, 'version', g.version, 'name', g.name, 'models', (
        select coalesce(json_agg(json_build_object('id', i.id, 'name', i.name)
            order by i.name, i.id), '[]')
        from (
          select k.model_id
          from kit_model k
          where k.group_id = g.id
          order by k.model_id
          limit 200) k
        join catalogue_item i on i.id = k.model_id), 'rules', (
        select coalesce(json_agg(json_build_object('id', r.id, 'schoolKind', r.school_kind, 'fromDay', r.from_day, 'perSchool', r.per_school, 'perClass', r.per_class, 'pupilsEach', r.pupils_each, 'source', r.source, 'holds', r.from_day = (
                select max(h.from_day)
                from kit_rule h
                where h.group_id = r.group_id
                and h.school_kind = r.school_kind
                and h.from_day <= $1))
            order by r.school_kind, r.from_day desc), '[]')
        from (
          select *
          from kit_rule r
          where r.group_id = g.id
          order by r.from_day desc, r.id
          limit 200) r))
    order by g.place, g.id), '[]') as groups
from (
  select *
  from kit_group
  order by place, id
  limit 30) g;
