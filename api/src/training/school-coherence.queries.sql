-- Matériel et formation · school-head · GET /api/v1/schools/:school/coherence
-- index: account_pkey, assignment_school, installation_order_school, setting_name_from_day_key, training_enrolment_of_account, training_session_id_outside_key
select (
  select count(*)::int
  from (
    select distinct a.account_id
    from assignment a
    join account c on c.id = a.account_id
    and c.active
    where a.school_id = $1
    and a.role in ('school-head', 'teacher')
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date)) w) as teachers, (
  select count(*)::int
  from (
    select distinct a.account_id
    from assignment a
    join account c on c.id = a.account_id
    and c.active
    where a.school_id = $1
    and a.role in ('school-head', 'teacher')
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date)) w
  where exists (
    select
    from training_enrolment n
    join training_session t on t.id = n.session_id
    and t.state = 'closed'
    where n.account_id = w.account_id
    and n.present
    and n.left_at is null)) as "trainedTeachers", (
  select json_build_object('from', y.from_day::text, 'source', y.source)
  from (
    select from_day, source
    from setting
    where name = 'training.minTeachers'
    and from_day <= $2::date
    order by from_day desc
    limit 1) y) as rule, (
  select json_build_object('from', o.planned_from, 'title', o.title)
  from installation_order o
  where o.school_id = $1
  and o.assigned_account_id is not null
  and o.state in ('scheduled', 'in-progress')
  and o.planned_to > $3::timestamptz
  order by o.planned_from, o.id
  limit 1) as "nextVisit";
-- index: account_pkey, assignment_school, equipment_of_school_by_model, school_pkey, training_enrolment_present, training_handover_of_account, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
select d.model_id as "modelId", a.name
from (
  select e.school_id, e.model_id, count(*) filter (
    where e.state = 'awaiting-training')::int as waiting, count(*) filter (
    where e.state = 'in-service')::int as serving, count(*) filter (
    where e.state = 'in-service'
    and exists (
      select
      from equipment_move v
      where v.equipment_id = e.id
      and v.action = 'waive-training'
      and v.at = e.state_since))::int as waived, coalesce(min(e.state_since) filter (
      where e.state = 'awaiting-training'), min(e.state_since)) as since
  from equipment e
  join school s on s.id = e.school_id
  where e.model_id = any(array(
      select i.id
      from catalogue_item i
      where i.training_module is not null))
  and (e.state = 'awaiting-training' or e.state = 'in-service')
  and s.id = $1
  group by e.school_id, e.model_id) d
cross join (
  select distinct a.account_id
  from assignment a
  join account c on c.id = a.account_id
  and c.active
  where a.school_id = $1
  and a.role in ('school-head', 'teacher')
  and a.from_day <= $2::date
  and (a.to_day is null or a.to_day > $2::date)) w
join account a on a.id = w.account_id
where (exists (
    select
    from training_enrolment n
    join training_session t on t.id = n.session_id
    and t.state = 'closed'
    join training_module_model opening on opening.module_id = t.module_id
    and opening.model_id = d.model_id
    where n.account_id = w.account_id
    and n.present
    and n.left_at is null) or exists (
    select
    from training_handover h
    where h.account_id = w.account_id
    and h.model_id = d.model_id))
