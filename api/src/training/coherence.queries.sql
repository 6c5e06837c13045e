-- Ce qui attend une formation · plan-manager · GET /api/v1/coherence?coherence=waits
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, equipment_of_school_by_model, school_commune, school_pkey, session_pkey, setting_name_from_day_key, training_enrolment_present, training_enrolment_seat_once, training_guest_of_school, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item, equipment_move
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
      SELECT x.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", x.model_id as "modelId", "i"."name" as "modelName", "i"."picture" as "picture", x.coherence as "coherence", x.waiting as "waiting", x.serving as "serving", x.waived as "waived", x.since as "since", (
        select min(t.starts_at)
        from training_session t
        where t.state in ('open', 'confirmed')
        and t.starts_at > $1::timestamptz
        and t.capacity > (
          select count(*)::int
          from training_enrolment n
          where n.session_id = t.id
          and n.seat is not null)
        and (t.circonscription_id = (
            select circonscription_id
            from school
            where id = x.school_id) or exists (
            select
            from training_guest g
            where g.session_id = t.id
            and g.school_id = x.school_id))
        and exists (
          select
          from training_module_model opening
          where opening.module_id = t.module_id
          and opening.model_id in (x.model_id))) as "nextAt"
      FROM (
        select d.*, (
          select case when r.shown or r.here >= coalesce((
              select (value #>> '{}')::int
              from setting
              where name = 'training.minTeachers'
              and from_day <= $2::date
              order by from_day desc
              limit 1), 1) then 'ready' when not (d.waiting = 0) then 'waits' when r.here = 0
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
                and a.from_day <= $2::date
                and (a.to_day is null or a.to_day > $2::date))) as shown) r) as coherence
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
              select "i"."id"
              from catalogue_item i
              where "i"."training_module" is not null))
          and (e.state = 'awaiting-training' or e.state = 'in-service')
          and true
          group by e.school_id, e.model_id) d) "x"
      INNER JOIN "school" "s" ON s.id = x.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = x.model_id
      WHERE true
      AND x.coherence = 'waits'
      ORDER BY x.waiting + x.serving DESC, x.school_id ASC, x.model_id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM (
        select d.*, (
          select case when r.shown or r.here >= coalesce((
              select (value #>> '{}')::int
              from setting
              where name = 'training.minTeachers'
              and from_day <= $3::date
              order by from_day desc
              limit 1), 1) then 'ready' when not (d.waiting = 0) then 'waits' when r.here = 0
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
                and a.from_day <= $3::date
                and (a.to_day is null or a.to_day > $3::date)) w
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
                and a.from_day <= $3::date
                and (a.to_day is null or a.to_day > $3::date))) as shown) r) as coherence
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
          and true
          group by e.school_id, e.model_id) d) "x"
      WHERE true
      AND x.coherence = 'waits'
      LIMIT 1001) row) counted)::text end as page;

-- Ce qui attend une formation · inspector · GET /api/v1/coherence?coherence=flagged
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, equipment_of_school_by_model, school_circonscription, school_commune, school_pkey, session_pkey, setting_name_from_day_key, training_enrolment_present, training_enrolment_seat_once, training_guest_of_school, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item, equipment_move
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $6
  and s.version = $7
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT x.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", x.model_id as "modelId", "i"."name" as "modelName", "i"."picture" as "picture", x.coherence as "coherence", x.waiting as "waiting", x.serving as "serving", x.waived as "waived", x.since as "since", (
        select min(t.starts_at)
        from training_session t
        where t.state in ('open', 'confirmed')
        and t.starts_at > $1::timestamptz
        and t.capacity > (
          select count(*)::int
          from training_enrolment n
          where n.session_id = t.id
          and n.seat is not null)
        and (t.circonscription_id = (
            select circonscription_id
            from school
            where id = x.school_id) or exists (
            select
            from training_guest g
            where g.session_id = t.id
            and g.school_id = x.school_id))
        and exists (
          select
          from training_module_model opening
          where opening.module_id = t.module_id
          and opening.model_id in (x.model_id))) as "nextAt"
      FROM (
        select d.*, (
          select case when r.shown or r.here >= coalesce((
              select (value #>> '{}')::int
              from setting
              where name = 'training.minTeachers'
              and from_day <= $2::date
              order by from_day desc
              limit 1), 1) then 'ready' when not (d.waiting = 0) then 'waits' when r.here = 0
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
                and a.from_day <= $2::date
                and (a.to_day is null or a.to_day > $2::date))) as shown) r) as coherence
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
              select "i"."id"
              from catalogue_item i
              where "i"."training_module" is not null))
          and (e.state = 'awaiting-training' or e.state = 'in-service')
          and s.circonscription_id = $3
          group by e.school_id, e.model_id) d) "x"
      INNER JOIN "school" "s" ON s.id = x.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = x.model_id
      WHERE true
      AND x.coherence = 'flagged'
      ORDER BY x.waiting + x.serving DESC, x.school_id ASC, x.model_id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM (
        select d.*, (
          select case when r.shown or r.here >= coalesce((
              select (value #>> '{}')::int
              from setting
              where name = 'training.minTeachers'
              and from_day <= $4::date
              order by from_day desc
              limit 1), 1) then 'ready' when not (d.waiting = 0) then 'waits' when r.here = 0
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
                and a.from_day <= $4::date
                and (a.to_day is null or a.to_day > $4::date)) w
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
                and a.from_day <= $4::date
                and (a.to_day is null or a.to_day > $4::date))) as shown) r) as coherence
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
          and s.circonscription_id = $5
          group by e.school_id, e.model_id) d) "x"
      WHERE true
      AND x.coherence = 'flagged'
      LIMIT 1001) row) counted)::text end as page;

