-- Vue d’ensemble · committee · GET /api/v1/figures
-- index: indicator_cell_pkey, indicator_period_curve, indicator_period_figure, indicator_period_pkey
select k.key, json_build_object('key', k.key, 'version', k.version, 'workedOutAt', (
    select p.worked_out_at
    from indicator_period p
    where p.key = k.key
    and p.version = k.version
    and p.is_figure), 'figure', (
    select json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
    from indicator_period p
    left join indicator_cell c on c.period_id = p.id
    and c.axis = $1
    and c.part = $2
    and c.sector = $3
    and c.kind = $4
    and c.network = $5
    where p.key = k.key
    and p.version = k.version
    and p.is_figure), 'beside', (
    select json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
    from indicator_period p
    left join indicator_cell c on c.period_id = p.id
    and c.axis = $1
    and c.part = $2
    and c.sector = $3
    and c.kind = $4
    and c.network = $5
    where p.key = k.key
    and p.version = k.version
    and p.is_beside), 'curve', coalesce((
      select json_agg(json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
        order by p.to_day, p.from_day)
      from indicator_period p
      left join indicator_cell c on c.period_id = p.id
      and c.axis = $1
      and c.part = $2
      and c.sector = $3
      and c.kind = $4
      and c.network = $5
      where p.key = k.key
      and p.version = k.version
      and p.in_curve), '[]')) as figure
from unnest($6::text[], $7::int[], $8::boolean[]) k(key, version, told);
-- index: setting_name_from_day_key
select substr(t.name, 8) as key, json_build_object('value', t.value->'value', 'by', t.value->>'by', 'source', t.source) as target
from (
  select distinct on (name) name, value, source
  from setting
  where starts_with(name, 'target.')
  and from_day <= $1
  order by name, from_day desc) t
where t.value <> 'null';

-- Objectif · committee · GET /api/v1/figures?objective=divide&sector=public
-- index: indicator_cell_pkey, indicator_period_curve, indicator_period_figure, indicator_period_pkey
select k.key, json_build_object('key', k.key, 'version', k.version, 'workedOutAt', (
    select p.worked_out_at
    from indicator_period p
    where p.key = k.key
    and p.version = k.version
    and p.is_figure), 'figure', (
    select json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
    from indicator_period p
    left join indicator_cell c on c.period_id = p.id
    and c.axis = $1
    and c.part = $2
    and c.sector = $3
    and c.kind = $4
    and c.network = $5
    where p.key = k.key
    and p.version = k.version
    and p.is_figure), 'beside', (
    select json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
    from indicator_period p
    left join indicator_cell c on c.period_id = p.id
    and c.axis = $1
    and c.part = $2
    and c.sector = $3
    and c.kind = $4
    and c.network = $5
    where p.key = k.key
    and p.version = k.version
    and p.is_beside), 'curve', coalesce((
      select json_agg(json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
        order by p.to_day, p.from_day)
      from indicator_period p
      left join indicator_cell c on c.period_id = p.id
      and c.axis = $1
      and c.part = $2
      and c.sector = $3
      and c.kind = $4
      and c.network = $5
      where p.key = k.key
      and p.version = k.version
      and p.in_curve), '[]')) as figure
from unnest($6::text[], $7::int[], $8::boolean[]) k(key, version, told);
-- index: setting_name_from_day_key
select substr(t.name, 8) as key, json_build_object('value', t.value->'value', 'by', t.value->>'by', 'source', t.source) as target
from (
  select distinct on (name) name, value, source
  from setting
  where starts_with(name, 'target.')
  and from_day <= $1
  order by name, from_day desc) t
where t.value <> 'null';

-- Chiffres d’une commune · commune-officer · GET /api/v1/figures?objective=divide
-- index: indicator_cell_pkey, indicator_period_curve, indicator_period_figure, indicator_period_pkey
select k.key, json_build_object('key', k.key, 'version', k.version, 'workedOutAt', (
    select p.worked_out_at
    from indicator_period p
    where p.key = k.key
    and p.version = k.version
    and p.is_figure), 'figure', (
    select json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
    from indicator_period p
    left join indicator_cell c on c.period_id = p.id
    and c.axis = $1
    and c.part = $2
    and c.sector = $3
    and c.kind = $4
    and c.network = $5
    where p.key = k.key
    and p.version = k.version
    and p.is_figure), 'beside', (
    select json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
    from indicator_period p
    left join indicator_cell c on c.period_id = p.id
    and c.axis = $1
    and c.part = $2
    and c.sector = $3
    and c.kind = $4
    and c.network = $5
    where p.key = k.key
    and p.version = k.version
    and p.is_beside), 'curve', coalesce((
      select json_agg(json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
        order by p.to_day, p.from_day)
      from indicator_period p
      left join indicator_cell c on c.period_id = p.id
      and c.axis = $1
      and c.part = $2
      and c.sector = $3
      and c.kind = $4
      and c.network = $5
      where p.key = k.key
      and p.version = k.version
      and p.in_curve), '[]')) as figure
