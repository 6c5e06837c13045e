-- Logiciels · plan-manager · GET /api/v1/software
-- index: account_pkey, assignment_pkey, session_pkey, software_installation_unlicensed, software_licence_by_end, software_licence_over_used, software_licence_still_used, software_title_by_name, software_title_by_use
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
      SELECT t.id as "id", t.version as "version", t.name as "name", t.publisher as "publisher", t.hosting as "hosting", t.free as "free", t.clearance as "clearance", t.cleared_on::text as "clearedOn", t.review_on::text as "reviewOn", t.seats_used as "seatsUsed", (
        select coalesce(sum(l.seats), 0)::int
        from software_licence l
        where l.title_id = t.id
        and l.from_day <= $1
        and l.ends_on >= $1) as "seatsBought", (t.free or exists (
          select
          from software_licence l
          where l.title_id = t.id
          and l.seats is null
          and l.from_day <= $1
          and l.ends_on >= $1)) as "unlimited", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.ends_on between $1 and $2
        and l.renewed_by is null) as "expiring", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.ends_on < $1
        and l.seats_used > 0) as "expired", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.over_used) as "overUsed", case when t.free then 0 else (
        select coalesce(sum(x.seats), 0)::int
        from software_installation x
        where x.title_id = t.id
        and x.ended_at is null
        and x.licence_id is null) end as "unlicensed"
      FROM "software_title" "t"
      WHERE true
      ORDER BY t.name collate "fr-x-icu" ASC, t.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "software_title" "t"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Logiciels, dépassés · technician · GET /api/v1/software?attention=over-used&sort=used
-- index: account_pkey, assignment_pkey, session_pkey, software_installation_unlicensed, software_licence_by_end, software_licence_over_used, software_licence_still_used, software_title_by_use
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
      SELECT t.id as "id", t.version as "version", t.name as "name", t.publisher as "publisher", t.hosting as "hosting", t.free as "free", t.clearance as "clearance", t.cleared_on::text as "clearedOn", t.review_on::text as "reviewOn", t.seats_used as "seatsUsed", (
        select coalesce(sum(l.seats), 0)::int
        from software_licence l
        where l.title_id = t.id
        and l.from_day <= $1
        and l.ends_on >= $1) as "seatsBought", (t.free or exists (
          select
          from software_licence l
          where l.title_id = t.id
          and l.seats is null
          and l.from_day <= $1
          and l.ends_on >= $1)) as "unlimited", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.ends_on between $1 and $2
        and l.renewed_by is null) as "expiring", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.ends_on < $1
        and l.seats_used > 0) as "expired", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.over_used) as "overUsed", case when t.free then 0 else (
        select coalesce(sum(x.seats), 0)::int
        from software_installation x
        where x.title_id = t.id
        and x.ended_at is null
        and x.licence_id is null) end as "unlicensed"
      FROM "software_title" "t"
      WHERE true
      AND exists (
        select
        from software_licence l
        where l.title_id = t.id
        and l.over_used)
      ORDER BY t.seats_used ASC, t.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "software_title" "t"
      WHERE true
      AND exists (
        select
        from software_licence l
        where l.title_id = t.id
        and l.over_used)
      LIMIT 1001) row) counted)::text end as page;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Logiciels, recherche · plan-manager · GET /api/v1/software?search=azur
-- index: account_pkey, assignment_pkey, session_pkey, software_installation_unlicensed, software_licence_by_end, software_licence_over_used, software_licence_still_used, software_title_by_name, software_title_words
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
      SELECT t.id as "id", t.version as "version", t.name as "name", t.publisher as "publisher", t.hosting as "hosting", t.free as "free", t.clearance as "clearance", t.cleared_on::text as "clearedOn", t.review_on::text as "reviewOn", t.seats_used as "seatsUsed", (
        select coalesce(sum(l.seats), 0)::int
        from software_licence l
        where l.title_id = t.id
        and l.from_day <= $1
        and l.ends_on >= $1) as "seatsBought", (t.free or exists (
          select
          from software_licence l
          where l.title_id = t.id
          and l.seats is null
          and l.from_day <= $1
          and l.ends_on >= $1)) as "unlimited", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.ends_on between $1 and $2
        and l.renewed_by is null) as "expiring", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.ends_on < $1
        and l.seats_used > 0) as "expired", (
        select count(*)::int
        from software_licence l
        where l.title_id = t.id
        and l.over_used) as "overUsed", case when t.free then 0 else (
        select coalesce(sum(x.seats), 0)::int
        from software_installation x
        where x.title_id = t.id
        and x.ended_at is null
        and x.licence_id is null) end as "unlicensed"
      FROM "software_title" "t"
      WHERE true
      AND t.words like search_pattern($3)
      ORDER BY t.name collate "fr-x-icu" ASC, t.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "software_title" "t"
      WHERE true
      AND t.words like search_pattern($4)
      LIMIT 1001) row) counted)::text end as page;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Logiciel · plan-manager · GET /api/v1/software/:software
-- index: catalogue_item_pkey, software_installation_unlicensed, software_licence_by_end, software_licence_over_used, software_licence_still_used, software_title_by_use
SELECT t.id as "id", t.version as "version", t.name as "name", t.publisher as "publisher", t.hosting as "hosting", t.free as "free", t.clearance as "clearance", t.cleared_on::text as "clearedOn", t.review_on::text as "reviewOn", t.seats_used as "seatsUsed", (
  select coalesce(sum(l.seats), 0)::int
  from software_licence l
  where l.title_id = t.id
  and l.from_day <= $1
  and l.ends_on >= $1) as "seatsBought", (t.free or exists (
    select
    from software_licence l
    where l.title_id = t.id
    and l.seats is null
    and l.from_day <= $1
    and l.ends_on >= $1)) as "unlimited", (
  select count(*)::int
  from software_licence l
  where l.title_id = t.id
  and l.ends_on between $1 and $2
  and l.renewed_by is null) as "expiring", (
  select count(*)::int
  from software_licence l
  where l.title_id = t.id
  and l.ends_on < $1
  and l.seats_used > 0) as "expired", (
  select count(*)::int
  from software_licence l
  where l.title_id = t.id
  and l.over_used) as "overUsed", case when t.free then 0 else (
  select coalesce(sum(x.seats), 0)::int
  from software_installation x
  where x.title_id = t.id
  and x.ended_at is null
  and x.licence_id is null) end as "unlicensed", t.item_id as "itemId", "i"."name" as "itemName", t.unit_seats as "unitSeats", t.term_months as "termMonths", t.cleared_by as "clearedBy", t.clearance_reference as "clearanceReference", t.clearance_conditions as "clearanceConditions"
FROM "software_title" "t"
LEFT JOIN "catalogue_item" "i" ON "i"."id" = t.item_id
WHERE true
AND t.id = $3;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;

-- Logiciels, compteurs · committee · GET /api/v1/software/counts
-- index: software_licence_by_end, software_licence_over_used, software_title_by_use; read whole: software_title
select (
  select count(*)::int
  from software_title) as titles, (
  select coalesce(sum(t.seats_used), 0)::int
  from software_title t) as "seatsUsed", (
  select count(*)::int
  from software_licence l
  where l.ends_on between $1::date and $2::date
  and l.renewed_by is null) as expiring, (
  select count(*)::int
  from software_licence l
  where l.ends_on < $1::date
  and l.seats_used > 0) as expired, (
  select count(*)::int
  from software_licence l
  where l.over_used) as "overUsed", (
  select count(*)::int
  from software_title t
  where (t.clearance = 'not-asked' or t.review_on <= $1::date)) as clearance;
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
