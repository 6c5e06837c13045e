-- Récolements · plan-manager · GET /api/v1/campaigns
-- index: account_pkey, assignment_pkey, campaign_by_begin, campaign_item_differences, campaign_part_campaign_id_school_id_key, campaign_part_id_school_id_key, session_pkey
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
      SELECT c.id as "id", c.title as "title", c.from_day as "fromDay", c.to_day as "toDay", case when c.closed_at is not null then 'closed' when c.opened_at is not null then 'open' else 'prepared' end as "state", (
        select count(*)::int
        from campaign_part t
        where t.campaign_id = c.id) as "schools", (
        select count(*)::int
        from campaign_part t
        where t.campaign_id = c.id
        and t.state in ('settled', 'dropped')) as "over", (
        select count(*)::int
        from campaign_item i
        join campaign_part t on t.id = i.part_id
        where i.campaign_id = c.id
        and i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')
        and i.resolution is null
        and t.state = 'sent') as "unresolved"
      FROM "campaign" "c"
      WHERE true
      ORDER BY c.from_day DESC, c.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "campaign" "c"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Récolements clos · technician · GET /api/v1/campaigns?closed=true
-- index: account_pkey, assignment_pkey, campaign_by_begin, campaign_item_differences, campaign_part_campaign_id_school_id_key, campaign_part_id_school_id_key, session_pkey; read whole: campaign
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
      SELECT c.id as "id", c.title as "title", c.from_day as "fromDay", c.to_day as "toDay", case when c.closed_at is not null then 'closed' when c.opened_at is not null then 'open' else 'prepared' end as "state", (
        select count(*)::int
        from campaign_part t
        where t.campaign_id = c.id) as "schools", (
        select count(*)::int
        from campaign_part t
        where t.campaign_id = c.id
        and t.state in ('settled', 'dropped')) as "over", (
        select count(*)::int
        from campaign_item i
        join campaign_part t on t.id = i.part_id
        where i.campaign_id = c.id
        and i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')
        and i.resolution is null
        and t.state = 'sent') as "unresolved"
      FROM "campaign" "c"
      WHERE true
      AND c.closed_at is not null
      ORDER BY c.from_day DESC, c.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "campaign" "c"
      WHERE true
      AND c.closed_at is not null
      LIMIT 1001) row) counted)::text end as page;

-- Écoles d’un récolement · plan-manager · GET /api/v1/campaigns/schools
-- index: equipment_of_state, school_pkey; read whole: campaign_part
select s.id, d.count as devices, exists (
  select
  from campaign_part t
  where t.school_id = s.id
  and t.state <> 'settled'
  and t.state <> 'dropped') as busy
from school s
join (
  select e.school_id, count(*)::int
  from equipment e
  where e.school_id is not null
  and e.state in ('awaiting-training', 'in-service')
  group by e.school_id) d on d.school_id = s.id
where s.state = 'open'
and ($1::uuid is null or s.commune_id = $1)
and ($2::text is null or s.sector = $2)
and ($3::uuid is null or s.id = $3)
order by s.id
limit 1000;

-- Récolement · plan-manager · GET /api/v1/campaigns/:campaign
-- index: campaign_by_begin
select c.id, c.title, c.from_day::text as "fromDay", c.to_day::text as "toDay", c.model_ids as "modelIds", c.room_ids as "roomIds", c.created_at as "createdAt", c.opened_at as "openedAt", c.closed_at as "closedAt", c.version
from campaign c
where c.id = $1
and true;
-- index: campaign_item_of_campaign, campaign_part_id_school_id_key
select i.finding, count(*)::int as count, (count(*) filter (
    where i.resolution is null
    and t.state = 'sent'))::int as unresolved
