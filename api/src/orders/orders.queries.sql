-- Commandes · plan-manager · GET /api/v1/orders?view=to-approve
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, convention_site_school, convention_state, installation_order_state, order_line_order_id_position_key, school_pkey, session_pkey, setting_name_from_day_key, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $5
  and s.version = $6
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "o"."id" as "id", "o"."number" as "number", "o"."title" as "title", "o"."state" as "state", "o"."state_since" as "stateSince", s.id as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", s.priority as "priority", coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents") as "amountCents", "o"."submitted_at" as "submittedAt", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end as "plannedFrom", "o"."state" = 'submitted'
      and not exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = "o"."school_id"
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $1::date between gs.from_day and gs.to_day
        and $1::date between gc.from_day and gc.to_day) as "blocked", "o"."state" = 'submitted'
      and jsonb_path_exists("o"."prerequisites", '$[*] ? (@.kept == false)') as "waitsForPromise", "o"."state" = 'submitted'
      and coalesce((
          select true
          from order_line l
          join catalogue_item i on i.id = l.item_id
          where l.order_id = o.id
          and l.item_id = any(array(
              select i.id
              from catalogue_item i
              where i.training_module is not null))
          and (i.training_module is not null
            and not exists (
              select
              from (
                select y.id
                from catalogue_item y
                where y.kind = 'model'
                and (y.id = i.id or i.kind <> 'model'
                  and y.training_module = i.training_module)) y
              where (
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
                  and opening.model_id = y.id
                  where n.school_id = "o"."school_id"
                  and n.present
                  and n.left_at is null
                  union all
                  select h.account_id, h.at
                  from training_handover h
                  where h.school_id = "o"."school_id"
                  and h.model_id = y.id) then 'flagged' else 'ready' end
                from (
                  select (
                    select count(*)::int
                    from (
                      select distinct a.account_id
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date)) w
                    where (exists (
                        select
                        from training_enrolment n
                        join training_session t on t.id = n.session_id
                        and t.state = 'closed'
                        join training_module_model opening on opening.module_id = t.module_id
                        and opening.model_id = y.id
                        where n.account_id = w.account_id
                        and n.present
                        and n.left_at is null) or exists (
                        select
                        from training_handover h
                        where h.account_id = w.account_id
                        and h.model_id = y.id))) as here, exists (
                    select
                    from training_handover h
                    where h.school_id = "o"."school_id"
                    and h.model_id = y.id
                    and exists (
                      select
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.account_id = h.account_id
                      and a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'ready'))
          limit 1), false) as "callsForTraining", "o"."cancellation_asked_at" is not null as "cancellationAsked", coalesce(case when "o"."state" in ('scheduled', 'in-progress') then case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end < $2 when "o"."state" = 'installed' then ("o"."reported_at" at time zone 'Europe/Paris')::date <= $1::date - coalesce((
            select (value #>> '{}')::int
            from setting
            where name = 'order.verificationDays'
            and from_day <= $1::date
            order by from_day desc
            limit 1), $3) else false end, false) as "late", "o"."version" as "version"
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE not "o"."state" in ('draft', 'discarded')
      AND "o"."state" = 'submitted'
      and exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = "o"."school_id"
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $1::date between gs.from_day and gs.to_day
        and $1::date between gc.from_day and gc.to_day)
      ORDER BY "o"."state_since" DESC, "o"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      WHERE not "o"."state" in ('draft', 'discarded')
      AND "o"."state" = 'submitted'
      and exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = "o"."school_id"
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $4::date between gs.from_day and gs.to_day
        and $4::date between gc.from_day and gc.to_day)
      LIMIT 1001) row) counted)::text end as page;

