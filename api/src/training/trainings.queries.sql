-- Formations · plan-manager · GET /api/v1/training-sessions
-- index: account_pkey, assignment_pkey, circonscription_pkey, commune_pkey, school_pkey, session_pkey, training_enrolment_of_account, training_enrolment_seat_once, training_enrolment_waiting, training_module_pkey, training_session_by_start, training_session_id_outside_key
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."state" as "state", d.title as "moduleTitle", d.kind as "moduleKind", d.minutes as "minutes", d.counts as "counts", "t"."starts_at" as "startsAt", "t"."ends_at" as "endsAt", "t"."place_kind" as "placeKind", s.name as "schoolName", "t"."place_name" as "placeName", m.name as "communeName", q.name as "circonscriptionName", t.cycles as "cycles", "t"."capacity" as "capacity", "t"."minimum" as "minimum", (
        select count(*)::int
        from training_enrolment n
        where n.session_id = "t"."id"
        and n.seat is not null) as "enrolled", (
        select count(*)::int
        from training_enrolment n
        where n.session_id = "t"."id"
        and n.seat is null
        and n.left_at is null) as "waiting", case when n.id is not null then case when n.seat is null then 'waiting' when n.offer_until is not null
      and n.offer_ended is null then 'offered' else 'seated' end end as "mine", case when n.offer_ended is null then n.offer_until end as "offerUntil", n.seat is not null
      and n.asked_at is not null
      and n.comes_at is null as "asked", case when n.id is not null
      and n.seat is null then (
        select count(*)::int
        from training_enrolment w
        where w.session_id = n.session_id
        and w.left_at is null
        and w.seat is null
        and w.turn <= n.turn) end as "rank", 0 as "opensHere", coalesce(trainer.name, t.outside_trainer || ', ' || t.outside_firm) as "trainerName", "t"."metropole_agreed_at" as "metropoleAgreedAt", "t"."inspection_agreed_at" as "inspectionAgreedAt"
      FROM "training_session" "t"
      INNER JOIN "training_module" "d" ON d.id = "t"."module_id"
      LEFT JOIN "school" "s" ON s.id = "t"."school_id"
      LEFT JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
      LEFT JOIN "account" "trainer" ON trainer.id = "t"."trainer_id"
      LEFT JOIN "training_enrolment" "n" ON n.session_id = "t"."id"
      and n.account_id = $1
      and n.left_at is null
      WHERE true
      ORDER BY "t"."starts_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "training_session" "t"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Formations ouvertes à l’école · teacher · GET /api/v1/training-sessions?ahead=true
-- index: account_pkey, assignment_pkey, circonscription_pkey, commune_pkey, equipment_of_school_by_model, school_commune, school_pkey, session_pkey, training_enrolment_of_account, training_enrolment_seat_once, training_enrolment_waiting, training_guest_of_school, training_module_model_pkey, training_module_pkey, training_session_by_start
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."state" as "state", d.title as "moduleTitle", d.kind as "moduleKind", d.minutes as "minutes", d.counts as "counts", "t"."starts_at" as "startsAt", "t"."ends_at" as "endsAt", "t"."place_kind" as "placeKind", s.name as "schoolName", "t"."place_name" as "placeName", m.name as "communeName", q.name as "circonscriptionName", t.cycles as "cycles", "t"."capacity" as "capacity", "t"."minimum" as "minimum", (
        select count(*)::int
        from training_enrolment n
        where n.session_id = "t"."id"
        and n.seat is not null) as "enrolled", (
        select count(*)::int
        from training_enrolment n
        where n.session_id = "t"."id"
        and n.seat is null
        and n.left_at is null) as "waiting", case when n.id is not null then case when n.seat is null then 'waiting' when n.offer_until is not null
      and n.offer_ended is null then 'offered' else 'seated' end end as "mine", case when n.offer_ended is null then n.offer_until end as "offerUntil", n.seat is not null
      and n.asked_at is not null
      and n.comes_at is null as "asked", case when n.id is not null
      and n.seat is null then (
        select count(*)::int
        from training_enrolment w
        where w.session_id = n.session_id
        and w.left_at is null
        and w.seat is null
        and w.turn <= n.turn) end as "rank", (
        select count(*)::int
        from equipment e
        where e.school_id = $1
        and e.model_id = any(array(
            select x.model_id
            from training_module_model x
            where x.module_id = "t"."module_id"))
        and e.state = 'awaiting-training') as "opensHere", coalesce(trainer.name, t.outside_trainer || ', ' || t.outside_firm) as "trainerName", "t"."metropole_agreed_at" as "metropoleAgreedAt", "t"."inspection_agreed_at" as "inspectionAgreedAt"
      FROM "training_session" "t"
      INNER JOIN "training_module" "d" ON d.id = "t"."module_id"
      LEFT JOIN "school" "s" ON s.id = "t"."school_id"
      LEFT JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
      LEFT JOIN "account" "trainer" ON trainer.id = "t"."trainer_id"
      LEFT JOIN "training_enrolment" "n" ON n.session_id = "t"."id"
      and n.account_id = $2
      and n.left_at is null
      WHERE ("t"."state" in ('open', 'confirmed', 'held', 'closed')
        and ("t"."circonscription_id" = (
            select circonscription_id
            from school
            where id = $3) or exists (
            select
            from training_guest g
            where g.session_id = "t"."id"
            and g.school_id = $3)) or "t"."id" in (
          select n.session_id
          from training_enrolment n
          where n.account_id = $4
          and n.left_at is null))
      AND "t"."starts_at" > $5
      ORDER BY "t"."starts_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "training_session" "t"
      WHERE ("t"."state" in ('open', 'confirmed', 'held', 'closed')
        and ("t"."circonscription_id" = (
            select circonscription_id
            from school
            where id = $6) or exists (
            select
            from training_guest g
            where g.session_id = "t"."id"
            and g.school_id = $6)) or "t"."id" in (
          select n.session_id
          from training_enrolment n
          where n.account_id = $7
          and n.left_at is null))
      AND "t"."starts_at" > $8
      LIMIT 1001) row) counted)::text end as page;

