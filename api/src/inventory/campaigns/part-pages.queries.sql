-- Récolement d’une école · school-head · GET /api/v1/campaign-parts/:part
-- index: campaign_item_of_part
select (count(*) filter (
    where i.resolution is null))::int as unresolved, (count(*) filter (
    where i.resolution is not null))::int as resolved
from campaign_item i
where i.part_id = $1
and i.finding in ('misplaced', 'unexpected', 'unknown', 'missing');
-- index: campaign_by_begin, campaign_part_id_campaign_id_key, school_pkey
select t.id as "partId", t.version, t.state, t.state_since as "stateSince", t.school_id as "schoolId", s.name as "schoolName", c.id, c.title, c.from_day::text as "fromDay", c.to_day::text as "toDay", c.model_ids as "modelIds", c.room_ids as "roomIds"
from campaign_part t
join campaign c on c.id = t.campaign_id
join school s on s.id = t.school_id
where t.id = $1
and s.id = $2;
-- index: campaign_item_device_once, campaign_room_part_id_room_id_key, equipment_by_seen, room_id_school_id_key
with seen as (
  select case when i.seen_room_id is not null then i.seen_room_id else coalesce(e.room_id, c.room_id) end as room_id, i.finding, i.resolution, i.finding <> 'awaited' or e.school_id = $2
  and e.state in ('awaiting-training', 'in-service') as stands
  from campaign_item i
  left join equipment e on e.id = i.equipment_id
  left join equipment c on c.id = e.container_id
  where i.part_id = $1)