-- Commandes · school-head · GET /api/v1/orders?view=under-way
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, convention_site_school, convention_state, installation_order_school, order_line_order_id_position_key, school_pkey, session_pkey, setting_name_from_day_key, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
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
      SELECT "o"."id" as "id", "o"."number" as "number", "o"."title" as "title", "o"."state" as "state", "o"."state_since" as "stateSince", s.id as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", s.priority as "priority", coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents") as "amountCents", "o"."submitted_at" as "submittedAt", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end as "plannedFrom", "o"."state" = 'submitted'
      and not exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = "o"."school_id"
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $1::date between gs.from_day and gs.to_day
        and $1::date between gc.from_day and gc.to_day) as "blocked", "o"."state" = 'submitted'
      and jsonb_path_exists("o"."prerequisites", '$[*] ? (@.kept == false)') as "waitsForPromise", "o"."state" = 'submitted'
      and coalesce((
          select true
          from order_line l
          join catalogue_item i on i.id = l.item_id
          where l.order_id = o.id
          and l.item_id = any(array(
              select i.id
              from catalogue_item i
              where i.training_module is not null))
          and (i.training_module is not null
            and not exists (
              select
              from (
                select y.id
                from catalogue_item y
                where y.kind = 'model'
                and (y.id = i.id or i.kind <> 'model'
                  and y.training_module = i.training_module)) y
              where (
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
                  and opening.model_id = y.id
                  where n.school_id = "o"."school_id"
                  and n.present
                  and n.left_at is null
                  union all
                  select h.account_id, h.at
                  from training_handover h
                  where h.school_id = "o"."school_id"
                  and h.model_id = y.id) then 'flagged' else 'ready' end
                from (
                  select (
                    select count(*)::int
                    from (
                      select distinct a.account_id
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date)) w
                    where (exists (
                        select
                        from training_enrolment n
                        join training_session t on t.id = n.session_id
                        and t.state = 'closed'
                        join training_module_model opening on opening.module_id = t.module_id
                        and opening.model_id = y.id
                        where n.account_id = w.account_id
                        and n.present
                        and n.left_at is null) or exists (
                        select
                        from training_handover h
                        where h.account_id = w.account_id
                        and h.model_id = y.id))) as here, exists (
                    select
                    from training_handover h
                    where h.school_id = "o"."school_id"
                    and h.model_id = y.id
                    and exists (
                      select
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.account_id = h.account_id
                      and a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'ready'))
          limit 1), false) as "callsForTraining", "o"."cancellation_asked_at" is not null as "cancellationAsked", coalesce(case when "o"."state" in ('scheduled', 'in-progress') then case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end < $2 when "o"."state" = 'installed' then ("o"."reported_at" at time zone 'Europe/Paris')::date <= $1::date - coalesce((
            select (value #>> '{}')::int
            from setting
            where name = 'order.verificationDays'
            and from_day <= $1::date
            order by from_day desc
            limit 1), $3) else false end, false) as "late", "o"."version" as "version"
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE s.id = $4
      AND "o"."state" in ('submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed')
      ORDER BY "o"."state_since" DESC, "o"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      WHERE s.id = $5
      AND "o"."state" in ('submitted', 'approved', 'scheduled', 'in-progress', 'installed', 'confirmed')
      LIMIT 1001) row) counted)::text end as page;