-- Formations de la circonscription · inspector · GET /api/v1/training-sessions?state=proposed
-- index: account_pkey, assignment_pkey, circonscription_pkey, commune_pkey, school_pkey, session_pkey, training_enrolment_of_account, training_enrolment_seat_once, training_enrolment_waiting, training_module_pkey, training_session_of_circonscription
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."state" as "state", d.title as "moduleTitle", d.kind as "moduleKind", d.minutes as "minutes", d.counts as "counts", "t"."starts_at" as "startsAt", "t"."ends_at" as "endsAt", "t"."place_kind" as "placeKind", s.name as "schoolName", "t"."place_name" as "placeName", m.name as "communeName", q.name as "circonscriptionName", t.cycles as "cycles", "t"."capacity" as "capacity", "t"."minimum" as "minimum", (
        select count(*)::int
        from training_enrolment n
        where n.session_id = "t"."id"
        and n.seat is not null) as "enrolled", (
        select count(*)::int
        from training_enrolment n
        where n.session_id = "t"."id"
        and n.seat is null
        and n.left_at is null) as "waiting", case when n.id is not null then case when n.seat is null then 'waiting' when n.offer_until is not null
      and n.offer_ended is null then 'offered' else 'seated' end end as "mine", case when n.offer_ended is null then n.offer_until end as "offerUntil", n.seat is not null
      and n.asked_at is not null
      and n.comes_at is null as "asked", case when n.id is not null
      and n.seat is null then (
        select count(*)::int
        from training_enrolment w
        where w.session_id = n.session_id
        and w.left_at is null
        and w.seat is null
        and w.turn <= n.turn) end as "rank", 0 as "opensHere", coalesce(trainer.name, t.outside_trainer || ', ' || t.outside_firm) as "trainerName", "t"."metropole_agreed_at" as "metropoleAgreedAt", "t"."inspection_agreed_at" as "inspectionAgreedAt"
      FROM "training_session" "t"
      INNER JOIN "training_module" "d" ON d.id = "t"."module_id"
      LEFT JOIN "school" "s" ON s.id = "t"."school_id"
      LEFT JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
      LEFT JOIN "account" "trainer" ON trainer.id = "t"."trainer_id"
      LEFT JOIN "training_enrolment" "n" ON n.session_id = "t"."id"
      and n.account_id = $1
      and n.left_at is null
      WHERE "t"."circonscription_id" = $2
      AND "t"."state" = 'proposed'
      ORDER BY "t"."starts_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "training_session" "t"
      WHERE "t"."circonscription_id" = $3
      AND "t"."state" = 'proposed'
      LIMIT 1001) row) counted)::text end as page;