from campaign_item i
join campaign_part t on t.id = i.part_id
where i.campaign_id = $1
group by i.finding
order by i.finding;
-- index: campaign_item_of_campaign, campaign_move_part, campaign_part_campaign_id_school_id_key, commune_pkey, school_pkey
select t.id, t.version, t.school_id as "schoolId", s.name as "schoolName", g.name as "communeName", t.state, coalesce(n.expected, 0) as expected, coalesce(n.seen, 0) as seen, coalesce(n.differences, 0) as differences, coalesce(n.unresolved, 0) as unresolved, t.reminded_on::text as "remindedOn", case when t.state in ('dropped', 'dropped') then (
  select v.reason
  from campaign_move v
  where v.part_id = t.id
  order by v.at desc, v.id desc
  limit 1) end as reason
from campaign_part t
join school s on s.id = t.school_id
left join commune g on g.id = s.commune_id
left join (
  select i.part_id, (count(*) filter (
      where i.expected))::int as expected, (count(*) filter (
      where i.expected
      and i.finding in ('found', 'misplaced', 'unexpected', 'unknown')))::int as seen, (count(*) filter (
      where i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')))::int as differences, (count(*) filter (
      where i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')
      and i.resolution is null))::int as unresolved
  from campaign_item i
  where i.campaign_id = $1
  group by i.part_id) n on n.part_id = t.id
where t.campaign_id = $1
order by s.name collate "fr-x-icu", s.id
limit 1000;

-- Écarts · plan-manager · GET /api/v1/campaigns/:campaign/differences?open=true
-- index: account_pkey, assignment_pkey, campaign_item_differences, campaign_part_id_school_id_key, campaign_photo_of_item, catalogue_item_pkey, equipment_by_seen, room_id_school_id_key, school_pkey, session_pkey, stock_place_pkey
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
      SELECT i.id as "id", i.part_id as "partId", s.name as "schoolName", t.state as "partState", i.finding as "finding", i.equipment_id as "equipmentId", "e"."tag" as "tag", "m"."name" as "modelName", "e"."state" as "state", i.code as "code", i.note as "note", (
        select coalesce(json_agg(f.id
            order by f.created_at, f.id), '[]')
        from campaign_photo f
        where f.item_id = i.id) as "photos", coalesce(q.name, case when "e"."school_id" = t.school_id then r.name else coalesce(z.name || coalesce(', ' || r.name, ''), p.name) end) as "placeName", w.name as "seenRoomName", i.seen_at as "seenAt", a.name as "seenByName", i.answer as "answer", i.resolution as "resolution", i.resolved_at as "resolvedAt", b.name as "resolvedByName"
      FROM "campaign_item" "i"
      INNER JOIN "campaign_part" "t" ON t.id = i.part_id
      INNER JOIN "school" "s" ON s.id = t.school_id
      LEFT JOIN "equipment" "e" ON "e"."id" = i.equipment_id
      LEFT JOIN "equipment" "c" ON "c"."id" = "e"."container_id"
      LEFT JOIN "catalogue_item" "m" ON "m"."id" = "e"."model_id"
      LEFT JOIN "school" "z" ON z.id = "e"."school_id"
      LEFT JOIN "room" "r" ON r.id = coalesce("e"."room_id", "c"."room_id")
      LEFT JOIN "room" "q" ON q.id = i.expected_room_id
      LEFT JOIN "room" "w" ON w.id = i.seen_room_id
      LEFT JOIN "stock_place" "p" ON p.id = coalesce("e"."stock_place_id", "c"."stock_place_id")
      LEFT JOIN "account" "a" ON a.id = i.seen_by
      LEFT JOIN "account" "b" ON b.id = i.resolved_by
      WHERE i.campaign_id = $1
      and i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')
      AND true
      AND i.resolution is null
      ORDER BY (i.resolution is not null) ASC, i.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "campaign_item" "i"
      INNER JOIN "campaign_part" "t" ON t.id = i.part_id
      WHERE i.campaign_id = $2
      and i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')
      AND true
      AND i.resolution is null
      LIMIT 1001) row) counted)::text end as page;