order by a.name, a.id, d.model_id
limit 200;
-- index: account_pkey, assignment_account, assignment_school, catalogue_item_pkey, commune_pkey, equipment_id_is_container_state_site_id_key, equipment_of_school_by_model, room_id_school_id_key, school_pkey, training_enrolment_present, training_enrolment_seat_once, training_guest_of_school, training_handover_asked_once, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_module_pkey, training_session_of_module; read whole: catalogue_item, equipment_move
select d.model_id as "modelId", i.name as "modelName", i.picture, d.waiting, d.serving, d.waived, d.since, (
  select coalesce(json_agg(r.name
      order by r.name collate "fr-x-icu"), '[]')
  from (
    select distinct r.name
    from equipment e
    left join equipment c on c.id = e.container_id
    left join room r on r.id = coalesce(e.room_id, c.room_id)
    where e.school_id = d.school_id
    and e.model_id = d.model_id
    and (e.state = 'awaiting-training' or e.state = 'in-service')
    and r.name is not null
    limit 20) r) as rooms, (
  select count(*)::int
  from (
    select distinct a.account_id
    from assignment a
    join account c on c.id = a.account_id
    and c.active
    where a.school_id = d.school_id
    and a.role in ('school-head', 'teacher')
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date)) w
  where (exists (
      select
      from training_enrolment n
      join training_session t on t.id = n.session_id
      and t.state = 'closed'
      join training_module_model opening on opening.module_id = t.module_id
      and opening.model_id = d.model_id
      where n.account_id = w.account_id
      and n.present
      and n.left_at is null) or exists (
      select
      from training_handover h
      where h.account_id = w.account_id
      and h.model_id = d.model_id))) as "trainedHere", exists (
  select
  from training_handover h
  where h.school_id = d.school_id
  and h.model_id = d.model_id
  and exists (
    select
    from assignment a
    join account c on c.id = a.account_id
    and c.active
    where a.account_id = h.account_id
    and a.school_id = d.school_id
    and a.role in ('school-head', 'teacher')
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date))) as "shownHere", k.once as "trainedOnce", k.last as "lastTrainedAt", k.gone::text as "lastLeftOn", exists (
  select
  from training_module u
  join training_module_model x on x.module_id = u.id
  where x.model_id = d.model_id
  and u.current
  and u.kind = 'functional') as handover, (
  select q.asked_at
  from training_handover_request q
  where q.school_id = d.school_id
  and q.model_id = d.model_id
  and q.handover_id is null) as "handoverAskedAt", (
  select coalesce(json_agg(json_build_object('id', u.id, 'title', u.title, 'kind', u.kind, 'minutes', u.minutes)), '[]')
  from (
    select u.id, u.title, u.kind, u.minutes
    from training_module u
    join training_module_model x on x.module_id = u.id
    where x.model_id = d.model_id
    and u.current
    and u.active
    order by u.title, u.id
    limit 5) u) as modules, (
  select coalesce(json_agg(t
      order by t."startsAt", t.id), '[]')
  from (
    select t.id, t.version, u.title as "moduleTitle", t.starts_at as "startsAt", t.ends_at as "endsAt", t.place_kind as "placeKind", t.place_name as "placeName", z.name as "schoolName", m.name as "communeName", t.capacity - (
      select count(*)::int
      from training_enrolment n
      where n.session_id = t.id
      and n.seat is not null) as "placesLeft"
    from training_session t
    join training_module u on u.id = t.module_id
    left join school z on z.id = t.school_id
    left join commune m on m.id = z.commune_id
    where t.state in ('open', 'confirmed')
    and t.starts_at > $3::timestamptz
    and t.capacity > (
      select count(*)::int
      from training_enrolment n
      where n.session_id = t.id
      and n.seat is not null)
    and (t.circonscription_id = (
        select circonscription_id
        from school
        where id = d.school_id) or exists (
        select
        from training_guest g
        where g.session_id = t.id
        and g.school_id = d.school_id))
    and exists (
      select
      from training_module_model x
      where x.module_id = t.module_id
      and x.model_id = d.model_id)
    order by t.starts_at, t.id
    limit 3) t) as sessions
from (
  select e.school_id, e.model_id, count(*) filter (
    where e.state = 'awaiting-training')::int as waiting, count(*) filter (
    where e.state = 'in-service')::int as serving, count(*) filter (
    where e.state = 'in-service'
    and exists (
      select
      from equipment_move v
      where v.equipment_id = e.id
      and v.action = 'waive-training'
      and v.at = e.state_since))::int as waived, coalesce(min(e.state_since) filter (
      where e.state = 'awaiting-training'), min(e.state_since)) as since
  from equipment e
  join school s on s.id = e.school_id
  where e.model_id = any(array(
      select i.id
      from catalogue_item i
      where i.training_module is not null))
  and (e.state = 'awaiting-training' or e.state = 'in-service')
  and s.id = $1
  group by e.school_id, e.model_id) d
