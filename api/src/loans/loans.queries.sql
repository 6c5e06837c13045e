-- Prêts · plan-manager · GET /api/v1/loans?holding=true&sort=start&direction=asc
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_id_is_container_state_site_id_key, loan_kit_id_equipment_id_key, loan_of_device, loan_of_school_holding, school_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $1
  and s.version = $2
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "l"."id" as "id", "l"."version" as "version", "l"."number" as "number", "l"."state" as "state", "l"."state_since" as "stateSince", coalesce(k.name, "i"."name") as "kitName", "e"."tag" as "equipmentTag", "l"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "l"."from_day" as "fromDay", "l"."from_half" as "fromHalf", "l"."to_day" as "toDay", "l"."to_half" as "toHalf", ("l"."state" = 'out'
        and l.ends <= 41464) as "late", "l"."ticket_id" as "ticketId"
      FROM "loan" "l"
      INNER JOIN "school" "s" ON s.id = "l"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "equipment" "e" ON "e"."id" = "l"."equipment_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "loan_kit" "k" ON k.id = "l"."kit_id"
      WHERE true
      AND l.holding
      ORDER BY l.starts ASC, "l"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "loan" "l"
      INNER JOIN "school" "s" ON s.id = "l"."school_id"
      WHERE true
      AND l.holding
      LIMIT 1001) row) counted)::text end as page;

-- Prêts, par fin · technician · GET /api/v1/loans?sort=end
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_id_is_container_state_site_id_key, loan_kit_id_equipment_id_key, loan_of_device, loan_of_school, school_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $1
  and s.version = $2
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "l"."id" as "id", "l"."version" as "version", "l"."number" as "number", "l"."state" as "state", "l"."state_since" as "stateSince", coalesce(k.name, "i"."name") as "kitName", "e"."tag" as "equipmentTag", "l"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "l"."from_day" as "fromDay", "l"."from_half" as "fromHalf", "l"."to_day" as "toDay", "l"."to_half" as "toHalf", ("l"."state" = 'out'
        and l.ends <= 41464) as "late", "l"."ticket_id" as "ticketId"
      FROM "loan" "l"
      INNER JOIN "school" "s" ON s.id = "l"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "equipment" "e" ON "e"."id" = "l"."equipment_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "loan_kit" "k" ON k.id = "l"."kit_id"
      WHERE true
      ORDER BY l.ends DESC, "l"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "loan" "l"
      INNER JOIN "school" "s" ON s.id = "l"."school_id"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Prêts de l’école · teacher · GET /api/v1/loans?holding=true
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_id_is_container_state_site_id_key, loan_kit_id_equipment_id_key, loan_of_school_holding, school_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $3
  and s.version = $4
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "l"."id" as "id", "l"."version" as "version", "l"."number" as "number", "l"."state" as "state", "l"."state_since" as "stateSince", coalesce(k.name, "i"."name") as "kitName", "e"."tag" as "equipmentTag", "l"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "l"."from_day" as "fromDay", "l"."from_half" as "fromHalf", "l"."to_day" as "toDay", "l"."to_half" as "toHalf", ("l"."state" = 'out'
        and l.ends <= 41464) as "late", "l"."ticket_id" as "ticketId"
      FROM "loan" "l"
      INNER JOIN "school" "s" ON s.id = "l"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "equipment" "e" ON "e"."id" = "l"."equipment_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "loan_kit" "k" ON k.id = "l"."kit_id"
      WHERE s.id = $1
      AND l.holding
      ORDER BY l.starts DESC, "l"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "loan" "l"
      INNER JOIN "school" "s" ON s.id = "l"."school_id"
      WHERE s.id = $2
      AND l.holding
      LIMIT 1001) row) counted)::text end as page;

-- Prêts d’un ticket · technician · GET /api/v1/loans?ticketId=:ticket
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, equipment_by_seen, loan_kit_id_equipment_id_key, loan_of_ticket, school_pkey, session_pkey
select case when exists (
  select
  from session s
  join assignment a on a.id = s.assignment_id
  join account c on c.id = s.account_id
  where s.id = $3
  and s.version = $4
  and s.ended_at is null
  and c.active
  and a.from_day <= (now() at time zone 'Europe/Paris')::date
  and (a.to_day is null or a.to_day > (now() at time zone 'Europe/Paris')::date)) then (
  select json_build_object( 'items', coalesce(shown.items, '[]'), 'total', case when counted.rows <= 1000 then counted.rows else greatest(counted.rows, 0 + shown.rows + (shown.rows = 50)::int) end, 'page', 1, 'size', 50)
  from (
    select json_agg(item) as items, count(*) as rows
    from (
      SELECT "l"."id" as "id", "l"."version" as "version", "l"."number" as "number", "l"."state" as "state", "l"."state_since" as "stateSince", coalesce(k.name, "i"."name") as "kitName", "e"."tag" as "equipmentTag", "l"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", "l"."from_day" as "fromDay", "l"."from_half" as "fromHalf", "l"."to_day" as "toDay", "l"."to_half" as "toHalf", ("l"."state" = 'out'
        and l.ends <= 41464) as "late", "l"."ticket_id" as "ticketId"
      FROM "loan" "l"
      INNER JOIN "school" "s" ON s.id = "l"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      INNER JOIN "equipment" "e" ON "e"."id" = "l"."equipment_id"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "e"."model_id"
      LEFT JOIN "loan_kit" "k" ON k.id = "l"."kit_id"
      WHERE true
      AND "l"."ticket_id" = $1
      ORDER BY l.starts DESC, "l"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "loan" "l"
      INNER JOIN "school" "s" ON s.id = "l"."school_id"
      WHERE true
      AND "l"."ticket_id" = $2
      LIMIT 1001) row) counted)::text end as page;

