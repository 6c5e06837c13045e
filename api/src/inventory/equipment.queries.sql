-- Parc · plan-manager · GET /api/v1/equipment
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, equipment_by_seen, equipment_contents, equipment_tag_key, room_id_school_id_key, school_commune, session_pkey, setting_name_from_day_key, stock_place_pkey, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item, equipment
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
      SELECT "e"."id" as "id", "e"."tag" as "tag", "e"."serial" as "serial", "i"."name" as "modelName", "i"."picture" as "picture", "e"."is_container" as "isContainer", case when "e"."is_container" then (
        select count(*)::int
        from equipment y
        where y.container_id = "e"."id") else 0 end as "contents", "e"."state" as "state", "e"."state_since" as "stateSince", coalesce((
          select true
          where "e"."state" = 'in-service'
          and "e"."model_id" = any(array(
              select "i"."id"
              from catalogue_item i
              where "i"."training_module" is not null))
          and (
            select case when r.shown or r.here >= coalesce((
                select (value #>> '{}')::int
                from setting
                where name = 'training.minTeachers'
                and from_day <= $1::date
                order by from_day desc
                limit 1), 1) then 'ready' when not (true) then 'waits' when r.here = 0
            and exists (
              select n.account_id, t.ends_at as at
              from training_enrolment n
              join training_session t on t.id = n.session_id
              and t.state = 'closed'
              join training_module_model opening on opening.module_id = t.module_id
              and opening.model_id = "e"."model_id"
              where n.school_id = "e"."school_id"
              and n.present
              and n.left_at is null
              union all
              select h.account_id, h.at
              from training_handover h
              where h.school_id = "e"."school_id"
              and h.model_id = "e"."model_id") then 'flagged' else 'ready' end
            from (
              select (
                select count(*)::int
                from (
                  select distinct a.account_id
                  from assignment a
                  join account c on "c"."id" = a.account_id
                  and c.active
                  where a.school_id = e.school_id
                  and a.role in ('school-head', 'teacher')
                  and a.from_day <= $1::date
                  and (a.to_day is null or a.to_day > $1::date)) w
                where (exists (
                    select
                    from training_enrolment n
                    join training_session t on t.id = n.session_id
                    and t.state = 'closed'
                    join training_module_model opening on opening.module_id = t.module_id
                    and opening.model_id = "e"."model_id"
                    where n.account_id = w.account_id
                    and n.present
                    and n.left_at is null) or exists (
                    select
                    from training_handover h
                    where h.account_id = w.account_id
                    and h.model_id = "e"."model_id"))) as here, exists (
                select
                from training_handover h
                where h.school_id = "e"."school_id"
                and h.model_id = "e"."model_id"
                and exists (
                  select
                  from assignment a
                  join account c on "c"."id" = a.account_id
                  and c.active
                  where a.account_id = h.account_id
                  and a.school_id = e.school_id
                  and a.role in ('school-head', 'teacher')
                  and a.from_day <= $1::date
                  and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'flagged'), false) as "trainedGone", "e"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", r.id as "roomId", r.name as "roomName", p.name as "stockPlaceName", "c"."tag" as "containerTag", "e"."purchased_on" as "purchasedOn", "e"."warranty_until" as "warrantyUntil", "e"."refurbished" as "refurbished", "e"."last_seen_at" as "lastSeenAt", "e"."net_cents" + ("e"."net_cents" * "e"."vat_basis_points" + 5000) / 10000 as "priceCents", "e"."version" as "version"
      FROM "equipment" "e"
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "equipment" "c" ON "c"."id" = "e"."container_id"
      LEFT JOIN "room" "r" ON r.id = coalesce("e"."room_id", "c"."room_id")
      LEFT JOIN "stock_place" "p" ON p.id = coalesce("e"."stock_place_id", "c"."stock_place_id")
      WHERE true
      AND "e"."container_id" is null
      ORDER BY "e"."tag" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "equipment" "e"
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      WHERE true
      AND "e"."container_id" is null
      LIMIT 1001) row) counted)::text end as page;

-- Parc · school-head · GET /api/v1/equipment?sort=since&direction=desc
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, equipment_by_seen, equipment_contents, equipment_of_school_by_model, room_id_school_id_key, school_pkey, session_pkey, setting_name_from_day_key, stock_place_pkey, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
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
      SELECT "e"."id" as "id", "e"."tag" as "tag", "e"."serial" as "serial", "i"."name" as "modelName", "i"."picture" as "picture", "e"."is_container" as "isContainer", case when "e"."is_container" then (
        select count(*)::int
        from equipment y
        where y.container_id = "e"."id") else 0 end as "contents", "e"."state" as "state", "e"."state_since" as "stateSince", coalesce((
          select true
          where "e"."state" = 'in-service'
          and "e"."model_id" = any(array(
              select "i"."id"
              from catalogue_item i
              where "i"."training_module" is not null))
          and (
            select case when r.shown or r.here >= coalesce((
                select (value #>> '{}')::int
                from setting
                where name = 'training.minTeachers'
                and from_day <= $1::date
                order by from_day desc
                limit 1), 1) then 'ready' when not (true) then 'waits' when r.here = 0
            and exists (
              select n.account_id, t.ends_at as at
              from training_enrolment n
              join training_session t on t.id = n.session_id
              and t.state = 'closed'
              join training_module_model opening on opening.module_id = t.module_id
              and opening.model_id = "e"."model_id"
              where n.school_id = "e"."school_id"
              and n.present
              and n.left_at is null
              union all
              select h.account_id, h.at
              from training_handover h
              where h.school_id = "e"."school_id"
              and h.model_id = "e"."model_id") then 'flagged' else 'ready' end
            from (
              select (
                select count(*)::int
                from (
                  select distinct a.account_id
                  from assignment a
                  join account c on "c"."id" = a.account_id
                  and c.active
                  where a.school_id = e.school_id
                  and a.role in ('school-head', 'teacher')
                  and a.from_day <= $1::date
                  and (a.to_day is null or a.to_day > $1::date)) w
                where (exists (
                    select
                    from training_enrolment n
                    join training_session t on t.id = n.session_id
                    and t.state = 'closed'
                    join training_module_model opening on opening.module_id = t.module_id
                    and opening.model_id = "e"."model_id"
                    where n.account_id = w.account_id
                    and n.present
                    and n.left_at is null) or exists (
                    select
                    from training_handover h
                    where h.account_id = w.account_id
                    and h.model_id = "e"."model_id"))) as here, exists (
                select
                from training_handover h
                where h.school_id = "e"."school_id"
                and h.model_id = "e"."model_id"
                and exists (
                  select
                  from assignment a
                  join account c on "c"."id" = a.account_id
                  and c.active
                  where a.account_id = h.account_id
                  and a.school_id = e.school_id
                  and a.role in ('school-head', 'teacher')
                  and a.from_day <= $1::date
                  and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'flagged'), false) as "trainedGone", "e"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", r.id as "roomId", r.name as "roomName", p.name as "stockPlaceName", "c"."tag" as "containerTag", "e"."purchased_on" as "purchasedOn", "e"."warranty_until" as "warrantyUntil", "e"."refurbished" as "refurbished", "e"."last_seen_at" as "lastSeenAt", "e"."net_cents" + ("e"."net_cents" * "e"."vat_basis_points" + 5000) / 10000 as "priceCents", "e"."version" as "version"
      FROM "equipment" "e"
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "equipment" "c" ON "c"."id" = "e"."container_id"
      LEFT JOIN "room" "r" ON r.id = coalesce("e"."room_id", "c"."room_id")
      LEFT JOIN "stock_place" "p" ON p.id = coalesce("e"."stock_place_id", "c"."stock_place_id")
      WHERE s.id = $2
      AND "e"."container_id" is null
      ORDER BY "e"."state_since" DESC, "e"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "equipment" "e"
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      WHERE s.id = $3
      AND "e"."container_id" is null
      LIMIT 1001) row) counted)::text end as page;

-- Parc · installer · GET /api/v1/equipment
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, contract_of_its_holder, equipment_by_seen, equipment_contents, equipment_id_is_container_state_site_id_key, equipment_of_order, equipment_tag_key, installation_order_contract, order_and_its_ticket, order_device_once, room_id_school_id_key, school_pkey, session_pkey, setting_name_from_day_key, stock_place_pkey, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
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
      SELECT "e"."id" as "id", "e"."tag" as "tag", "e"."serial" as "serial", "i"."name" as "modelName", "i"."picture" as "picture", "e"."is_container" as "isContainer", case when "e"."is_container" then (
        select count(*)::int
        from equipment y
        where y.container_id = "e"."id") else 0 end as "contents", "e"."state" as "state", "e"."state_since" as "stateSince", coalesce((
          select true
          where "e"."state" = 'in-service'
          and "e"."model_id" = any(array(
              select "i"."id"
              from catalogue_item i
              where "i"."training_module" is not null))
          and (
            select case when r.shown or r.here >= coalesce((
                select (value #>> '{}')::int
                from setting
                where name = 'training.minTeachers'
                and from_day <= $1::date
                order by from_day desc
                limit 1), 1) then 'ready' when not (true) then 'waits' when r.here = 0
            and exists (
              select n.account_id, t.ends_at as at
              from training_enrolment n
              join training_session t on t.id = n.session_id
              and t.state = 'closed'
              join training_module_model opening on opening.module_id = t.module_id
              and opening.model_id = "e"."model_id"
              where n.school_id = "e"."school_id"
              and n.present
              and n.left_at is null
              union all
              select h.account_id, h.at
              from training_handover h
              where h.school_id = "e"."school_id"
              and h.model_id = "e"."model_id") then 'flagged' else 'ready' end
            from (
              select (
                select count(*)::int
                from (
                  select distinct a.account_id
                  from assignment a
                  join account c on "c"."id" = a.account_id
                  and c.active
                  where a.school_id = e.school_id
                  and a.role in ('school-head', 'teacher')
                  and a.from_day <= $1::date
                  and (a.to_day is null or a.to_day > $1::date)) w
                where (exists (
                    select
                    from training_enrolment n
                    join training_session t on t.id = n.session_id
                    and t.state = 'closed'
                    join training_module_model opening on opening.module_id = t.module_id
                    and opening.model_id = "e"."model_id"
                    where n.account_id = w.account_id
                    and n.present
                    and n.left_at is null) or exists (
                    select
                    from training_handover h
                    where h.account_id = w.account_id
                    and h.model_id = "e"."model_id"))) as here, exists (
                select
                from training_handover h
                where h.school_id = "e"."school_id"
                and h.model_id = "e"."model_id"
                and exists (
                  select
                  from assignment a
                  join account c on "c"."id" = a.account_id
                  and c.active
                  where a.account_id = h.account_id
                  and a.school_id = e.school_id
                  and a.role in ('school-head', 'teacher')
                  and a.from_day <= $1::date
                  and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'flagged'), false) as "trainedGone", "e"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", r.id as "roomId", r.name as "roomName", p.name as "stockPlaceName", "c"."tag" as "containerTag", "e"."purchased_on" as "purchasedOn", "e"."warranty_until" as "warrantyUntil", "e"."refurbished" as "refurbished", "e"."last_seen_at" as "lastSeenAt", null as "priceCents", "e"."version" as "version"
      FROM "equipment" "e"
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "equipment" "c" ON "c"."id" = "e"."container_id"
      LEFT JOIN "room" "r" ON r.id = coalesce("e"."room_id", "c"."room_id")
      LEFT JOIN "stock_place" "p" ON p.id = coalesce("e"."stock_place_id", "c"."stock_place_id")
      WHERE "e"."id" in (
        select y.id
        from equipment y
        where y.order_id in (
          select o.id
          from installation_order o
          where o.contract_id in (
            select id
            from contract
            where holder_id = $2)
          and o.state in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed'))
        union all
        select d.equipment_id
        from order_device d
        where d.order_id in (
          select o.id
          from installation_order o
          where o.contract_id in (
            select id
            from contract
            where holder_id = $2)
          and o.state in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed')))
      AND "e"."container_id" is null
      ORDER BY "e"."tag" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "equipment" "e"
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      WHERE "e"."id" in (
        select y.id
        from equipment y
        where y.order_id in (
          select o.id
          from installation_order o
          where o.contract_id in (
            select id
            from contract
            where holder_id = $3)
          and o.state in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed'))
        union all
        select d.equipment_id
        from order_device d
        where d.order_id in (
          select o.id
          from installation_order o
          where o.contract_id in (
            select id
            from contract
            where holder_id = $3)
          and o.state in ('approved', 'scheduled', 'in-progress', 'installed', 'confirmed', 'certified', 'closed')))
      AND "e"."container_id" is null
      LIMIT 1001) row) counted)::text end as page;

-- Parc, recherche · plan-manager · GET /api/v1/equipment?search=azur+tablette
-- index: account_pkey, assignment_account, assignment_pkey, assignment_school, catalogue_item_pkey, commune_pkey, equipment_contents, equipment_id_is_container_state_site_id_key, equipment_search, room_id_school_id_key, school_pkey, session_pkey, setting_name_from_day_key, stock_place_pkey, training_enrolment_present, training_handover_of_account, training_handover_of_school, training_module_model_of_model, training_session_of_module; read whole: catalogue_item
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
      SELECT "e"."id" as "id", "e"."tag" as "tag", "e"."serial" as "serial", "i"."name" as "modelName", "i"."picture" as "picture", "e"."is_container" as "isContainer", case when "e"."is_container" then (
        select count(*)::int
        from equipment y
        where y.container_id = "e"."id") else 0 end as "contents", "e"."state" as "state", "e"."state_since" as "stateSince", coalesce((
          select true
          where "e"."state" = 'in-service'
          and "e"."model_id" = any(array(
              select "i"."id"
              from catalogue_item i
              where "i"."training_module" is not null))
          and (
            select case when r.shown or r.here >= coalesce((
                select (value #>> '{}')::int
                from setting
                where name = 'training.minTeachers'
                and from_day <= $1::date
                order by from_day desc
                limit 1), 1) then 'ready' when not (true) then 'waits' when r.here = 0
            and exists (
              select n.account_id, t.ends_at as at
              from training_enrolment n
              join training_session t on t.id = n.session_id
              and t.state = 'closed'
              join training_module_model opening on opening.module_id = t.module_id
              and opening.model_id = "e"."model_id"
              where n.school_id = "e"."school_id"
              and n.present
              and n.left_at is null
              union all
              select h.account_id, h.at
              from training_handover h
              where h.school_id = "e"."school_id"
              and h.model_id = "e"."model_id") then 'flagged' else 'ready' end
            from (
              select (
                select count(*)::int
                from (
                  select distinct a.account_id
                  from assignment a
                  join account c on "c"."id" = a.account_id
                  and c.active
                  where a.school_id = e.school_id
                  and a.role in ('school-head', 'teacher')
                  and a.from_day <= $1::date
                  and (a.to_day is null or a.to_day > $1::date)) w
                where (exists (
                    select
                    from training_enrolment n
                    join training_session t on t.id = n.session_id
                    and t.state = 'closed'
                    join training_module_model opening on opening.module_id = t.module_id
                    and opening.model_id = "e"."model_id"
                    where n.account_id = w.account_id
                    and n.present
                    and n.left_at is null) or exists (
                    select
                    from training_handover h
                    where h.account_id = w.account_id
                    and h.model_id = "e"."model_id"))) as here, exists (
                select
                from training_handover h
                where h.school_id = "e"."school_id"
                and h.model_id = "e"."model_id"
                and exists (
                  select
                  from assignment a
                  join account c on "c"."id" = a.account_id
                  and c.active
                  where a.account_id = h.account_id
                  and a.school_id = e.school_id
                  and a.role in ('school-head', 'teacher')
                  and a.from_day <= $1::date
                  and (a.to_day is null or a.to_day > $1::date))) as shown) r) = 'flagged'), false) as "trainedGone", "e"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", s.sector as "sector", r.id as "roomId", r.name as "roomName", p.name as "stockPlaceName", "c"."tag" as "containerTag", "e"."purchased_on" as "purchasedOn", "e"."warranty_until" as "warrantyUntil", "e"."refurbished" as "refurbished", "e"."last_seen_at" as "lastSeenAt", "e"."net_cents" + ("e"."net_cents" * "e"."vat_basis_points" + 5000) / 10000 as "priceCents", "e"."version" as "version"
      FROM "equipment" "e"
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "commune" "m" ON m.id = s.commune_id
      LEFT JOIN "equipment" "c" ON "c"."id" = "e"."container_id"
      LEFT JOIN "room" "r" ON r.id = coalesce("e"."room_id", "c"."room_id")
      LEFT JOIN "stock_place" "p" ON p.id = coalesce("e"."stock_place_id", "c"."stock_place_id")
      WHERE true
      AND "e"."words" like search_pattern($2)
      and "e"."words" like search_pattern($3)
      ORDER BY "e"."tag" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "equipment" "e"
      LEFT JOIN "school" "s" ON s.id = "e"."school_id"
      WHERE true
      AND "e"."words" like search_pattern($4)
      and "e"."words" like search_pattern($5)
      LIMIT 1001) row) counted)::text end as page;

-- Parc, compteurs · plan-manager · GET /api/v1/equipment/counts
-- index: equipment_of_state
SELECT t.state AS "state", (
  select count(*)::int
  from (
    SELECT 1
    FROM "equipment" "e"
    LEFT JOIN "school" "s" ON s.id = "e"."school_id"
    WHERE "e"."state" = t.state
    AND true
    LIMIT 20001) x) AS "count", (
  select count(*)::int
  from (
    SELECT 1
    FROM "equipment" "e"
    LEFT JOIN "school" "s" ON s.id = "e"."school_id"
    WHERE "e"."state" = t.state
    AND true
    AND "e"."container_id" is null
    LIMIT 20001) x) AS "lines"
FROM (
  select u.state, u.place
  from unnest($1::text[])
  with ordinality u(state, place)) "t"
ORDER BY t.place ASC;