-- En service sans formation · plan-manager · GET /api/v1/coherence?waived=true
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, equipment_of_school_by_model, school_commune, school_pkey, session_pkey, setting_name_from_day_key, training_enrolment_present, training_enrolment_seat_once, training_guest_of_school, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item, equipment_move
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
      SELECT x.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", x.model_id as "modelId", "i"."name" as "modelName", "i"."picture" as "picture", x.coherence as "coherence", x.waiting as "waiting", x.serving as "serving", x.waived as "waived", x.since as "since", (
        select min(t.starts_at)
        from training_session t
        where t.state in ('open', 'confirmed')
        and t.starts_at > $1::timestamptz
        and t.capacity > (
          select count(*)::int
          from training_enrolment n
          where n.session_id = t.id
          and n.seat is not null)
        and (t.circonscription_id = (
            select circonscription_id
            from school
            where id = x.school_id) or exists (
            select
            from training_guest g
            where g.session_id = t.id
            and g.school_id = x.school_id))
        and exists (
          select
          from training_module_model opening
          where opening.module_id = t.module_id
          and opening.model_id in (x.model_id))) as "nextAt"
      FROM (
        select d.*, (
          select case when r.shown or r.here >= coalesce((
              select (value #>> '{}')::int
              from setting
              where name = 'training.minTeachers'
              and from_day <= $2::date
              order by from_day desc
              limit 1), 1) then 'ready' when not (d.waiting = 0) then 'waits' when r.here = 0
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
                and a.from_day <= $2::date
                and (a.to_day is null or a.to_day > $2::date))) as shown) r) as coherence
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
              select "i"."id"
              from catalogue_item i
              where "i"."training_module" is not null))
          and (e.state = 'awaiting-training' or e.state = 'in-service')
          and true
          group by e.school_id, e.model_id) d) "x"
      INNER JOIN "school" "s" ON s.id = x.school_id
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "catalogue_item" "i" ON "i"."id" = x.model_id
      WHERE true
      AND x.waived > 0
      ORDER BY x.waiting + x.serving DESC, x.school_id ASC, x.model_id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM (
        select d.*, (
          select case when r.shown or r.here >= coalesce((
              select (value #>> '{}')::int
              from setting
              where name = 'training.minTeachers'
              and from_day <= $3::date
              order by from_day desc
              limit 1), 1) then 'ready' when not (d.waiting = 0) then 'waits' when r.here = 0
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
                and a.from_day <= $3::date
                and (a.to_day is null or a.to_day > $3::date)) w
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
                and a.from_day <= $3::date
                and (a.to_day is null or a.to_day > $3::date))) as shown) r) as coherence
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
          and true
          group by e.school_id, e.model_id) d) "x"
      WHERE true
      AND x.waived > 0
      LIMIT 1001) row) counted)::text end as page;

-- Ce qui attend, compté · committee · GET /api/v1/coherence/counts
-- index: account_pkey, assignment_account, assignment_school, equipment_of_school_by_model, school_pkey, setting_name_from_day_key, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item, equipment_move
with k as (
  select d.*, (
    select case when r.shown or r.here >= coalesce((
        select (value #>> '{}')::int
        from setting
        where name = 'training.minTeachers'
        and from_day <= $1::date
        order by from_day desc
        limit 1), 1) then 'ready' when not (d.waiting = 0) then 'waits' when r.here = 0
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
          and (a.to_day is null or a.to_day > $1::date))) as shown) r) as coherence
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
    and true
    group by e.school_id, e.model_id) d)
select count(distinct k.school_id)::int as schools, count(distinct k.school_id) filter (
  where k.coherence = 'waits')::int as "waitingSchools", count(distinct k.school_id) filter (
  where k.coherence = 'flagged')::int as "flaggedSchools", (
  select count(*)::int
  from (
    select school_id
    from k
    group by 1 having bool_and(coherence = 'ready')) y) as "coherentSchools", coalesce(sum(k.waiting) filter (
    where k.coherence = 'waits'), 0)::int as "waitingDevices", coalesce(sum(k.serving) filter (
    where k.coherence = 'flagged'), 0)::int as "flaggedDevices", coalesce(sum(k.waived), 0)::int as "waivedDevices"
from k;