join catalogue_item i on i.id = d.model_id
cross join lateral (
  select count(distinct k.account_id)::int as once, max(k.at) as last, max((
      select max(a.to_day) - 1
      from assignment a
      where a.account_id = k.account_id
      and a.school_id = d.school_id
      and a.role in ('school-head', 'teacher') having max(coalesce(a.to_day, 'infinity')) <= $2::date)) as gone
  from (
    select n.account_id, t.ends_at as at
    from training_enrolment n
    join training_session t on t.id = n.session_id
    and t.state = 'closed'
    join training_module_model opening on opening.module_id = t.module_id
    and opening.model_id = d.model_id
    where n.school_id = d.school_id
    and n.present
    and n.left_at is null
    union all
    select h.account_id, h.at
    from training_handover h
    where h.school_id = d.school_id
    and h.model_id = d.model_id) k) k
order by d.waiting + d.serving desc, i.name, d.model_id
limit 100;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: school_pkey
select s.id, s.name
from school s
where s.id = $1
and s.id = $2;

-- Matériel et formation · technician · GET /api/v1/schools/:school/coherence
-- index: account_pkey, assignment_school, installation_order_school, setting_name_from_day_key, training_enrolment_of_account, training_session_id_outside_key
select (
  select count(*)::int
  from (
    select distinct a.account_id
    from assignment a
    join account c on c.id = a.account_id
    and c.active
    where a.school_id = $1
    and a.role in ('school-head', 'teacher')
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date)) w) as teachers, (
  select count(*)::int
  from (
    select distinct a.account_id
    from assignment a
    join account c on c.id = a.account_id
    and c.active
    where a.school_id = $1
    and a.role in ('school-head', 'teacher')
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date)) w
  where exists (
    select
    from training_enrolment n
    join training_session t on t.id = n.session_id
    and t.state = 'closed'
    where n.account_id = w.account_id
    and n.present
    and n.left_at is null)) as "trainedTeachers", (
  select json_build_object('from', y.from_day::text, 'source', y.source)
  from (
    select from_day, source
    from setting
    where name = 'training.minTeachers'
    and from_day <= $2::date
    order by from_day desc
    limit 1) y) as rule, (
  select json_build_object('from', o.planned_from, 'title', o.title)
  from installation_order o
  where o.school_id = $1
  and o.assigned_account_id is not null
  and o.state in ('scheduled', 'in-progress')
  and o.planned_to > $3::timestamptz
  order by o.planned_from, o.id
  limit 1) as "nextVisit";