select r.id as "roomId", r.name as "roomName", (count(*) filter (
    where i.finding = 'awaited'))::int as awaited, (count(*) filter (
    where i.finding in ('found', 'misplaced', 'unexpected', 'unknown')))::int as seen, (count(*) filter (
    where i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')))::int as differences, k.finished_at is not null as finished
from campaign_room k
join room r on r.id = k.room_id
left join seen i on i.room_id = r.id
and i.stands
where k.part_id = $1
group by r.id, k.id
order by r.name collate "fr-x-icu", r.id
limit 200;

-- Récolement, sa carte · school-head · GET /api/v1/campaign-parts/of-school/:school
-- index: school_pkey
select
from school s
where s.id = $1
and s.id = $2;
-- index: campaign_by_begin, campaign_part_id_campaign_id_key, school_pkey
select t.id as "partId", t.version, t.state, t.state_since as "stateSince", t.school_id as "schoolId", s.name as "schoolName", c.id, c.title, c.from_day::text as "fromDay", c.to_day::text as "toDay", c.model_ids as "modelIds", c.room_ids as "roomIds"
from campaign_part t
join campaign c on c.id = t.campaign_id
join school s on s.id = t.school_id
where t.id = $1
and s.id = $2;
-- index: campaign_by_begin, campaign_part_one_at_a_time
select t.id
from campaign_part t
join campaign c on c.id = t.campaign_id
where t.school_id = $1
and t.state in ('prepared', 'open')
and c.from_day <= $2;
-- index: campaign_item_device_once, campaign_room_part_id_room_id_key, equipment_by_seen, room_id_school_id_key
with seen as (
  select case when i.seen_room_id is not null then i.seen_room_id else coalesce(e.room_id, c.room_id) end as room_id, i.finding, i.resolution, i.finding <> 'awaited' or e.school_id = $2
  and e.state in ('awaiting-training', 'in-service') as stands
  from campaign_item i
  left join equipment e on e.id = i.equipment_id
  left join equipment c on c.id = e.container_id
  where i.part_id = $1)
select r.id as "roomId", r.name as "roomName", (count(*) filter (
    where i.finding = 'awaited'))::int as awaited, (count(*) filter (
    where i.finding in ('found', 'misplaced', 'unexpected', 'unknown')))::int as seen, (count(*) filter (
    where i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')))::int as differences, k.finished_at is not null as finished
from campaign_room k
join room r on r.id = k.room_id
left join seen i on i.room_id = r.id
and i.stands
where k.part_id = $1
group by r.id, k.id
order by r.name collate "fr-x-icu", r.id
limit 200;

-- Salle d’un récolement · school-head · GET /api/v1/campaign-parts/:part/rooms/:room
-- index: account_pkey, campaign_item_device_once, campaign_photo_of_item, catalogue_item_pkey, equipment_by_seen, room_id_school_id_key, school_pkey, stock_place_pkey
select i.id, i.finding, case when e.school_id = $2 or $1::boolean then e.tag else i.code end as tag, e.id as "equipmentId", case when e.school_id = $2 or $1::boolean then m.name end as "modelName", case when e.school_id = $2 or $1::boolean then m.picture end as picture, coalesce(e.is_container, false) as "isContainer", case when e.school_id = $2 or $1::boolean then c.tag end as "containerTag", case when e.school_id = $2 then r.name when $1::boolean then coalesce(s.name || coalesce(', ' || r.name, ''), p.name) end as "placeName", case when e.school_id = $2 or $1::boolean then e.last_seen_at end as "lastSeenAt", i.seen_how as how, i.seen_at as "seenAt", a.name as "seenByName", i.answer, i.note, (
  select coalesce(json_agg(f.id
      order by f.created_at, f.id), '[]')
  from campaign_photo f
  where f.item_id = i.id) as photos
from campaign_item i
left join equipment e on e.id = i.equipment_id
left join equipment c on c.id = e.container_id
left join catalogue_item m on m.id = e.model_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
left join school s on s.id = e.school_id
left join stock_place p on p.id = coalesce(e.stock_place_id, c.stock_place_id)
left join account a on a.id = i.seen_by
where i.part_id = $3
and (i.seen_room_id = $4 or (i.seen_room_id is null
    and coalesce(e.room_id, c.room_id) = $4
    and (i.finding = 'missing' or (i.finding = 'awaited'
        and e.school_id = $2
        and e.state in ('awaiting-training', 'in-service')))))
order by i.seen_at desc nulls first, e.tag, i.id
limit 500;
-- index: catalogue_item_pkey, equipment_by_seen, equipment_of_school, room_id_school_id_key, school_pkey, stock_place_pkey
select null as id, $5::text as finding, e.tag, e.id as "equipmentId", case when e.school_id = $2 or $1::boolean then m.name end as "modelName", case when e.school_id = $2 or $1::boolean then m.picture end as picture, coalesce(e.is_container, false) as "isContainer", case when e.school_id = $2 or $1::boolean then c.tag end as "containerTag", case when e.school_id = $2 then r.name when $1::boolean then coalesce(s.name || coalesce(', ' || r.name, ''), p.name) end as "placeName", case when e.school_id = $2 or $1::boolean then e.last_seen_at end as "lastSeenAt", null as how, null as "seenAt", null as "seenByName", null as answer, null as note, '[]'::json as photos
from equipment e
left join equipment c on c.id = e.container_id
left join catalogue_item m on m.id = e.model_id
left join room r on r.id = coalesce(e.room_id, c.room_id)
left join school s on s.id = e.school_id
left join stock_place p on p.id = coalesce(e.stock_place_id, c.stock_place_id)
where e.school_id = $2
and coalesce(e.room_id, c.room_id) = $3
and ($4::uuid[] is null or e.model_id = any($4))
and e.state = 'under-repair'
order by e.tag
limit 500;
-- index: campaign_by_begin, campaign_part_id_campaign_id_key, school_pkey
select t.id as "partId", t.version, t.state, t.state_since as "stateSince", t.school_id as "schoolId", s.name as "schoolName", c.id, c.title, c.from_day::text as "fromDay", c.to_day::text as "toDay", c.model_ids as "modelIds", c.room_ids as "roomIds"
from campaign_part t
join campaign c on c.id = t.campaign_id
join school s on s.id = t.school_id
where t.id = $1
and s.id = $2;
-- index: campaign_item_device_once, campaign_room_part_id_room_id_key, equipment_by_seen, room_id_school_id_key
with seen as (
  select case when i.seen_room_id is not null then i.seen_room_id else coalesce(e.room_id, c.room_id) end as room_id, i.finding, i.resolution, i.finding <> 'awaited' or e.school_id = $2
  and e.state in ('awaiting-training', 'in-service') as stands
  from campaign_item i
  left join equipment e on e.id = i.equipment_id
  left join equipment c on c.id = e.container_id
  where i.part_id = $1)
select r.id as "roomId", r.name as "roomName", (count(*) filter (
    where i.finding = 'awaited'))::int as awaited, (count(*) filter (
    where i.finding in ('found', 'misplaced', 'unexpected', 'unknown')))::int as seen, (count(*) filter (
    where i.finding in ('misplaced', 'unexpected', 'unknown', 'missing')))::int as differences, k.finished_at is not null as finished
from campaign_room k
join room r on r.id = k.room_id
left join seen i on i.room_id = r.id
and i.stands
where k.part_id = $1
group by r.id, k.id
order by r.name collate "fr-x-icu", r.id
limit 200;