-- Formations cherchées · plan-manager · GET /api/v1/training-sessions?search=ecole
-- index: account_pkey, assignment_pkey, circonscription_pkey, commune_pkey, school_pkey, school_search, session_pkey, training_enrolment_of_account, training_enrolment_seat_once, training_enrolment_waiting, training_module_pkey, training_session_by_start, training_session_of_module, training_session_of_school, training_session_search; read whole: training_module
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
      SELECT "t"."id" as "id", "t"."version" as "version", "t"."number" as "number", "t"."state" as "state", d.title as "moduleTitle", d.kind as "moduleKind", d.minutes as "minutes", d.counts as "counts", "t"."starts_at" as "startsAt", "t"."ends_at" as "endsAt", "t"."place_kind" as "placeKind", s.name as "schoolName", "t"."place_name" as "placeName", m.name as "communeName", q.name as "circonscriptionName", t.cycles as "cycles", "t"."capacity" as "capacity", "t"."minimum" as "minimum", (
        select count(*)::int
        from training_enrolment n
        where n.session_id = "t"."id"
        and n.seat is not null) as "enrolled", (
        select count(*)::int
        from training_enrolment n
        where n.session_id = "t"."id"
        and n.seat is null
        and n.left_at is null) as "waiting", case when n.id is not null then case when n.seat is null then 'waiting' when n.offer_until is not null
      and n.offer_ended is null then 'offered' else 'seated' end end as "mine", case when n.offer_ended is null then n.offer_until end as "offerUntil", n.seat is not null
      and n.asked_at is not null
      and n.comes_at is null as "asked", case when n.id is not null
      and n.seat is null then (
        select count(*)::int
        from training_enrolment w
        where w.session_id = n.session_id
        and w.left_at is null
        and w.seat is null
        and w.turn <= n.turn) end as "rank", 0 as "opensHere", coalesce(trainer.name, t.outside_trainer || ', ' || t.outside_firm) as "trainerName", "t"."metropole_agreed_at" as "metropoleAgreedAt", "t"."inspection_agreed_at" as "inspectionAgreedAt"
      FROM "training_session" "t"
      INNER JOIN "training_module" "d" ON d.id = "t"."module_id"
      LEFT JOIN "school" "s" ON s.id = "t"."school_id"
      LEFT JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "circonscription" "q" ON q.id = "t"."circonscription_id"
      LEFT JOIN "account" "trainer" ON trainer.id = "t"."trainer_id"
      LEFT JOIN "training_enrolment" "n" ON n.session_id = "t"."id"
      and n.account_id = $1
      and n.left_at is null
      WHERE true
      AND (search_text("t"."number" || ' ' || coalesce("t"."place_name", '')) like search_pattern($2) or "t"."school_id" = any(array(
            select x.id
            from school x
            where search_text(x.name || ' ' || x.uai) like search_pattern($2))) or "t"."module_id" = any(array(
            select x.id
            from training_module x
            where search_text(x.title) like search_pattern($2))))
      ORDER BY "t"."starts_at" ASC, "t"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "training_session" "t"
      WHERE true
      AND (search_text("t"."number" || ' ' || coalesce("t"."place_name", '')) like search_pattern($3) or "t"."school_id" = any(array(
            select x.id
            from school x
            where search_text(x.name || ' ' || x.uai) like search_pattern($3))) or "t"."module_id" = any(array(
            select x.id
            from training_module x
            where search_text(x.title) like search_pattern($3))))
      LIMIT 1001) row) counted)::text end as page;

-- Session de formation · inspector · GET /api/v1/training-sessions/:training
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
-- index: training_module_model_pkey
select model_id as id
from training_module_model
where module_id = $1
order by model_id;
-- index: account_pkey, school_pkey, training_enrolment_person_once
select n.id, n.account_id as "accountId", c.name, s.name as "schoolName", case when n.seat is null then 'waiting' when n.offer_until is not null
and n.offer_ended is null then 'offered' else 'seated' end as standing, n.enrolled_at as "enrolledAt", case when n.offer_ended is null then n.offer_until end as "offerUntil", case when n.asked_at is not null then n.comes_at is not null end as comes, n.present
from training_enrolment n
join account c on c.id = n.account_id
join school s on s.id = n.school_id
where n.session_id = $1
and n.left_at is null
and ($2::uuid is null or n.school_id = $2)
and ($3::uuid is null or n.account_id = $3)
order by n.seat is null, n.turn
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
-- index: account_pkey, circonscription_pkey, commune_pkey, equipment_of_school_by_model, school_pkey, training_date_of_session_by_start, training_enrolment_of_account, training_enrolment_seat_once, training_enrolment_waiting, training_guest_pkey, training_module_model_pkey, training_module_pkey, training_session_id_trainer_id_key
select t.id as "id", t.version as "version", t.number as "number", t.state as "state", d.title as "moduleTitle", d.kind as "moduleKind", d.minutes as "minutes", d.counts as "counts", t.starts_at as "startsAt", t.ends_at as "endsAt", t.place_kind as "placeKind", s.name as "schoolName", t.place_name as "placeName", m.name as "communeName", q.name as "circonscriptionName", t.cycles as "cycles", t.capacity as "capacity", t.minimum as "minimum", (
  select count(*)::int
  from training_enrolment n
  where n.session_id = t.id
  and n.seat is not null) as "enrolled", (
  select count(*)::int
  from training_enrolment n
  where n.session_id = t.id
  and n.seat is null
  and n.left_at is null) as "waiting", case when n.id is not null then case when n.seat is null then 'waiting' when n.offer_until is not null
