-- Livraisons · plan-manager · GET /api/v1/deliveries
-- index: account_pkey, assignment_pkey, contract_holder_pkey, contract_pkey, delivery_by_day, delivery_list_of, delivery_of_supplier, session_pkey, stock_place_pkey
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
      SELECT d.id as "id", h.name as "supplierName", d.note_number as "noteNumber", d.order_reference as "orderReference", "k"."number" as "contractNumber", d.delivered_on as "deliveredOn", p.name as "stockPlaceName", d.missing as "awaited", d.received as "received", exists (
        select
        from delivery_list l
        where l.delivery_id = d.id) as "waitingRows"
      FROM "delivery" "d"
      INNER JOIN "contract_holder" "h" ON h.id = d.holder_id
      INNER JOIN "stock_place" "p" ON p.id = d.stock_place_id
      LEFT JOIN "contract" "k" ON "k"."id" = d.contract_id
      WHERE true
      ORDER BY d.delivered_on DESC, d.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "delivery" "d"
      WHERE true
      LIMIT 1001) row) counted)::text end as page;

-- Livraisons · technician · GET /api/v1/deliveries?incomplete=true&sort=note
-- index: account_pkey, assignment_pkey, contract_holder_pkey, contract_pkey, delivery_by_note, delivery_incomplete, delivery_list_of, session_pkey, stock_place_pkey
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
      SELECT d.id as "id", h.name as "supplierName", d.note_number as "noteNumber", d.order_reference as "orderReference", "k"."number" as "contractNumber", d.delivered_on as "deliveredOn", p.name as "stockPlaceName", d.missing as "awaited", d.received as "received", exists (
        select
        from delivery_list l
        where l.delivery_id = d.id) as "waitingRows"
      FROM "delivery" "d"
      INNER JOIN "contract_holder" "h" ON h.id = d.holder_id
      INNER JOIN "stock_place" "p" ON p.id = d.stock_place_id
      LEFT JOIN "contract" "k" ON "k"."id" = d.contract_id
      WHERE true
      AND d.missing > 0
      ORDER BY d.note_number ASC, d.id ASC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "delivery" "d"
      WHERE true
      AND d.missing > 0
      LIMIT 1001) row) counted)::text end as page;

-- Livraisons, recherche · plan-manager · GET /api/v1/deliveries?search=azur+118
-- index: account_pkey, assignment_pkey, contract_holder_pkey, contract_pkey, delivery_by_day, delivery_list_of, delivery_search, session_pkey, stock_place_pkey
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
      SELECT d.id as "id", h.name as "supplierName", d.note_number as "noteNumber", d.order_reference as "orderReference", "k"."number" as "contractNumber", d.delivered_on as "deliveredOn", p.name as "stockPlaceName", d.missing as "awaited", d.received as "received", exists (
        select
        from delivery_list l
        where l.delivery_id = d.id) as "waitingRows"
      FROM "delivery" "d"
      INNER JOIN "contract_holder" "h" ON h.id = d.holder_id
      INNER JOIN "stock_place" "p" ON p.id = d.stock_place_id
      LEFT JOIN "contract" "k" ON "k"."id" = d.contract_id
      WHERE true
      AND d.words like search_pattern($1)
      and d.words like search_pattern($2)
      ORDER BY d.delivered_on DESC, d.id DESC
      LIMIT 50
      OFFSET 0) item) shown, (
    select count(*) as rows
    from (
      SELECT 1
      FROM "delivery" "d"
      WHERE true
      AND d.words like search_pattern($3)
      and d.words like search_pattern($4)
      LIMIT 1001) row) counted)::text end as page;

-- Livraisons, fournisseurs · plan-manager · GET /api/v1/deliveries/suppliers
-- index: contract_of_its_holder; read whole: contract_holder
select h.id, h.name, coalesce((
    select json_agg(json_build_object('id', k.id, 'number', k.number, 'title', k.title)
      order by k.to_day desc, k.id)
    from (
      select *
      from contract k
      where k.holder_id = h.id
      order by k.to_day desc
      limit 100) k), '[]') as contracts
from contract_holder h
order by plain_text(h.name), h.id
limit 500;