-- Prêts du jour · technician · GET /api/v1/loans/due
-- index: catalogue_item_pkey, commune_pkey, equipment_by_seen, equipment_id_is_container_state_site_id_key, loan_kit_id_equipment_id_key, loan_never_overlaps, loan_of_state, school_pkey, ticket_by_report
select coalesce((
    select json_agg(line)
    from (
      select json_build_object('id', l.id, 'version', l.version, 'number', l.number, 'state', l.state, 'stateSince', l.state_since, 'kitName', coalesce(k.name, i.name), 'equipmentTag', e.tag, 'schoolId', l.school_id, 'schoolName', s.name, 'communeName', m.name, 'fromDay', l.from_day, 'fromHalf', l.from_half, 'toDay', l.to_day, 'toHalf', l.to_half, 'late', (l.state = 'out'
          and l.ends <= $1::int), 'ticketId', l.ticket_id) as line
      from loan l
      join school s on s.id = l.school_id
      join commune m on m.id = s.commune_id
      join equipment e on e.id = l.equipment_id
      join catalogue_item i on i.id = e.model_id
      left join loan_kit k on k.id = l.kit_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and l.state = 'requested'
      and true
      order by l.starts, l.id
      limit 20) lines), '[]') as "toApprove", coalesce((
    select json_agg(line)
    from (
      select json_build_object('id', l.id, 'version', l.version, 'number', l.number, 'state', l.state, 'stateSince', l.state_since, 'kitName', coalesce(k.name, i.name), 'equipmentTag', e.tag, 'schoolId', l.school_id, 'schoolName', s.name, 'communeName', m.name, 'fromDay', l.from_day, 'fromHalf', l.from_half, 'toDay', l.to_day, 'toHalf', l.to_half, 'late', (l.state = 'out'
          and l.ends <= $1::int), 'ticketId', l.ticket_id) as line
      from loan l
      join school s on s.id = l.school_id
      join commune m on m.id = s.commune_id
      join equipment e on e.id = l.equipment_id
      join catalogue_item i on i.id = e.model_id
      left join loan_kit k on k.id = l.kit_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and l.state = 'approved'
      and l.starts < $2::int
      and l.ends > $1::int
      and true
      order by l.starts, l.id
      limit 20) lines), '[]') as "toHandOver", coalesce((
    select json_agg(line)
    from (
      select json_build_object('id', l.id, 'version', l.version, 'number', l.number, 'state', l.state, 'stateSince', l.state_since, 'kitName', coalesce(k.name, i.name), 'equipmentTag', e.tag, 'schoolId', l.school_id, 'schoolName', s.name, 'communeName', m.name, 'fromDay', l.from_day, 'fromHalf', l.from_half, 'toDay', l.to_day, 'toHalf', l.to_half, 'late', (l.state = 'out'
          and l.ends <= $1::int), 'ticketId', l.ticket_id) as line
      from loan l
      join school s on s.id = l.school_id
      join commune m on m.id = s.commune_id
      join equipment e on e.id = l.equipment_id
      join catalogue_item i on i.id = e.model_id
      left join loan_kit k on k.id = l.kit_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and l.state = 'out'
      and (l.ends <= $2::int or coalesce(t.state in ('resolved', 'closed', 'cancelled', 'merged'), false))
      and true
      order by l.ends, l.id
      limit 20) lines), '[]') as "toTakeBack", coalesce((
    select json_agg(line)
    from (
      select json_build_object('id', l.id, 'version', l.version, 'number', l.number, 'state', l.state, 'stateSince', l.state_since, 'kitName', coalesce(k.name, i.name), 'equipmentTag', e.tag, 'schoolId', l.school_id, 'schoolName', s.name, 'communeName', m.name, 'fromDay', l.from_day, 'fromHalf', l.from_half, 'toDay', l.to_day, 'toHalf', l.to_half, 'late', (l.state = 'out'
          and l.ends <= $1::int), 'ticketId', l.ticket_id) as line
      from loan l
      join school s on s.id = l.school_id
      join commune m on m.id = s.commune_id
      join equipment e on e.id = l.equipment_id
      join catalogue_item i on i.id = e.model_id
      left join loan_kit k on k.id = l.kit_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and l.state = 'returned'
      and true
      order by l.ends, l.id
      limit 20) lines), '[]') as "toCheck", json_build_object('toApprove', (
    select count(*)::int
    from (
      select
      from loan l
      join school s on s.id = l.school_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and l.state = 'requested'
      and true
      limit 1001) counted), 'toHandOver', (
    select count(*)::int
    from (
      select
      from loan l
      join school s on s.id = l.school_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and l.state = 'approved'
      and l.starts < $2::int
      and l.ends > $1::int
      and true
      limit 1001) counted), 'toTakeBack', (
    select count(*)::int
    from (
      select
      from loan l
      join school s on s.id = l.school_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and l.state = 'out'
      and (l.ends <= $2::int or coalesce(t.state in ('resolved', 'closed', 'cancelled', 'merged'), false))
      and true
      limit 1001) counted), 'toCheck', (
    select count(*)::int
    from (
      select
      from loan l
      join school s on s.id = l.school_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and l.state = 'returned'
      and true
      limit 1001) counted), 'late', (
    select count(*)::int
    from (
      select
      from loan l
      join school s on s.id = l.school_id
      left join ticket t on t.id = l.ticket_id
      where l.holding
      and (l.state = 'out'
        and l.ends <= $1::int)
      and true
      limit 1001) counted)) as counts;

