-- Courriels · administrator · GET /api/v1/mails
-- index: account_pkey, assignment_pkey, mail_age, session_pkey
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
      SELECT m.id AS "id", m.recipient AS "recipient", m.subject AS "subject", m.body AS "body", case when m.sent_at is not null then 'sent' when m.next_try_at = 'infinity' then 'given-up' else 'waiting' end AS "state", m.created_at AS "createdAt", m.sent_at AS "sentAt", m.tries AS "tries", m.failure AS "failure"
      FROM "mail" "m"
      WHERE true
      ORDER BY m.created_at DESC, m.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "mail" "m"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;