-- Livraison · plan-manager · GET /api/v1/deliveries/:delivery
-- index: delivery_of_supplier
select d.id, d.holder_id as "holderId", d.contract_id as "contractId", d.order_reference as "orderReference", d.note_number as "noteNumber", d.delivered_on::text as "deliveredOn", d.commitment_number as "commitmentNumber", d.funding, d.stock_place_id as "stockPlaceId", d.announced_net_cents as "announcedNetCents"
from delivery d
where d.id = $1
and true;
-- index: contract_holder_pkey, contract_pkey, delivery_of_supplier, delivery_receipt_of, stock_place_pkey
select d.id, d.version, d.holder_id as "supplierId", h.name as "supplierName", d.note_number as "noteNumber", d.delivered_on::text as "deliveredOn", d.order_reference as "orderReference", k.number as "contractNumber", d.commitment_number as "commitmentNumber", d.funding, d.stock_place_id as "stockPlaceId", p.name as "stockPlaceName", d.announced_net_cents as "announcedNetCents", d.received, d.missing, coalesce((
    select sum(r.net_cents)::bigint
    from delivery_receipt r
    where r.delivery_id = d.id
    and r.undone_at is null), 0) as "netCents"
from delivery d
join contract_holder h on h.id = d.holder_id
join stock_place p on p.id = d.stock_place_id
left join contract k on k.id = d.contract_id
where d.id = $1;
-- index: delivery_list_of
select id, file_name as "fileName", jsonb_array_length(rows) as rows, uploaded_at as "uploadedAt"
from delivery_list
where delivery_id = $1
order by uploaded_at, id
limit 20;
-- index: catalogue_item_pkey, delivery_awaited_delivery_id_model_id_key, delivery_receipt_pkey, equipment_of_receipt
select m.model_id as "modelId", i.name as "modelName", m.quantity, m.received, m.missing
from (
  select coalesce(a.model_id, e.model_id) as model_id, a.quantity, a.net_cents, a.vat_basis_points, coalesce(e.received, 0) as received, greatest(coalesce(a.quantity, 0) - coalesce(e.received, 0), coalesce(e.awaited, 0)) as missing
  from (
    select *
    from delivery_awaited
    where delivery_id = $1) a full
  join (
    select e.model_id, (count(*) filter (
        where e.state <> $2))::int as received, (count(*) filter (
        where e.state = $2))::int as awaited
    from equipment e
    join delivery_receipt r on r.id = e.receipt_id
    where r.delivery_id = $1
    group by e.model_id) e on e.model_id = a.model_id) m
join catalogue_item i on i.id = m.model_id
order by i.name, i.id
limit 200;
-- index: account_pkey, delivery_receipt_of, equipment_move_equipment, equipment_of_receipt; read whole: equipment
select r.id, r.note_number as "noteNumber", r.delivered_on::text as "deliveredOn", r.file_name as "fileName", r.devices, r.net_cents as "netCents", r.at, a.name as "byName", r.undone_at as "undoneAt", u.name as "undoneByName", r.undone_at is null
and not exists (
  select
  from equipment e
  where e.receipt_id = r.id
  and (e.state <> $2 or exists (
      select
      from equipment y
      where y.container_id = e.id) or (
      select v.action
      from equipment_move v
      where v.equipment_id = e.id
      order by v.at desc, v.id desc
      limit 1) <> 'receive')) as undoable, t.first as "firstTag", t.last as "lastTag"
from delivery_receipt r
join account a on a.id = r.account_id
left join account u on u.id = r.undone_by
left join lateral (
  select min(e.tag) as first, max(e.tag) as last
  from equipment e
  where e.receipt_id = r.id) t on true
where r.delivery_id = $1
order by r.at desc, r.id desc
limit 200;

-- Liste d’un fournisseur · plan-manager · GET /api/v1/delivery-lists/:list
-- index: contract_holder_pkey, delivery_of_supplier, stock_place_pkey
select h.name as "supplierName", d.order_reference as "orderReference", p.name as "stockPlaceName"
from delivery d
join contract_holder h on h.id = d.holder_id
join stock_place p on p.id = d.stock_place_id
where d.id = $1;
-- index: delivery_list_pkey
select l.id, l.delivery_id as "deliveryId", l.note_number as "noteNumber", l.delivered_on::text as "deliveredOn", l.announced_net_cents as "announcedNetCents", l.file_name as "fileName", l.header, l.rows, l.columns, l.models, l.mended, l.aside, l.version
from delivery_list l
where l.id = $1
and true;
