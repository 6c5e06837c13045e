-- Carte des communes · committee · GET /api/v1/steering/communes
-- index: commune_pkey, school_commune
select m.id, m.name, m.latitude, m.longitude, coalesce(n.schools, 0) as schools
from commune m
left join (
  select s.commune_id, count(*)::int as schools
  from school s
  where s.state = 'open'
  and s.state_contract is distinct from 'none'
  and true
  group by s.commune_id) n on n.commune_id = m.id
order by plain_text(m.name), m.id;

-- École par école · committee · GET /api/v1/steering/figures/terminals-per-100/spread
-- index: indicator_period_figure, indicator_school_of_network, school_pkey
with step as materialized (
  select (
    select greatest(power(10, -$1::int), power(10, floor(log(greatest(max(abs(y.value)), 0.000001)))::int - 3))::numeric
    from indicator_school y
    where y.period_id = (
      select p.id
      from indicator_period p
      where p.key = $2
      and p.version = $3
      and p.is_figure)) as size)
select i.sector, i.network, (round(i.value / step.size) * step.size)::float8 as value, count(*)::int as schools
from indicator_school i
cross join step
join school s on s.id = i.school_id
where i.period_id = (
  select p.id
  from indicator_period p
  where p.key = $2
  and p.version = $3
  and p.is_figure)
and i.value is not null
and true
group by i.sector, i.network, 3
order by i.sector, i.network, 3;

-- École par école · commune-officer · GET /api/v1/steering/figures/terminals-per-100/spread
-- index: indicator_period_figure, indicator_school_of_network, school_commune
with step as materialized (
  select (
    select greatest(power(10, -$1::int), power(10, floor(log(greatest(max(abs(y.value)), 0.000001)))::int - 3))::numeric
    from indicator_school y
    where y.period_id = (
      select p.id
      from indicator_period p
      where p.key = $2
      and p.version = $3
      and p.is_figure)) as size)
select i.sector, i.network, (round(i.value / step.size) * step.size)::float8 as value, count(*)::int as schools
from indicator_school i
cross join step
join school s on s.id = i.school_id
where i.period_id = (
  select p.id
  from indicator_period p
  where p.key = $2
  and p.version = $3
  and p.is_figure)
and i.value is not null
and s.commune_id = $4
and s.sector = 'public'
group by i.sector, i.network, 3
order by i.sector, i.network, 3;
