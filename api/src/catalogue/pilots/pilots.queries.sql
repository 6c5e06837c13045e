-- Fiche du catalogue, écoles pilotes · plan-manager · GET /api/v1/pilots?itemId=:item
-- index: account_pkey, assignment_pkey, catalogue_item_pkey, commune_pkey, pilot_of_item, pilot_opinion_once, school_pkey, session_pkey
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
      SELECT "p"."id" as "id", "p"."version" as "version", "p"."item_id" as "itemId", "i"."name" as "itemName", s.name as "schoolName", m.name as "communeName", p.from_day::text as "fromDay", p.to_day::text as "toDay", p.ended_on::text as "endedOn", "p"."looked_for" as "lookedFor", case when ("p"."ended_on" is null
        and "i"."state" in ('proposed', 'under-review')
        and $1::date between "p"."from_day" and "p"."to_day") then 'running' when "p"."ended_on" is null
      and "i"."state" in ('proposed', 'under-review')
      and "p"."from_day" > $1::date then 'coming' else 'over' end as "standing", (
        select count(*)::int
        from pilot_opinion o
        where o.pilot_id = "p"."id") as "opinions", (
        select json_build_array(json_build_object('question', 'easy', 'yes', count(*) filter (
              where o.easy = 'yes'), 'partly', count(*) filter (
              where o.easy = 'partly'), 'no', count(*) filter (
              where o.easy = 'no')), json_build_object('question', 'useful', 'yes', count(*) filter (
              where o.useful = 'yes'), 'partly', count(*) filter (
              where o.useful = 'partly'), 'no', count(*) filter (
              where o.useful = 'no')), json_build_object('question', 'keep', 'yes', count(*) filter (
              where o.keep = 'yes'), 'partly', count(*) filter (
              where o.keep = 'partly'), 'no', count(*) filter (
              where o.keep = 'no')))
        from pilot_opinion o
        where o.pilot_id = "p"."id") as "tallies", (
        select coalesce(json_agg(w.text
            order by w.text), '[]')
        from (
          select o.text
          from pilot_opinion o
          where o.pilot_id = "p"."id"
          and o.text is not null
          order by o.text
          limit 200) w) as "texts"
      FROM "pilot" "p"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "p"."item_id"
      INNER JOIN "school" "s" ON s.id = "p"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE true
      AND "p"."item_id" = $2
      ORDER BY "p"."from_day" DESC, "p"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "pilot" "p"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "p"."item_id"
      INNER JOIN "school" "s" ON s.id = "p"."school_id"
      WHERE true
      AND "p"."item_id" = $3
      LIMIT 1001) row) counted)::text end as page;

-- Essais de l’école · teacher · GET /api/v1/pilots?running=true
-- index: account_pkey, assignment_pkey, catalogue_item_list, commune_pkey, pilot_of_school, pilot_opinion_once, school_pkey, session_pkey
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
      SELECT "p"."id" as "id", "p"."version" as "version", "p"."item_id" as "itemId", "i"."name" as "itemName", s.name as "schoolName", m.name as "communeName", p.from_day::text as "fromDay", p.to_day::text as "toDay", p.ended_on::text as "endedOn", "p"."looked_for" as "lookedFor", case when ("p"."ended_on" is null
        and "i"."state" in ('proposed', 'under-review')
        and $1::date between "p"."from_day" and "p"."to_day") then 'running' when "p"."ended_on" is null
      and "i"."state" in ('proposed', 'under-review')
      and "p"."from_day" > $1::date then 'coming' else 'over' end as "standing", (
        select count(*)::int
        from pilot_opinion o
        where o.pilot_id = "p"."id") as "opinions", (
        select json_build_array(json_build_object('question', 'easy', 'yes', count(*) filter (
              where o.easy = 'yes'), 'partly', count(*) filter (
              where o.easy = 'partly'), 'no', count(*) filter (
              where o.easy = 'no')), json_build_object('question', 'useful', 'yes', count(*) filter (
              where o.useful = 'yes'), 'partly', count(*) filter (
              where o.useful = 'partly'), 'no', count(*) filter (
              where o.useful = 'no')), json_build_object('question', 'keep', 'yes', count(*) filter (
              where o.keep = 'yes'), 'partly', count(*) filter (
              where o.keep = 'partly'), 'no', count(*) filter (
              where o.keep = 'no')))
        from pilot_opinion o
        where o.pilot_id = "p"."id") as "tallies", null as "texts"
      FROM "pilot" "p"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "p"."item_id"
      INNER JOIN "school" "s" ON s.id = "p"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE s.id = $2
      AND ("p"."ended_on" is null
        and "i"."state" in ('proposed', 'under-review')
        and $1::date between "p"."from_day" and "p"."to_day")
      ORDER BY "p"."from_day" DESC, "p"."id" DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "pilot" "p"
      INNER JOIN "catalogue_item" "i" ON "i"."id" = "p"."item_id"
      INNER JOIN "school" "s" ON s.id = "p"."school_id"
      WHERE s.id = $3
      AND ("p"."ended_on" is null
        and "i"."state" in ('proposed', 'under-review')
        and $4::date between "p"."from_day" and "p"."to_day")
      LIMIT 1001) row) counted)::text end as page;