-- Ce que l’école a en prêt · teacher · GET /api/v1/loans/borrowed
-- index: catalogue_item_pkey, equipment_by_seen, loan_device_of_device, loan_kit_id_equipment_id_key, loan_never_overlaps
select l.id as "loanId", coalesce(k.name, i.name) as "kitName", l.to_day::text as "toDay", (
  select json_agg(json_build_object('equipmentId', d.id, 'tag', d.tag, 'modelName', d."modelName", 'picture', d.picture))
  from (
    select y.id, y.tag, z.name as "modelName", z.picture
    from (
      select l.equipment_id as id union
      select v.equipment_id
      from loan_device v
      where v.loan_id = l.id) g
    join equipment y on y.id = g.id
    join catalogue_item z on z.id = y.model_id
    order by y.id <> l.equipment_id, z.name, y.tag
    limit 61) d) as devices
from loan l
join equipment e on e.id = l.equipment_id
join catalogue_item i on i.id = e.model_id
left join loan_kit k on k.id = l.kit_id
where l.school_id = $1
and l.holding
and l.state = 'out'
order by l.ends, l.id
limit 20;

-- En prêt, par son étiquette · teacher · GET /api/v1/loans/borrowed/by-tag/:lentTag
-- index: equipment_by_seen, equipment_label_of_its_device, equipment_serial_key, loan_never_overlaps, school_pkey
SELECT "l"."id" AS "l_id", "l"."number" AS "l_number", "l"."equipment_id" AS "l_equipment_id", "l"."kit_id" AS "l_kit_id", "l"."ticket_id" AS "l_ticket_id", "l"."school_id" AS "l_school_id", "l"."state" AS "l_state", "l"."state_since" AS "l_state_since", "l"."from_day" AS "l_from_day", "l"."from_half" AS "l_from_half", "l"."to_day" AS "l_to_day", "l"."to_half" AS "l_to_half", "l"."purpose" AS "l_purpose", "l"."requested_by" AS "l_requested_by", "l"."referent_id" AS "l_referent_id", "l"."held_until" AS "l_held_until", "l"."version" AS "l_version"
FROM "loan" "l"
INNER JOIN "school" "s" ON s.id = "l"."school_id"
WHERE s.id = $1
AND "l"."equipment_id" = (
  select coalesce(z.container_id, z.id)
  from equipment z
  where z.id = coalesce( (
      select "l"."equipment_id"
      from equipment_label l
      where l.code = $2), (
      select x.id
      from equipment x
      where x.serial = $3)))
and "l"."state" = 'out';
-- index: catalogue_item_pkey, equipment_by_seen, equipment_label_of_its_device, equipment_serial_key, loan_by_end, loan_kit_id_equipment_id_key
select y.id as "equipmentId", y.tag, z.name as "modelName", z.picture, l.id as "loanId", coalesce(k.name, i.name) as "kitName", l.to_day::text as "toDay"
from loan l
join equipment y on y.id = coalesce( (
    select l.equipment_id
    from equipment_label l
    where l.code = $2), (
    select x.id
    from equipment x
    where x.serial = $3))
join catalogue_item z on z.id = y.model_id
join equipment e on e.id = l.equipment_id
join catalogue_item i on i.id = e.model_id
left join loan_kit k on k.id = l.kit_id
where l.id = $1;
