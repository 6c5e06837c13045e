-- Dotations · plan-manager · GET /api/v1/dotations
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, dotation_by_day, dotation_of_model, dotation_part_of_dotation, kit_group_pkey, session_pkey
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
      SELECT d.id as "id", d.title as "title", g.name as "groupName", "i"."name" as "modelName", d.quantity as "quantity", d.allotted as "allotted", (
        select coalesce(sum(p.received), 0)::int
        from dotation_part p
        where p.dotation_id = d.id
        and true) as "received", (
        select count(*)::int
        from dotation_part p
        where p.dotation_id = d.id
        and p.state <> 'dropped') as "schools", (
        select count(*)::int
        from dotation_part p
        where p.dotation_id = d.id
        and p.opinion is not null) as "answered", d.state as "state", d.created_at as "createdAt", d.answer_by::text as "answerBy"
      FROM "dotation" "d"
      INNER JOIN "kit_group" "g" ON g.id = d.group_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = d.model_id
      WHERE true
      ORDER BY d.created_at DESC, d.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "dotation" "d"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Dotations, avis demandés · technician · GET /api/v1/dotations?state=asked
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, dotation_of_model, dotation_of_state_by_day, dotation_part_of_dotation, kit_group_pkey, session_pkey
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
      SELECT d.id as "id", d.title as "title", g.name as "groupName", "i"."name" as "modelName", d.quantity as "quantity", d.allotted as "allotted", (
        select coalesce(sum(p.received), 0)::int
        from dotation_part p
        where p.dotation_id = d.id
        and true) as "received", (
        select count(*)::int
        from dotation_part p
        where p.dotation_id = d.id
        and p.state <> 'dropped') as "schools", (
        select count(*)::int
        from dotation_part p
        where p.dotation_id = d.id
        and p.opinion is not null) as "answered", d.state as "state", d.created_at as "createdAt", d.answer_by::text as "answerBy"
      FROM "dotation" "d"
      INNER JOIN "kit_group" "g" ON g.id = d.group_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = d.model_id
      WHERE true
      AND d.state = 'asked'
      ORDER BY d.created_at DESC, d.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "dotation" "d"
      WHERE true
      AND d.state = 'asked'
      LIMIT 1001) row) counted)::text end as page;

-- Dotation · plan-manager · GET /api/v1/dotations/:dotation
-- index: dotation_part_of_dotation
select (count(*) filter (
    where p.state <> $2))::int as schools, (count(*) filter (
    where p.state <> 'confirmed'
    and p.state <> 'planned'
    and p.state <> 'received-in-part'
    and p.state <> 'received'
    and p.state <> 'received-otherwise'
    and p.state <> 'dropped'))::int as undecided, (count(*) filter (
    where p.state <> 'received'
    and p.state <> 'received-otherwise'
    and p.state <> 'dropped'))::int as open, (count(*) filter (
    where p.state in ('received-in-part', 'received', 'received-otherwise') or p.received > 0))::int as came
from dotation_part p
where p.dotation_id = $1;
-- index: catalogue_item_pkey, dotation_by_day, dotation_part_of_dotation, kit_group_pkey
select d.id as "id", d.title as "title", g.name as "groupName", i.name as "modelName", d.quantity as "quantity", d.allotted as "allotted", (
  select coalesce(sum(p.received), 0)::int
  from dotation_part p
  where p.dotation_id = d.id
  and true) as "received", (
  select count(*)::int
  from dotation_part p
  where p.dotation_id = d.id
  and p.state <> 'dropped') as "schools", (
  select count(*)::int
  from dotation_part p
  where p.dotation_id = d.id
  and p.opinion is not null) as "answered", d.state as "state", d.created_at as "createdAt", d.answer_by::text as "answerBy", d.version, d.basis, d.source
from dotation d
join kit_group g on g.id = d.group_id
join catalogue_item i on i.id = d.model_id
where d.id = $1;
-- index: dotation_by_day
select d.id, d.title, d.group_id as "groupId", d.model_id as "modelId", d.quantity, d.answer_by::text as "answerBy", d.state, d.version
from dotation d
where d.id = $1
and true;
-- index: dotation_move_dotation
select v.action, v.role, v.at, v.reason
from dotation_move v
where v.dotation_id = $1
order by v.at desc, v.id desc
limit 200;

-- Dotations, leurs sommes · committee · GET /api/v1/dotations/counts
-- index: dotation_of_model, dotation_part_of_school; read whole: dotation, dotation_part
select (
  select count(*)::int
  from dotation d
  where d.state in ('prepared', 'asked', 'decided')) as "underWay", (
  select count(*)::int
  from (
    select distinct p.school_id
    from dotation_part p
    where p.state in ('received-in-part', 'received', 'received-otherwise')) x) as schools, (
  select coalesce(sum(d.allotted), 0)::int
  from dotation d
  where d.answer_by is not null) as allotted, (
  select coalesce(sum(p.received), 0)::int
  from dotation_part p) as received;
