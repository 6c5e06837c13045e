-- Marchés · plan-manager · GET /api/v1/contracts
-- index: account_pkey, assignment_pkey, contract_by_number, contract_entry_period, contract_holder_pkey, contract_period_contract_id_daterange_excl, contract_pkey, session_pkey
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
      SELECT "k"."id" AS "id", "k"."number" AS "number", "k"."title" AS "title", "k"."lot" AS "lot", "k"."version" AS "version", h.name AS "holderName", "k"."from_day" AS "fromDay", "k"."to_day" AS "toDay", case when "k"."to_day" < $1::date then 'ended' when "k"."from_day" > $1::date then 'coming' else 'running' end AS "standing", p.counted_net_cents AS "countedNetCents", p.maximum_net_cents AS "maximumNetCents", case when p.counted_net_cents >= p.maximum_net_cents then 'full' when p.counted_net_cents * 10000 >= p.maximum_net_cents * p.alert_basis_points then 'near' when p.id is not null then 'none' end AS "alert", (
        select count(distinct e.order_id)::int
        from contract_entry e
        join contract_period cp on cp.id = e.period_id
        where cp.contract_id = "k"."id") AS "orderCount"
      FROM "contract" "k"
      INNER JOIN "contract_holder" "h" ON h.id = "k"."holder_id"
      LEFT JOIN "contract_period" "p" ON p.contract_id = "k"."id"
      and $1::date between p.from_day and p.to_day
      WHERE true
      ORDER BY "k"."number" ASC NULLS LAST, "k"."id" ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "contract" "k"
      INNER JOIN "contract_holder" "h" ON h.id = "k"."holder_id"
      LEFT JOIN "contract_period" "p" ON p.contract_id = "k"."id"
      and $2::date between p.from_day and p.to_day
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Marché · plan-manager · GET /api/v1/contracts/:contract
-- index: contract_pkey
SELECT "k"."id" AS "k_id", "k"."number" AS "k_number", "k"."title" AS "k_title", "k"."holder_id" AS "k_holder_id", "k"."lot" AS "k_lot", "k"."from_day" AS "k_from_day", "k"."to_day" AS "k_to_day", "k"."version" AS "k_version"
FROM "contract" "k"
WHERE "k"."id" = $1
AND true;
-- index: catalogue_item_contract, contract_entry_period, contract_holder_pkey, contract_of_its_holder, contract_period_contract_id_daterange_excl, contract_pkey
select case when k.to_day < $2::date then 'ended' when k.from_day > $2::date then 'coming' else 'running' end as standing, (
  select count(distinct e.order_id)::int
  from contract_entry e
  join contract_period cp on cp.id = e.period_id
  where cp.contract_id = k.id) as "orderCount", (
  select count(*)::int
  from catalogue_item i
  where i.contract_id = k.id
  and i.state = 'validated') as "itemCount", json_build_object('id', h.id, 'name', h.name, 'siret', h.siret, 'email', h.email, 'contractCount', (
    select count(*)
    from contract c
    where c.holder_id = h.id)) as holder
from contract k
join contract_holder h on h.id = k.holder_id
where k.id = $1;
-- index: contract_entry_period, contract_period_contract_id_daterange_excl
select p.id, p.from_day::text as "fromDay", p.to_day::text as "toDay", p.maximum_net_cents as "maximumNetCents", p.minimum_net_cents as "minimumNetCents", p.alert_basis_points as "alertBasisPoints", p.counted_net_cents as "countedNetCents", p.maximum_net_cents - p.counted_net_cents as "leftNetCents", case when p.counted_net_cents >= p.maximum_net_cents then 'full' when p.counted_net_cents * 10000 >= p.maximum_net_cents * p.alert_basis_points then 'near' when p.id is not null then 'none' end as alert, case when p.to_day < $2::date then 'ended' when p.from_day > $2::date then 'coming' else 'running' end as standing, p.to_day < $2::date
and p.counted_net_cents < coalesce(p.minimum_net_cents, 0) as "belowMinimum", (
  select count(distinct e.order_id)::int
  from contract_entry e
  where e.period_id = p.id) as "orderCount"
from contract_period p
where p.contract_id = $1
order by p.from_day desc;