from unnest($6::text[], $7::int[], $8::boolean[]) k(key, version, told);
-- index: setting_name_from_day_key
select substr(t.name, 8) as key, json_build_object('value', t.value->'value', 'by', t.value->>'by', 'source', t.source) as target
from (
  select distinct on (name) name, value, source
  from setting
  where starts_with(name, 'target.')
  and from_day <= $1
  order by name, from_day desc) t
where t.value <> 'null';

-- Chiffres d’une circonscription · inspector · GET /api/v1/figures/terminals-per-100
-- index: indicator_cell_pkey, indicator_period_curve, indicator_period_figure, indicator_period_pkey
select k.key, json_build_object('key', k.key, 'version', k.version, 'workedOutAt', (
    select p.worked_out_at
    from indicator_period p
    where p.key = k.key
    and p.version = k.version
    and p.is_figure), 'figure', (
    select json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
    from indicator_period p
    left join indicator_cell c on c.period_id = p.id
    and c.axis = $1
    and c.part = $2
    and c.sector = $3
    and c.kind = $4
    and c.network = $5
    where p.key = k.key
    and p.version = k.version
    and p.is_figure), 'beside', (
    select json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
    from indicator_period p
    left join indicator_cell c on c.period_id = p.id
    and c.axis = $1
    and c.part = $2
    and c.sector = $3
    and c.kind = $4
    and c.network = $5
    where p.key = k.key
    and p.version = k.version
    and p.is_beside), 'curve', coalesce((
      select json_agg(json_build_object('from', p.from_day, 'to', p.to_day, 'over', p.over, 'num', c.num, 'den', c.den, 'value', c.value, 'high', c.high, 'known', coalesce(c.known, 0), 'population', coalesce(c.population, 0), 'masked', coalesce(c.masked, not k.told))
        order by p.to_day, p.from_day)
      from indicator_period p
      left join indicator_cell c on c.period_id = p.id
      and c.axis = $1
      and c.part = $2
      and c.sector = $3
      and c.kind = $4
      and c.network = $5
      where p.key = k.key
      and p.version = k.version
      and p.in_curve), '[]')) as figure
from unnest($6::text[], $7::int[], $8::boolean[]) k(key, version, told);
-- index: setting_name_from_day_key
select substr(t.name, 8) as key, json_build_object('value', t.value->'value', 'by', t.value->>'by', 'source', t.source) as target
from (
  select distinct on (name) name, value, source
  from setting
  where starts_with(name, 'target.')
  and from_day <= $1
  order by name, from_day desc) t
where t.value <> 'null';

-- Par taille d’école · committee · GET /api/v1/figures/terminals-per-100/breakdown?axis=size
-- index: indicator_cell_pkey, indicator_period_pkey
select c.part, c.part as name, c.num::float8 as num, c.den::float8 as den, c.value::float8 as value, c.high::float8 as high, c.known::int as known, c.population::int as population, c.masked
from indicator_period p
join indicator_cell c on c.period_id = p.id
where p.key = $1
and p.version = $2
and p.is_figure
and c.axis = $3
and c.sector = $4
and c.kind = $5
and c.network = $6
order by name, c.part;

-- Par commune · committee · GET /api/v1/figures/terminals-per-100/breakdown?axis=commune
-- index: commune_pkey, indicator_cell_pkey, indicator_period_pkey
select c.part, n.name, c.num::float8 as num, c.den::float8 as den, c.value::float8 as value, c.high::float8 as high, c.known::int as known, c.population::int as population, c.masked
from indicator_period p
join indicator_cell c on c.period_id = p.id
left join commune n on n.id = c.part::uuid
where p.key = $1
and p.version = $2
and p.is_figure
and c.axis = $3
and c.sector = $4
and c.kind = $5
and c.network = $6
order by name, c.part;