-- Commandes · installer · GET /api/v1/orders?view=to-do&sort=planned&direction=asc
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, contract_of_its_holder, convention_site_convention_id_school_id_from_day_key, convention_state, installation_order_contract, order_line_order_id_position_key, school_pkey, session_pkey, setting_name_from_day_key, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
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
      SELECT "o"."id" as "id", "o"."number" as "number", "o"."title" as "title", "o"."state" as "state", "o"."state_since" as "stateSince", s.id as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", s.priority as "priority", coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents") as "amountCents", "o"."submitted_at" as "submittedAt", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end as "plannedFrom", "o"."state" = 'submitted'
      and not exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = "o"."school_id"
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $1::date between gs.from_day and gs.to_day
        and $1::date between gc.from_day and gc.to_day) as "blocked", "o"."state" = 'submitted'
      and jsonb_path_exists("o"."prerequisites", '$[*] ? (@.kept == false)') as "waitsForPromise", "o"."state" = 'submitted'
      and coalesce((
          select true
          from order_line l
          join catalogue_item i on i.id = l.item_id
          where l.order_id = o.id
          and l.item_id = any(array(
              select i.id
              from catalogue_item i
              where i.training_module is not null))
          and (i.training_module is not null
            and not exists (
              select
              from (
                select y.id
                from catalogue_item y
                where y.kind = 'model'
                and (y.id = i.id or i.kind <> 'model'
                  and y.training_module = i.training_module)) y
              where (
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
                  and opening.model_id = y.id
                  where n.school_id = "o"."school_id"
                  and n.present
                  and n.left_at is null
                  union all
                  select h.account_id, h.at
                  from training_handover h
                  where h.school_id = "o"."school_id"
                  and h.model_id = y.id) then 'flagged' else 'ready' end
                from (
                  select (
                    select count(*)::int
                    from (
                      select distinct a.account_id
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date)) w
                    where (exists (
                        select
                        from training_enrolment n
                        join training_session t on t.id = n.session_id
                        and t.state = 'closed'
                        join training_module_model opening on opening.module_id = t.module_id
                        and opening.model_id = y.id
                        where n.account_id = w.account_id
                        and n.present
                        and n.left_at is null) or exists (
                        select
                        from training_handover h
                        where h.account_id = w.account_id
                        and h.model_id = y.id))) as here, exists (
                    select
                    from training_handover h
                    where h.school_id = "o"."school_id"
                    and h.model_id = y.id
                    and exists (
                      select
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.account_id = h.account_id
                      and a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'ready'))
          limit 1), false) as "callsForTraining", "o"."cancellation_asked_at" is not null as "cancellationAsked", coalesce(case when "o"."state" in ('scheduled', 'in-progress') then case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end < $2 when "o"."state" = 'installed' then ("o"."reported_at" at time zone 'Europe/Paris')::date <= $1::date - coalesce((
            select (value #>> '{}')::int
            from setting
            where name = 'order.verificationDays'
            and from_day <= $1::date
            order by from_day desc
            limit 1), $3) else false end, false) as "late", "o"."version" as "version"
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
      and "o"."contract_id" in (
        select id
        from contract
        where holder_id = $4)
      AND "o"."state" in ('scheduled', 'in-progress')
      ORDER BY case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end ASC NULLS LAST, "o"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      WHERE "o"."state" in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed', 'cancelled')
      and "o"."contract_id" in (
        select id
        from contract
        where holder_id = $5)
      AND "o"."state" in ('scheduled', 'in-progress')
      LIMIT 1001) row) counted)::text end as page;

-- Commandes · commune-officer · GET /api/v1/orders?sort=amount
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, convention_site_school, convention_state, installation_order_school, order_line_order_id_position_key, school_commune, session_pkey, setting_name_from_day_key, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
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
      SELECT "o"."id" as "id", "o"."number" as "number", "o"."title" as "title", "o"."state" as "state", "o"."state_since" as "stateSince", s.id as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", s.priority as "priority", coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents") as "amountCents", "o"."submitted_at" as "submittedAt", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end as "plannedFrom", "o"."state" = 'submitted'
      and not exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = "o"."school_id"
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $1::date between gs.from_day and gs.to_day
        and $1::date between gc.from_day and gc.to_day) as "blocked", "o"."state" = 'submitted'
      and jsonb_path_exists("o"."prerequisites", '$[*] ? (@.kept == false)') as "waitsForPromise", "o"."state" = 'submitted'
      and coalesce((
          select true
          from order_line l
          join catalogue_item i on i.id = l.item_id
          where l.order_id = o.id
          and l.item_id = any(array(
              select i.id
              from catalogue_item i
              where i.training_module is not null))
          and (i.training_module is not null
            and not exists (
              select
              from (
                select y.id
                from catalogue_item y
                where y.kind = 'model'
                and (y.id = i.id or i.kind <> 'model'
                  and y.training_module = i.training_module)) y
              where (
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
                  and opening.model_id = y.id
                  where n.school_id = "o"."school_id"
                  and n.present
                  and n.left_at is null
                  union all
                  select h.account_id, h.at
                  from training_handover h
                  where h.school_id = "o"."school_id"
                  and h.model_id = y.id) then 'flagged' else 'ready' end
                from (
                  select (
                    select count(*)::int
                    from (
                      select distinct a.account_id
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date)) w
                    where (exists (
                        select
                        from training_enrolment n
                        join training_session t on t.id = n.session_id
                        and t.state = 'closed'
                        join training_module_model opening on opening.module_id = t.module_id
                        and opening.model_id = y.id
                        where n.account_id = w.account_id
                        and n.present
                        and n.left_at is null) or exists (
                        select
                        from training_handover h
                        where h.account_id = w.account_id
                        and h.model_id = y.id))) as here, exists (
                    select
                    from training_handover h
                    where h.school_id = "o"."school_id"
                    and h.model_id = y.id
                    and exists (
                      select
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.account_id = h.account_id
                      and a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'ready'))
          limit 1), false) as "callsForTraining", "o"."cancellation_asked_at" is not null as "cancellationAsked", coalesce(case when "o"."state" in ('scheduled', 'in-progress') then case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end < $2 when "o"."state" = 'installed' then ("o"."reported_at" at time zone 'Europe/Paris')::date <= $1::date - coalesce((
            select (value #>> '{}')::int
            from setting
            where name = 'order.verificationDays'
            and from_day <= $1::date
            order by from_day desc
            limit 1), $3) else false end, false) as "late", "o"."version" as "version"
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE not "o"."state" in ('draft', 'discarded')
      and s.commune_id = $4
      and s.sector = 'public'
      ORDER BY coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents") DESC, "o"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      WHERE not "o"."state" in ('draft', 'discarded')
      and s.commune_id = $5
      and s.sector = 'public'
      LIMIT 1001) row) counted)::text end as page;