-- index: account_pkey, assignment_account, assignment_school, catalogue_item_pkey, commune_pkey, equipment_id_is_container_state_site_id_key, equipment_of_school_by_model, room_id_school_id_key, school_pkey, training_enrolment_present, training_enrolment_seat_once, training_guest_of_school, training_handover_asked_once, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_module_pkey, training_session_of_module; read whole: catalogue_item, equipment_move
select d.model_id as "modelId", i.name as "modelName", i.picture, d.waiting, d.serving, d.waived, d.since, (
  select coalesce(json_agg(r.name
      order by r.name collate "fr-x-icu"), '[]')
  from (
    select distinct r.name
    from equipment e
    left join equipment c on c.id = e.container_id
    left join room r on r.id = coalesce(e.room_id, c.room_id)
    where e.school_id = d.school_id
    and e.model_id = d.model_id
    and (e.state = 'awaiting-training' or e.state = 'in-service')
    and r.name is not null
    limit 20) r) as rooms, (
  select count(*)::int
  from (
    select distinct a.account_id
    from assignment a
    join account c on c.id = a.account_id
    and c.active
    where a.school_id = d.school_id
    and a.role in ('school-head', 'teacher')
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date)) w
  where (exists (
      select
      from training_enrolment n
      join training_session t on t.id = n.session_id
      and t.state = 'closed'
      join training_module_model opening on opening.module_id = t.module_id
      and opening.model_id = d.model_id
      where n.account_id = w.account_id
      and n.present
      and n.left_at is null) or exists (
      select
      from training_handover h
      where h.account_id = w.account_id
      and h.model_id = d.model_id))) as "trainedHere", exists (
  select
  from training_handover h
  where h.school_id = d.school_id
  and h.model_id = d.model_id
  and exists (
    select
    from assignment a
    join account c on c.id = a.account_id
    and c.active
    where a.account_id = h.account_id
    and a.school_id = d.school_id
    and a.role in ('school-head', 'teacher')
    and a.from_day <= $2::date
    and (a.to_day is null or a.to_day > $2::date))) as "shownHere", k.once as "trainedOnce", k.last as "lastTrainedAt", k.gone::text as "lastLeftOn", exists (
  select
  from training_module u
  join training_module_model x on x.module_id = u.id
  where x.model_id = d.model_id
  and u.current
  and u.kind = 'functional') as handover, (
  select q.asked_at
  from training_handover_request q
  where q.school_id = d.school_id
  and q.model_id = d.model_id
  and q.handover_id is null) as "handoverAskedAt", (
  select coalesce(json_agg(json_build_object('id', u.id, 'title', u.title, 'kind', u.kind, 'minutes', u.minutes)), '[]')
  from (
    select u.id, u.title, u.kind, u.minutes
    from training_module u
    join training_module_model x on x.module_id = u.id
    where x.model_id = d.model_id
    and u.current
    and u.active
    order by u.title, u.id
    limit 5) u) as modules, (
  select coalesce(json_agg(t
      order by t."startsAt", t.id), '[]')
  from (
    select t.id, t.version, u.title as "moduleTitle", t.starts_at as "startsAt", t.ends_at as "endsAt", t.place_kind as "placeKind", t.place_name as "placeName", z.name as "schoolName", m.name as "communeName", t.capacity - (
      select count(*)::int
      from training_enrolment n
      where n.session_id = t.id
      and n.seat is not null) as "placesLeft"
    from training_session t
    join training_module u on u.id = t.module_id
    left join school z on z.id = t.school_id
    left join commune m on m.id = z.commune_id
    where t.state in ('open', 'confirmed')
    and t.starts_at > $3::timestamptz
    and t.capacity > (
      select count(*)::int
      from training_enrolment n
      where n.session_id = t.id
      and n.seat is not null)
    and (t.circonscription_id = (
        select circonscription_id
        from school
        where id = d.school_id) or exists (
        select
        from training_guest g
        where g.session_id = t.id
        and g.school_id = d.school_id))
    and exists (
      select
      from training_module_model x
      where x.module_id = t.module_id
      and x.model_id = d.model_id)
    order by t.starts_at, t.id
    limit 3) t) as sessions
from (
  select e.school_id, e.model_id, count(*) filter (
    where e.state = 'awaiting-training')::int as waiting, count(*) filter (
    where e.state = 'in-service')::int as serving, count(*) filter (
    where e.state = 'in-service'
    and exists (
      select
      from equipment_move v
      where v.equipment_id = e.id
      and v.action = 'waive-training'
      and v.at = e.state_since))::int as waived, coalesce(min(e.state_since) filter (
      where e.state = 'awaiting-training'), min(e.state_since)) as since
  from equipment e
  join school s on s.id = e.school_id
  where e.model_id = any(array(
      select i.id
      from catalogue_item i
      where i.training_module is not null))
  and (e.state = 'awaiting-training' or e.state = 'in-service')
  and s.id = $1
  group by e.school_id, e.model_id) d
join catalogue_item i on i.id = d.model_id
cross join lateral (
  select count(distinct k.account_id)::int as once, max(k.at) as last, max((
      select max(a.to_day) - 1
      from assignment a
      where a.account_id = k.account_id
      and a.school_id = d.school_id
      and a.role in ('school-head', 'teacher') having max(coalesce(a.to_day, 'infinity')) <= $2::date)) as gone
  from (
    select n.account_id, t.ends_at as at
    from training_enrolment n
    join training_session t on t.id = n.session_id
    and t.state = 'closed'
    join training_module_model opening on opening.module_id = t.module_id
    and opening.model_id = d.model_id
    where n.school_id = d.school_id
    and n.present
    and n.left_at is null
    union all
    select h.account_id, h.at
    from training_handover h
    where h.school_id = d.school_id
    and h.model_id = d.model_id) k) k
order by d.waiting + d.serving desc, i.name, d.model_id
limit 100;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: school_pkey
select s.id, s.name
from school s
where s.id = $1
and true;
