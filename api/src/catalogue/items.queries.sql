-- Catalogue · plan-manager · GET /api/v1/catalogue/items
-- index: account_pkey, assignment_pkey, catalogue_item_list, contract_holder_pkey, contract_pkey, item_price_item_id_from_day_key, session_pkey; read whole: catalogue_item
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
      SELECT "i"."id" as "id", "i"."reference" as "reference", "i"."name" as "name", "i"."kind" as "kind", "i"."category" as "category", "i"."unit" as "unit", "i"."picture" as "picture", "i"."state" as "state", case when "i"."contract_id" is null then 'metropole' else 'contract' end as "performer", coalesce(h.name, 'Métropole') as "performerName", (
        select p.unit_net_cents + (p.unit_net_cents * p.vat_basis_points + 5000) / 10000
        from item_price p
        where p.item_id = "i"."id"
        order by p.from_day <= $1 desc, abs(p.from_day - $1::date)
        limit 1) as "priceCents", (
        select p.from_day
        from item_price p
        where p.item_id = "i"."id"
        order by p.from_day <= $1 desc, abs(p.from_day - $1::date)
        limit 1) as "priceFrom", "i"."on_quote" as "onQuote", "i"."version" as "version"
      FROM "catalogue_item" "i"
      LEFT JOIN "contract" "k" ON "k"."id" = "i"."contract_id"
      LEFT JOIN "contract_holder" "h" ON h.id = "k"."holder_id"
      WHERE true
      ORDER BY plain_text("i"."name") ASC NULLS LAST, "i"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "catalogue_item" "i"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Catalogue · installer · GET /api/v1/catalogue/items
-- index: account_pkey, assignment_pkey, catalogue_item_contract, contract_holder_pkey, contract_of_its_holder, contract_pkey, item_price_item_id_from_day_key, session_pkey
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
      SELECT "i"."id" as "id", "i"."reference" as "reference", "i"."name" as "name", "i"."kind" as "kind", "i"."category" as "category", "i"."unit" as "unit", "i"."picture" as "picture", "i"."state" as "state", case when "i"."contract_id" is null then 'metropole' else 'contract' end as "performer", coalesce(h.name, 'Métropole') as "performerName", (
        select p.unit_net_cents + (p.unit_net_cents * p.vat_basis_points + 5000) / 10000
        from item_price p
        where p.item_id = "i"."id"
        order by p.from_day <= $1 desc, abs(p.from_day - $1::date)
        limit 1) as "priceCents", (
        select p.from_day
        from item_price p
        where p.item_id = "i"."id"
        order by p.from_day <= $1 desc, abs(p.from_day - $1::date)
        limit 1) as "priceFrom", "i"."on_quote" as "onQuote", "i"."version" as "version"
      FROM "catalogue_item" "i"
      LEFT JOIN "contract" "k" ON "k"."id" = "i"."contract_id"
      LEFT JOIN "contract_holder" "h" ON h.id = "k"."holder_id"
      WHERE "i"."state" in ('validated', 'withdrawn')
      and "i"."contract_id" in (
        select id
        from contract
        where holder_id = $2)
      ORDER BY plain_text("i"."name") ASC NULLS LAST, "i"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "catalogue_item" "i"
      WHERE "i"."state" in ('validated', 'withdrawn')
      and "i"."contract_id" in (
        select id
        from contract
        where holder_id = $3)
      LIMIT 1001) row) counted)::text end as page;

-- Catalogue, compteurs · plan-manager · GET /api/v1/catalogue/items/counts
-- index: catalogue_item_list
SELECT "i"."state" AS "state", count(*)::int AS "count"
FROM "catalogue_item" "i"
WHERE true
GROUP BY "i"."state"
ORDER BY "i"."state" ASC;

-- Fiche du catalogue · plan-manager · GET /api/v1/catalogue/items/:item
-- index: catalogue_item_pkey
SELECT "i"."id" AS "i_id", "i"."kind" AS "i_kind", "i"."category" AS "i_category", "i"."reference" AS "i_reference", "i"."name" AS "i_name", "i"."description" AS "i_description", "i"."includes" AS "i_includes", "i"."excludes" AS "i_excludes", "i"."unit" AS "i_unit", "i"."picture" AS "i_picture", "i"."maker" AS "i_maker", "i"."warranty_months" AS "i_warranty_months", "i"."delay_working_days" AS "i_delay_working_days", "i"."remote" AS "i_remote", "i"."investment" AS "i_investment", "i"."on_quote" AS "i_on_quote", "i"."contract_id" AS "i_contract_id", "i"."needs_power" AS "i_needs_power", "i"."needs_network" AS "i_needs_network", "i"."needs_furniture" AS "i_needs_furniture", "i"."training_module" AS "i_training_module", "i"."state" AS "i_state", "i"."version" AS "i_version"
FROM "catalogue_item" "i"
WHERE "i"."id" = $1
AND true;
-- index: account_pkey, item_decision_item
select d.id, d.state, d.body, d.meeting_on::text as "meetingOn", d.decision_number as "decisionNumber", d.reason, d.decided_at as "recordedAt", case when $2 then a.name end as "recordedBy"
from item_decision d
left join account a on a.id = d.account_id
where d.item_id = $1
order by d.decided_at desc, d.id desc;
-- index: item_price_item_id_from_day_key
select id, from_day::text as "fromDay", unit_net_cents as "unitNetCents", vat_basis_points as "vatBasisPoints"
from item_price
where item_id = $1
order by from_day desc;
-- index: contract_holder_pkey, contract_pkey
select k.number as "contractNumber", h.name as "performerName"
from contract k
join contract_holder h on h.id = k.holder_id
where k.id = $1;