-- Essai · school-head · GET /api/v1/pilots/:pilot
-- index: pilot_of_school, school_pkey
SELECT "p"."id" AS "p_id", "p"."item_id" AS "p_item_id", "p"."school_id" AS "p_school_id", "p"."from_day" AS "p_from_day", "p"."to_day" AS "p_to_day", "p"."looked_for" AS "p_looked_for", "p"."started_by" AS "p_started_by", "p"."started_at" AS "p_started_at", "p"."ended_on" AS "p_ended_on", "p"."version" AS "p_version"
FROM "pilot" "p"
INNER JOIN "school" "s" ON s.id = "p"."school_id"
WHERE "p"."id" = $1
AND s.id = $2;
-- index: catalogue_item_pkey, commune_pkey, pilot_by_day, pilot_opinion_once, school_pkey
select p.id as "id", p.version as "version", p.item_id as "itemId", i.name as "itemName", s.name as "schoolName", m.name as "communeName", p.from_day::text as "fromDay", p.to_day::text as "toDay", p.ended_on::text as "endedOn", p.looked_for as "lookedFor", case when (p.ended_on is null
  and i.state in ('proposed', 'under-review')
  and $2::date between p.from_day and p.to_day) then 'running' when p.ended_on is null
and i.state in ('proposed', 'under-review')
and p.from_day > $2::date then 'coming' else 'over' end as "standing", (
  select count(*)::int
  from pilot_opinion o
  where o.pilot_id = p.id) as "opinions", (
  select json_build_array(json_build_object('question', 'easy', 'yes', count(*) filter (
        where o.easy = 'yes'), 'partly', count(*) filter (
        where o.easy = 'partly'), 'no', count(*) filter (
        where o.easy = 'no')), json_build_object('question', 'useful', 'yes', count(*) filter (
        where o.useful = 'yes'), 'partly', count(*) filter (
        where o.useful = 'partly'), 'no', count(*) filter (
        where o.useful = 'no')), json_build_object('question', 'keep', 'yes', count(*) filter (
        where o.keep = 'yes'), 'partly', count(*) filter (
        where o.keep = 'partly'), 'no', count(*) filter (
        where o.keep = 'no')))
  from pilot_opinion o
  where o.pilot_id = p.id) as "tallies", (
  select coalesce(json_agg(w.text
      order by w.text), '[]')
  from (
    select o.text
    from pilot_opinion o
    where o.pilot_id = p.id
    and o.text is not null
    order by o.text
    limit 200) w) as "texts", (
  select json_build_object('easy', o.easy, 'useful', o.useful, 'keep', o.keep, 'text', o.text)
  from pilot_opinion o
  where o.pilot_id = p.id
  and o.account_id = $3) as mine
from pilot p
join catalogue_item i on i.id = p.item_id
join school s on s.id = p.school_id
join commune m on m.id = s.commune_id
where p.id = $1;