-- Commandes, recherche · plan-manager · GET /api/v1/orders?search=ecole
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, convention_site_school, convention_state, installation_order_recent, installation_order_school, order_line_order_id_position_key, school_pkey, session_pkey, setting_name_from_day_key, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
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
      SELECT "o"."id" as "id", "o"."number" as "number", "o"."title" as "title", "o"."state" as "state", "o"."state_since" as "stateSince", s.id as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", s.priority as "priority", coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents") as "amountCents", "o"."submitted_at" as "submittedAt", case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_from" end as "plannedFrom", "o"."state" = 'submitted'
      and not exists (
        select
        from convention_site gs
        join convention gc on gc.id = gs.convention_id
        where gs.school_id = "o"."school_id"
        and gc.state = 'in-force'
        and gc.kind <> 'framework'
        and $1::date between gs.from_day and gs.to_day
        and $1::date between gc.from_day and gc.to_day) as "blocked", "o"."state" = 'submitted'
      and jsonb_path_exists("o"."prerequisites", '$[*] ? (@.kept == false)') as "waitsForPromise", "o"."state" = 'submitted'
      and coalesce((
          select true
          from order_line l
          join catalogue_item i on i.id = l.item_id
          where l.order_id = o.id
          and l.item_id = any(array(
              select i.id
              from catalogue_item i
              where i.training_module is not null))
          and (i.training_module is not null
            and not exists (
              select
              from (
                select y.id
                from catalogue_item y
                where y.kind = 'model'
                and (y.id = i.id or i.kind <> 'model'
                  and y.training_module = i.training_module)) y
              where (
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
                  and opening.model_id = y.id
                  where n.school_id = "o"."school_id"
                  and n.present
                  and n.left_at is null
                  union all
                  select h.account_id, h.at
                  from training_handover h
                  where h.school_id = "o"."school_id"
                  and h.model_id = y.id) then 'flagged' else 'ready' end
                from (
                  select (
                    select count(*)::int
                    from (
                      select distinct a.account_id
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date)) w
                    where (exists (
                        select
                        from training_enrolment n
                        join training_session t on t.id = n.session_id
                        and t.state = 'closed'
                        join training_module_model opening on opening.module_id = t.module_id
                        and opening.model_id = y.id
                        where n.account_id = w.account_id
                        and n.present
                        and n.left_at is null) or exists (
                        select
                        from training_handover h
                        where h.account_id = w.account_id
                        and h.model_id = y.id))) as here, exists (
                    select
                    from training_handover h
                    where h.school_id = "o"."school_id"
                    and h.model_id = y.id
                    and exists (
                      select
                      from assignment a
                      join account c on c.id = a.account_id
                      and c.active
                      where a.account_id = h.account_id
                      and a.school_id = o.school_id
                      and a.role in ('school-head', 'teacher')
                      and a.from_day <= $1::date
                      and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'ready'))
          limit 1), false) as "callsForTraining", "o"."cancellation_asked_at" is not null as "cancellationAsked", coalesce(case when "o"."state" in ('scheduled', 'in-progress') then case when "o"."state" in ('scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed') then "o"."planned_to" end < $2 when "o"."state" = 'installed' then ("o"."reported_at" at time zone 'Europe/Paris')::date <= $1::date - coalesce((
            select (value #>> '{}')::int
            from setting
            where name = 'order.verificationDays'
            and from_day <= $1::date
            order by from_day desc
            limit 1), $3) else false end, false) as "late", "o"."version" as "version"
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE not "o"."state" in ('draft', 'discarded')
      AND (search_text(coalesce("o"."number", '') || ' ' || "o"."title") like search_pattern($4) or search_text(s.name || ' ' || s.uai) like search_pattern($4))
      ORDER BY "o"."state_since" DESC, "o"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "installation_order" "o"
      INNER JOIN "school" "s" ON s.id = "o"."school_id"
      WHERE not "o"."state" in ('draft', 'discarded')
      AND (search_text(coalesce("o"."number", '') || ' ' || "o"."title") like search_pattern($5) or search_text(s.name || ' ' || s.uai) like search_pattern($5))
      LIMIT 1001) row) counted)::text end as page;

