-- À imputer · plan-manager · GET /api/v1/ticket-charges
-- index: account_pkey, assignment_pkey, commune_pkey, envelope_once, envelope_pkey, ledger_chain_amounts, school_pkey, session_pkey, ticket_id_school_id_key, ticket_resolution_ticket
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
      SELECT x.id as "id", x.version as "version", "t"."id" as "ticketId", "t"."number" as "number", "t"."symptom" as "symptom", "t"."school_id" as "schoolId", s.name as "schoolName", m.name as "communeName", x.at as "resolvedAt", x.price_cents as "priceCents", extract(year from now() at time zone 'Europe/Paris')::int as "year", (
        select l.available_after
        from envelope e
        left join lateral (
          select *
          from ledger_entry
          where envelope_id = e.id
          order by sequence desc
          limit 1) l on true
        where e.id = (
          select id
          from envelope
          where school_id = "t"."school_id"
          and kind = 'maintenance'
          and year = extract(year from now() at time zone 'Europe/Paris'))
        and e.closed_on is null) as "availableCents"
      FROM "ticket_resolution" "x"
      INNER JOIN "ticket" "t" ON "t"."id" = x.ticket_id
      INNER JOIN "school" "s" ON s.id = "t"."school_id"
      INNER JOIN "commune" "m" ON m.id = s.commune_id
      WHERE x.charge = 'due'
      ORDER BY x.at ASC, x.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "ticket_resolution" "x"
      INNER JOIN "ticket" "t" ON "t"."id" = x.ticket_id
      WHERE x.charge = 'due'
      LIMIT 1001) row) counted)::text end as page;
