-- Valeur du parc · plan-manager · GET /api/v1/fleet/value
-- index: setting_name_from_day_key
select distinct on (name) name, value
from setting
where from_day <= $1
order by name, from_day desc;
-- index: commune_pkey, school_pkey
select u.id as "schoolId", s.name as "schoolName", m.name as "communeName"
from unnest($1::uuid[]) u(id)
left join school s on s.id = u.id
left join commune m on m.id = s.commune_id;
-- index: equipment_model_model_id_key, equipment_of_model
with had as materialized (
  select f.family, e.school_id, e.purchased_on, e.net_cents + (e.net_cents * e.vat_basis_points + 5000) / 10000 as cost, greatest(0, (extract(year from $1::date) - extract(year from e.purchased_on)) * 12 + extract(month
      from $1::date) - extract(month
      from e.purchased_on) - case when extract(day
      from $1::date) < extract(day
      from e.purchased_on)
    and not $2::boolean then 1 else 0 end)::bigint as passed
  from equipment e
  left join equipment_model f on f.model_id = e.model_id
  where e.state <> 'ordered'
  and (e.purchased_on is null or e.purchased_on <= $1)
  and (e.retired_on > $1 or e.retired_on is null
    and e.state <> 'retired'
    and e.state <> 'retired'
    and e.state <> 'retired'
    and e.state <> 'disposed')), spread as (
  select h.*, case when cost < $4::bigint then $5::bigint else coalesce(($3::json ->> h.family)::bigint, $6::bigint) end as months
  from had h
  where cost is not null
  and purchased_on is not null), valued as materialized (
  select s.*, case when months = 0 then 0 else cost - (2 * cost * least(passed, months) + months) / (2 * months) end as net
  from spread s)
select (
  select row_to_json(g)
  from (
    select count(*)::int as devices, coalesce(sum(cost), 0)::bigint as "costCents", coalesce(sum(net), 0)::bigint as "netBookCents"
    from valued) g) as total, (
  select count(*)::int
  from had
  where cost is null or purchased_on is null) as unknown, coalesce((
    select json_agg(g)
    from (
      select family, count(*)::int as devices, coalesce(sum(cost), 0)::bigint as "costCents", coalesce(sum(net), 0)::bigint as "netBookCents"
      from valued
      group by family
      order by sum(net) desc, family) g), '[]') as families, coalesce((
    select json_agg(g)
    from (
      select extract(year from purchased_on)::int as year, count(*)::int as devices, coalesce(sum(cost), 0)::bigint as "costCents", coalesce(sum(net), 0)::bigint as "netBookCents"
      from valued
      group by 1
      order by 1 desc
      limit 100) g), '[]') as years, coalesce((
    select json_agg(g)
    from (
      select school_id as "schoolId", count(*)::int as devices, coalesce(sum(cost), 0)::bigint as "costCents", coalesce(sum(net), 0)::bigint as "netBookCents"
      from valued
      group by school_id
      order by sum(net) desc, school_id
      limit 200) g), '[]') as schools, coalesce((
    select json_agg(g)
    from (
      select family, count(*)::int as devices
      from had
      group by family
      order by family) g), '[]') as counted;
