-- Qui inscrire · inspector · GET /api/v1/training-sessions/:training/people?search=a
-- index: training_session_id_outside_key
SELECT "t"."id" AS "t_id", "t"."number" AS "t_number", "t"."module_id" AS "t_module_id", "t"."circonscription_id" AS "t_circonscription_id", "t"."place_kind" AS "t_place_kind", "t"."school_id" AS "t_school_id", "t"."place_name" AS "t_place_name", "t"."trainer_id" AS "t_trainer_id", "t"."starts_at" AS "t_starts_at", "t"."ends_at" AS "t_ends_at", "t"."capacity" AS "t_capacity", "t"."minimum" AS "t_minimum", "t"."state" AS "t_state", "t"."state_since" AS "t_state_since", "t"."metropole_agreed_at" AS "t_metropole_agreed_at", "t"."inspection_agreed_at" AS "t_inspection_agreed_at", "t"."version" AS "t_version"
FROM "training_session" "t"
WHERE "t"."circonscription_id" = $1
AND "t"."id" = $2;
-- index: training_enrolment_person_once
select account_id as id
from training_enrolment
where session_id = $1
and left_at is null;
-- index: school_circonscription, school_pkey
select s.id, s.name
from school s
where s.id = $1 or $1::uuid is null
and s.circonscription_id = $2;
-- index: account_pkey, assignment_school
select w.*
from (
  select distinct on (c.id) c.id as "accountId", c.name, a.school_id as "schoolId"
  from assignment a
  join account c on c.id = a.account_id
  and c.active
  where a.school_id = any($1)
  and a.role = any($3)
  and a.from_day <= $2
  and (a.to_day is null or a.to_day > $2)
  and c.id <> all($4)
  and search_text(c.name) like all (search_patterns($5))
  order by c.id, a.school_id) w
order by w.name, w."accountId"
limit 20;

-- Où proposer une session · plan-manager · GET /api/v1/training-grounds
-- index: account_pkey, assignment_account
select distinct c.id as "accountId", c.name, a.circonscription_id as "circonscriptionId"
from assignment a
join account c on c.id = a.account_id
and c.active
where a.role = $1
and a.circonscription_id is not null
and a.from_day <= $2
and (a.to_day is null or a.to_day > $2)
order by c.name, c.id;
-- index: none; read whole: circonscription
select id, label
from (
  select id, name as label, name || ' ' || code as words
  from circonscription) q
where $1::uuid is null or id = $1
order by label, id
limit 1000;