-- Commandes, onglets · plan-manager · GET /api/v1/orders/tabs
-- index: convention_site_school, convention_state, installation_order_school, school_pkey
SELECT count(*) filter (
  where "o"."state" = 'submitted'
  and exists (
    select
    from convention_site gs
    join convention gc on gc.id = gs.convention_id
    where gs.school_id = "o"."school_id"
    and gc.state = 'in-force'
    and gc.kind <> 'framework'
    and $1::date between gs.from_day and gs.to_day
    and $1::date between gc.from_day and gc.to_day))::int AS "count0", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where "o"."state" = 'submitted'
    and exists (
      select
      from convention_site gs
      join convention gc on gc.id = gs.convention_id
      where gs.school_id = "o"."school_id"
      and gc.state = 'in-force'
      and gc.kind <> 'framework'
      and $1::date between gs.from_day and gs.to_day
      and $1::date between gc.from_day and gc.to_day)), 0)::bigint AS "amount0", count(*) filter (
  where "o"."state" = 'submitted'
  and not exists (
    select
    from convention_site gs
    join convention gc on gc.id = gs.convention_id
    where gs.school_id = "o"."school_id"
    and gc.state = 'in-force'
    and gc.kind <> 'framework'
    and $1::date between gs.from_day and gs.to_day
    and $1::date between gc.from_day and gc.to_day))::int AS "count1", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where "o"."state" = 'submitted'
    and not exists (
      select
      from convention_site gs
      join convention gc on gc.id = gs.convention_id
      where gs.school_id = "o"."school_id"
      and gc.state = 'in-force'
      and gc.kind <> 'framework'
      and $1::date between gs.from_day and gs.to_day
      and $1::date between gc.from_day and gc.to_day)), 0)::bigint AS "amount1", count(*) filter (
  where "o"."state" in ('approved', 'scheduled')
  and "o"."cancellation_asked_at" is not null)::int AS "count2", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where "o"."state" in ('approved', 'scheduled')
    and "o"."cancellation_asked_at" is not null), 0)::bigint AS "amount2", count(*) filter (
  where "o"."state" = 'approved')::int AS "count3", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where "o"."state" = 'approved'), 0)::bigint AS "amount3", count(*) filter (
  where "o"."state" in ('scheduled', 'in-progress'))::int AS "count4", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where "o"."state" in ('scheduled', 'in-progress')), 0)::bigint AS "amount4", count(*) filter (
  where "o"."state" = 'installed')::int AS "count5", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where "o"."state" = 'installed'), 0)::bigint AS "amount5", count(*) filter (
  where "o"."state" = 'confirmed')::int AS "count6", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where "o"."state" = 'confirmed'), 0)::bigint AS "amount6", count(*) filter (
  where "o"."state" = 'certified'
  and "o"."performer" = 'contract'
  and "o"."invoice_number" is null)::int AS "count7", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where "o"."state" = 'certified'
    and "o"."performer" = 'contract'
    and "o"."invoice_number" is null), 0)::bigint AS "amount7", count(*) filter (
  where true)::int AS "count8", coalesce(sum(coalesce("o"."certified_cents", "o"."hold_cents", "o"."approved_cents", "o"."asked_cents")) filter (
    where true), 0)::bigint AS "amount8"
FROM "installation_order" "o"
INNER JOIN "school" "s" ON s.id = "o"."school_id"
WHERE not "o"."state" in ('draft', 'discarded');