and n.offer_ended is null then 'offered' else 'seated' end end as "mine", case when n.offer_ended is null then n.offer_until end as "offerUntil", n.seat is not null
and n.asked_at is not null
and n.comes_at is null as "asked", case when n.id is not null
and n.seat is null then (
  select count(*)::int
  from training_enrolment w
  where w.session_id = n.session_id
  and w.left_at is null
  and w.seat is null
  and w.turn <= n.turn) end as "rank", (
  select count(*)::int
  from equipment e
  where e.school_id = $3
  and e.model_id = any(array(
      select x.model_id
      from training_module_model x
      where x.module_id = t.module_id))
  and e.state = 'awaiting-training') as "opensHere", coalesce(trainer.name, t.outside_trainer || ', ' || t.outside_firm) as "trainerName", t.metropole_agreed_at as "metropoleAgreedAt", t.inspection_agreed_at as "inspectionAgreedAt", t.module_id as "moduleId", (
  select json_agg(json_build_object('id', e.id, 'startsAt', e.starts_at, 'endsAt', e.ends_at)
    order by e.starts_at)
  from training_date e
  where e.session_id = t.id) as dates, (case when $4 or exists (
    select
    from training_enrolment n
    where n.session_id = t.id
    and n.account_id = $2
    and n.seat is not null
    and (n.offer_until is null or n.offer_ended is not null)) then t.remote_link end) as "remoteLink", array(
  select g.school_id
  from training_guest g
  where g.session_id = t.id
  order by 1) as "guestIds"
from training_session t
join training_module d on d.id = t.module_id
left join school s on s.id = t.school_id
left join commune m on m.id = s.commune_id
join circonscription q on q.id = t.circonscription_id
left join account trainer on trainer.id = t.trainer_id
left join training_enrolment n on n.session_id = t.id
and n.account_id = $2
and n.left_at is null
where t.id = $1;
-- index: training_session_move_session
select v.action, v.to_state as "toState", v.at, v.role, v.deputy, v.reason, v.was_at as "wasAt"
from training_session_move v
where v.session_id = $1
order by v.at desc, v.id desc
limit 200;
-- index: training_survey_answer_of_session, training_survey_pkey
with asked as (
  select v.session_id, v.asked, (
    select count(*)
    from training_survey_answer a
    where a.session_id = v.session_id) >= 3 as told
  from training_survey v
  where v.session_id = $1 ), said as (
  select a.id, a.useful, a.level, a.uses, a.remark
  from training_survey_answer a
  join asked k on k.session_id = a.session_id
  and k.told ), told as (
  select exists (
    select
    from said) as is)
select (
  select sum(asked)::int
  from asked) as asked, case when told.is then (
  select count(*)::int
  from said) end as answered, case when told.is then (
  select json_agg(json_build_object('grade', g, 'people', (
        select count(*)::int
        from said a
        where a.useful = g))
    order by g)
  from generate_series(1, 4) g) else '[]' end as useful, case when told.is then (
  select json_agg(json_build_object('grade', g, 'people', (
        select count(*)::int
        from said a
        where a.level = g))
    order by g)
  from generate_series(1, 4) g) else '[]' end as level, case when told.is then json_build_array(json_build_object('use', 'yes', 'people', (
      select count(*)::int
      from said a
      where a.uses = 'yes')), json_build_object('use', 'perhaps', 'people', (
      select count(*)::int
      from said a
      where a.uses = 'perhaps')), json_build_object('use', 'no', 'people', (
      select count(*)::int
      from said a
      where a.uses = 'no'))) else '[]' end as uses, array(
  select s.remark
  from said s
  where s.remark is not null
  order by s.id
  limit 200) as remarks
from told
where exists (
  select
  from asked);
