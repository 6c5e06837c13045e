-- Travaux confiés, à lire · plan-manager · GET /api/v1/deposits?read=false
-- index: account_pkey, assignment_pkey, deposit_unread, session_pkey
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
      SELECT d.id AS "id", d.about AS "about", d.object_kind AS "objectKind", a.name AS "authorName", d.said_at AS "saidAt", d.received_at AS "receivedAt", d.refusal AS "refusal", d.read_at AS "readAt"
      FROM "deposit" "d"
      INNER JOIN "account" "a" ON a.id = d.account_id
      WHERE true
      AND d.read_at is null
      ORDER BY d.received_at DESC, d.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "deposit" "d"
      WHERE true
      AND d.read_at is null
      LIMIT 1001) row) counted)::text end as page;

-- Travaux confiés · plan-manager · GET /api/v1/deposits?read=true
-- index: account_pkey, assignment_pkey, deposit_by_age, session_pkey; read whole: deposit
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
      SELECT d.id AS "id", d.about AS "about", d.object_kind AS "objectKind", a.name AS "authorName", d.said_at AS "saidAt", d.received_at AS "receivedAt", d.refusal AS "refusal", d.read_at AS "readAt"
      FROM "deposit" "d"
      INNER JOIN "account" "a" ON a.id = d.account_id
      WHERE true
      AND d.read_at is not null
      ORDER BY d.received_at DESC, d.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "deposit" "d"
      WHERE true
      AND d.read_at is not null
      LIMIT 1001) row) counted)::text end as page;

-- Travail confié · plan-manager · GET /api/v1/deposits/:deposit
-- index: account_pkey, deposit_by_age
select d.id as "id", d.about as "about", d.object_kind as "objectKind", a.name as "authorName", d.said_at as "saidAt", d.received_at as "receivedAt", d.refusal as "refusal", d.read_at as "readAt", d.object_id as "objectId", d.action, d.role, d.body, d.refusal_code as "refusalCode", r.name as "readerName"
from deposit d
join account a on a.id = d.account_id
left join account r on r.id = d.read_by
where d.id = $1;
-- index: deposit_file_slot_filled_once, deposit_photo_slot_pkey
select s.photo_id as id, (max(f.id::text) filter (
    where s.size = 'small'))::uuid as "smallId", (max(f.id::text) filter (
    where s.size = 'whole'))::uuid as "wholeId"
from deposit_photo_slot s
left join deposit_file f on f.slot_id = s.id
where s.deposit_id = $1
group by s.photo_id
order by min(s.announced_at), s.photo_id
limit 60;
