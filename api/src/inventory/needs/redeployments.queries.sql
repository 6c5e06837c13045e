-- Redéploiements · plan-manager · GET /api/v1/redeployments
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, equipment_id_is_container_state_site_id_key, redeployment_of_receiving, school_pkey, session_pkey
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
      SELECT d.id as "id", "e"."tag" as "tag", "i"."name" as "modelName", f.name as "fromSchoolName", s.name as "toSchoolName", d.state as "state", d.state_since as "stateSince", d.answer_by::text as "answerBy", (d.state = 'proposed'
        and coalesce(case $1::uuid when d.from_school_id then d.giving_answer is null when d.to_school_id then d.receiving_answer is null end, false)) as "asksMe"
      FROM "redeployment" "d"
      INNER JOIN "equipment" "e" ON "e"."id" = d.equipment_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      INNER JOIN "school" "s" ON s.id = d.to_school_id
      LEFT JOIN "school" "f" ON f.id = d.from_school_id
      WHERE true
      ORDER BY d.created_at DESC, d.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "redeployment" "d"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Redéploiements · school-head · GET /api/v1/redeployments?state=proposed
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, equipment_by_seen, redeployment_of_state_by_day, redeployment_one_of_a_device, school_pkey, session_pkey
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
      SELECT d.id as "id", "e"."tag" as "tag", "i"."name" as "modelName", f.name as "fromSchoolName", s.name as "toSchoolName", d.state as "state", d.state_since as "stateSince", d.answer_by::text as "answerBy", (d.state = 'proposed'
        and coalesce(case $1::uuid when d.from_school_id then d.giving_answer is null when d.to_school_id then d.receiving_answer is null end, false)) as "asksMe"
      FROM "redeployment" "d"
      INNER JOIN "equipment" "e" ON "e"."id" = d.equipment_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      INNER JOIN "school" "s" ON s.id = d.to_school_id
      LEFT JOIN "school" "f" ON f.id = d.from_school_id
      WHERE (d.from_school_id = $2 or d.to_school_id = $2)
      AND d.state = 'proposed'
      ORDER BY d.created_at DESC, d.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "redeployment" "d"
      WHERE (d.from_school_id = $3 or d.to_school_id = $3)
      AND d.state = 'proposed'
      LIMIT 1001) row) counted)::text end as page;

-- Redéploiement · plan-manager · GET /api/v1/redeployments/:redeployment
-- index: catalogue_item_pkey, equipment_by_seen, equipment_contents, need_by_day, redeployment_by_day, school_pkey
select d.id as "id", e.tag as "tag", i.name as "modelName", f.name as "fromSchoolName", s.name as "toSchoolName", d.state as "state", d.state_since as "stateSince", d.answer_by::text as "answerBy", (d.state = 'proposed'
  and coalesce(case $2::uuid when d.from_school_id then d.giving_answer is null when d.to_school_id then d.receiving_answer is null end, false)) as "asksMe", d.version, d.equipment_id as "equipmentId", e.purchased_on::text as "purchasedOn", case when e.is_container then (
  select count(*)::int
  from equipment y
  where y.container_id = e.id) else 0 end as contents, d.idle, d.to_school_id as "toSchoolId", d.need_id as "needId", n.room_id as "needRoomId", n.purpose, d.giving_answer as "givingAnswer", d.receiving_answer as "receivingAnswer"
from redeployment d
join equipment e on e.id = d.equipment_id
join catalogue_item i on i.id = e.model_id
join school s on s.id = d.to_school_id
left join school f on f.id = d.from_school_id
join need n on n.id = d.need_id
where d.id = $1;
-- index: redeployment_by_day
select d.id, d.equipment_id as "equipmentId", d.need_id as "needId", d.from_school_id as "fromSchoolId", d.to_school_id as "toSchoolId", d.answer_by::text as "answerBy", d.giving_answer as "givingAnswer", d.receiving_answer as "receivingAnswer", d.state, d.version
from redeployment d
where d.id = $1
and true;
-- index: redeployment_move_redeployment, school_pkey
select v.action, v.role, v.at, v.reason, v.school_id as "schoolId", s.name as "schoolName", v.answer
from redeployment_move v
left join school s on s.id = v.school_id
where v.redeployment_id = $1
order by v.at desc, v.id desc
limit 200;
