-- Éditions · committee · GET /api/v1/editions
-- index: account_pkey, assignment_pkey, edition_by_meeting, edition_corrected_once, edition_id_meeting_on_key, session_pkey
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
      SELECT e.id as "id", e.number as "number", e.title as "title", e.meeting_on::text as "meetingOn", e.data_day::text as "dataDay", e.frozen_at as "frozenAt", (
        select x.number
        from edition x
        where x.id = e.corrects_id) as "correctsNumber", e.reason as "reason", (
        select x.number
        from edition x
        where x.corrects_id = e.id) as "correctedByNumber", e.sha256 as "sha256"
      FROM "edition" "e"
      WHERE true
      ORDER BY e.meeting_on DESC, e.number DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "edition" "e"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Édition · committee · GET /api/v1/editions/:edition
-- index: edition_corrected_once, edition_id_meeting_on_key
SELECT e.id as "id", e.number as "number", e.title as "title", e.meeting_on::text as "meetingOn", e.data_day::text as "dataDay", e.frozen_at as "frozenAt", (
  select x.number
  from edition x
  where x.id = e.corrects_id) as "correctsNumber", e.reason as "reason", (
  select x.number
  from edition x
  where x.corrects_id = e.id) as "correctedByNumber", e.sha256 as "sha256"
FROM "edition" "e"
WHERE true
AND e.id = $1;
-- index: edition_part_content, frozen_content_pkey
select p.name, p.media_type as "mediaType", p.sha256, length(c.content) as bytes
from edition_part p
join frozen_content c on c.sha256 = p.sha256
where p.edition_id = $1
order by p.name collate "C";

-- Rapport · committee · GET /api/v1/editions/:edition/report
-- index: edition_part_pkey, frozen_content_pkey
select c.content, c.sha256, p.media_type as "mediaType"
from edition_part p
join frozen_content c on c.sha256 = p.sha256
where p.edition_id = $1
and p.name = $2;