-- Procès-verbal · plan-manager · GET /api/v1/campaigns/:campaign/minutes
-- index: account_pkey, campaign_item_differences, campaign_part_id_school_id_key, campaign_photo_of_item, catalogue_item_pkey, equipment_by_seen, room_id_school_id_key, school_pkey, stock_place_pkey
SELECT i.id as "id", i.part_id as "partId", s.name as "schoolName", t.state as "partState", i.finding as "finding", i.equipment_id as "equipmentId", "e"."tag" as "tag", "m"."name" as "modelName", "e"."state" as "state", i.code as "code", i.note as "note", (
  select coalesce(json_agg(f.id
      order by f.created_at, f.id), '[]')
  from campaign_photo f
  where f.item_id = i.id) as "photos", coalesce(q.name, case when "e"."school_id" = t.school_id then r.name else coalesce(z.name || coalesce(', ' || r.name, ''), p.name) end) as "placeName", w.name as "seenRoomName", i.seen_at as "seenAt", a.name as "seenByName", i.answer as "answer", i.resolution as "resolution", i.resolved_at as "resolvedAt", b.name as "resolvedByName"
FROM "campaign_item" "i"
INNER JOIN "campaign_part" "t" ON t.id = i.part_id
INNER JOIN "school" "s" ON s.id = t.school_id
LEFT JOIN "equipment" "e" ON "e"."id" = i.equipment_id
LEFT JOIN "equipment" "c" ON "c"."id" = "e"."container_id"
LEFT JOIN "catalogue_item" "m" ON "m"."id" = "e"."model_id"
LEFT JOIN "school" "z" ON z.id = "e"."school_id"
LEFT JOIN "room" "r" ON r.id = coalesce("e"."room_id", "c"."room_id")
LEFT JOIN "room" "q" ON q.id = i.expected_room_id
LEFT JOIN "room" "w" ON w.id = i.seen_room_id
LEFT JOIN "stock_place" "p" ON p.id = coalesce("e"."stock_place_id", "c"."stock_place_id")
LEFT JOIN "account" "a" ON a.id = i.seen_by
LEFT JOIN "account" "b" ON b.id = i.resolved_by
WHERE i.campaign_id = $1
and i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')
ORDER BY s.name ASC, s.id ASC, i.finding ASC, "e"."tag" ASC, i.id ASC
LIMIT 500;
-- index: campaign_by_begin
select c.id, c.title, c.from_day::text as "fromDay", c.to_day::text as "toDay", c.model_ids as "modelIds", c.room_ids as "roomIds", c.created_at as "createdAt", c.opened_at as "openedAt", c.closed_at as "closedAt", c.version
from campaign c
where c.id = $1
and true;
-- index: campaign_item_of_campaign, campaign_part_id_school_id_key
select i.finding, count(*)::int as count, (count(*) filter (
    where i.resolution is null
    and t.state = 'sent'))::int as unresolved
from campaign_item i
join campaign_part t on t.id = i.part_id
where i.campaign_id = $1
group by i.finding
order by i.finding;
-- index: campaign_item_of_campaign, campaign_move_part, campaign_part_campaign_id_school_id_key, commune_pkey, school_pkey
select t.id, t.version, t.school_id as "schoolId", s.name as "schoolName", g.name as "communeName", t.state, coalesce(n.expected, 0) as expected, coalesce(n.seen, 0) as seen, coalesce(n.differences, 0) as differences, coalesce(n.unresolved, 0) as unresolved, t.reminded_on::text as "remindedOn", case when t.state in ('dropped', 'dropped') then (
  select v.reason
  from campaign_move v
  where v.part_id = t.id
  order by v.at desc, v.id desc
  limit 1) end as reason
from campaign_part t
join school s on s.id = t.school_id
left join commune g on g.id = s.commune_id
left join (
  select i.part_id, (count(*) filter (
      where i.expected))::int as expected, (count(*) filter (
      where i.expected
      and i.finding in ('found', 'misplaced', 'unexpected', 'unknown')))::int as seen, (count(*) filter (
      where i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')))::int as differences, (count(*) filter (
      where i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')
      and i.resolution is null))::int as unresolved
  from campaign_item i
  where i.campaign_id = $1
  group by i.part_id) n on n.part_id = t.id
where t.campaign_id = $1
order by s.name collate "fr-x-icu", s.id
limit 1000;
