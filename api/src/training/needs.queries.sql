-- Sessions à proposer · inspector · GET /api/v1/coherence/needs
-- index: account_by_name
select c.id as "accountId", c.name
from unnest($1::uuid[]) any_of(id)
join account c on c.id = any_of.id
order by c.name, c.id
limit 1;
-- index: public_holiday_pkey, school_bridge_day_answered_once, school_holiday_zone_daterange_excl, school_opening_hours_one_a_day
select coalesce((
    select json_agg(json_build_object('from', p.from_day, 'to', p.to_day)
      order by p.from_day)
    from (
      select from_day, to_day
      from school_holiday
      where zone = 'A'
      union all
      select day, day
      from school_bridge_day
      where zone = 'A'
      and is_holiday) p), '[]') as school, coalesce((
    select json_agg(day)
    from public_holiday), '[]') as public, coalesce((
    select json_agg(json_build_object('from', h.from_day, 'hours', h.hours)
      order by h.from_day)
    from school_opening_hours h
    where h.school_id = $1), '[]') as hours;
-- index: account_pkey, assignment_account, assignment_school, circonscription_pkey, commune_pkey, equipment_of_school_by_model, school_circonscription, school_commune, school_pkey, setting_name_from_day_key, training_enrolment_present, training_enrolment_seat_once, training_guest_of_school, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_module_pkey, training_session_of_module; read whole: catalogue_item
select d.school_id as "schoolId", u.id as "moduleId", u.title as "moduleTitle", u.minutes, sum(d.waiting)::int as devices, min(d.since) as since, s.name as "schoolName", m.name as "communeName", q.id as "circonscriptionId", q.name as "circonscriptionName", s.circonscription_id is null as guest, case when s.latitude is not null
and s.longitude is not null then json_build_object('latitude', s.latitude, 'longitude', s.longitude) end as position
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
  and s.circonscription_id = $4
  group by e.school_id, e.model_id) d
cross join lateral (
  select u.id, u.title, u.minutes
  from training_module u
  join training_module_model x on x.module_id = u.id
  where x.model_id = d.model_id
  and u.current
  and u.active
  order by u.minutes, u.title, u.id
  limit 1) u
join school s on s.id = d.school_id
join commune m on m.id = s.commune_id
join circonscription q on q.id = coalesce(s.circonscription_id, (
    select y.circonscription_id
    from school y
    where y.commune_id = s.commune_id
    and y.circonscription_id is not null
    order by y.id
    limit 1))
where d.waiting > 0
and ($3::uuid is null or q.id = $3)
and (
  select case when r.shown or r.here >= coalesce((
      select (value #>> '{}')::int
      from setting
      where name = 'training.minTeachers'
      and from_day <= $1::date
      order by from_day desc
      limit 1), 1) then 'ready' when not (false) then 'waits' when r.here = 0
  and exists (
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
    and h.model_id = d.model_id) then 'flagged' else 'ready' end
  from (
    select (
      select count(*)::int
      from (
        select distinct a.account_id
        from assignment a
        join account c on c.id = a.account_id
        and c.active
        where a.school_id = d.school_id
        and a.role in ('school-head', 'teacher')
        and a.from_day <= $1::date
        and (a.to_day is null or a.to_day > $1::date)) w
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
          and h.model_id = d.model_id))) as here, exists (
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
        and a.from_day <= $1::date
        and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'waits'
and not exists (
  select
  from training_session t
  where t.module_id = u.id
  and t.state in ('open', 'confirmed')
  and t.starts_at > $2::timestamptz
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
      and g.school_id = d.school_id)))
and not exists (
  select
  from training_session t
  where t.module_id = u.id
  and t.state = 'proposed'
  and t.starts_at > $2::timestamptz
  and (t.circonscription_id = s.circonscription_id or exists (
      select
      from training_guest g
      where g.session_id = t.id
      and g.school_id = s.id)))
group by 1, 2, 3, 4, s.id, s.name, m.name, q.id, q.name
order by 1, 2
limit 2000;
-- index: account_pkey, assignment_account
select distinct c.id as "accountId", c.email, a.school_id as "schoolId", a.commune_id as "communeId", a.managing_body_id as "managingBodyId"
from assignment a
join account c on c.id = a.account_id
and c.active
where a.role = $1
and a.from_day <= $2
and (a.to_day is null or a.to_day > $2)
and ($3::uuid is null or a.school_id = $3)
and ($4::uuid is null or a.contract_holder_id = $4)
and ($5::uuid is null or a.circonscription_id = $5)
order by c.id;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: none; read whole: training_date
select starts_at as "startsAt", ends_at as "endsAt"
from training_date
where trainer_id = $1
and ends_at > $2
order by starts_at
limit 200;
