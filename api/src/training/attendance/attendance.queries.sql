-- Émargement · inspector · GET /api/v1/training-sessions/:training/attendance
-- index: training_session_id_outside_key
SELECT "t"."id" AS "t_id", "t"."number" AS "t_number", "t"."module_id" AS "t_module_id", "t"."circonscription_id" AS "t_circonscription_id", "t"."place_kind" AS "t_place_kind", "t"."school_id" AS "t_school_id", "t"."place_name" AS "t_place_name", "t"."trainer_id" AS "t_trainer_id", "t"."starts_at" AS "t_starts_at", "t"."ends_at" AS "t_ends_at", "t"."capacity" AS "t_capacity", "t"."minimum" AS "t_minimum", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."metropole_agreed_at" AS "t_metropole_agreed_at", "t"."inspection_agreed_at" AS "t_inspection_agreed_at", "t"."version" AS "t_version"
FROM "training_session" "t"
WHERE "t"."circonscription_id" = $1
AND "t"."id" = $2;
-- index: training_enrolment_of_account, training_enrolment_seat_once, training_session_id_outside_key
select (
  select count(*)::int
  from training_enrolment n
  where n.session_id = t.id
  and n.seat is not null
  and (n.offer_until is null or n.offer_ended is not null)) as enrolled, (
  select count(*)::int
  from training_enrolment n
  where n.session_id = t.id
  and n.seat is not null
  and n.present is null) as unrecorded, coalesce(coalesce((
      select n.seat is not null
      and n.asked_at is not null
      and n.comes_at is null
      from training_enrolment n
      where n.session_id = t.id
      and n.account_id = $2
      and n.left_at is null), false) or (
    select case when n.offer_ended is null then n.offer_until end
    from training_enrolment n
    where n.session_id = t.id
    and n.account_id = $2
    and n.left_at is null) > $3::timestamptz, false) as asked
from training_session t
where t.id = $1;
-- index: account_pkey, training_correction_of_session, training_date_id_session_id_key, training_enrolment_id_session_id_key
select c.name, d.starts_at as "startsAt", x.present, x.reason, x.role, x.at
from training_correction x
join training_enrolment n on n.id = x.enrolment_id
join training_date d on d.id = x.date_id
join account c on c.id = n.account_id
where x.session_id = $1
order by x.at desc, x.id desc
limit 200;
-- index: training_date_no_overlap
select d.id, d.starts_at as "startsAt", d.ends_at as "endsAt"
from training_date d
where d.session_id = $1
order by d.starts_at, d.id;
-- index: school_pkey, training_guest_pkey, training_module_pkey, training_session_id_outside_key
select d.title as "moduleTitle", coalesce(t.place_name, s.name) as place, array(
  select g.school_id
  from training_guest g
  where g.session_id = t.id
  order by 1) as "guestIds"
from training_session t
join training_module d on d.id = t.module_id
left join school s on s.id = t.school_id
where t.id = $1;
-- index: training_module_model_pkey
select model_id as id
from training_module_model
where module_id = $1
order by model_id;
-- index: account_pkey, school_pkey, training_attendance_said_once, training_date_id_session_id_key, training_enrolment_seat_once
select n.id, c.name, n.school_id as "schoolId", s.name as "schoolName", coalesce((
    select json_agg(json_build_object('dateId', a.date_id, 'present', a.present, 'byCode', a.by_code)
      order by d.starts_at, d.id)
    from training_attendance a
    join training_date d on d.id = a.date_id
    where a.enrolment_id = n.id), '[]') as presences
from training_enrolment n
join account c on c.id = n.account_id
join school s on s.id = n.school_id
where n.session_id = $1
and n.seat is not null
order by s.name, s.id, c.name, n.id
limit 200;
-- index: equipment_of_school_by_model, school_circonscription
select s.id as "schoolId", s.name as "schoolName", count(*)::int as devices
from equipment e
join school s on s.id = e.school_id
where e.model_id = any($3)
and e.state = 'awaiting-training'
and (s.circonscription_id = $1 or s.id = any($2))
and s.circonscription_id = $4
group by s.id, s.name
order by 3 desc, 2, 1
limit 50;

-- Émargements à emporter · digital-trainer · GET /api/v1/training-attendance
-- index: training_date_of_session_by_start, training_session_id_state_key, training_session_of_trainer
select t.id
from training_session t
where t.id in (
  select o.id
  from training_session o
  where o.trainer_id = $1
  union all
  select o.id
  from training_session o
  where o.trainer_id is null
  and o.circonscription_id = $4)
and (t.state = 'held' or (t.state = 'confirmed'
    and exists (
      select
      from training_date d
      where d.session_id = t.id
      and d.starts_at >= $2::timestamptz - interval '30 days'
      and d.starts_at < $3)))
order by t.starts_at, t.id
limit 20;
