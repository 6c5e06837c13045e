-- Parts de réemploi · plan-manager · GET /api/v1/fleet/reuse
-- index: equipment_by_purchase, equipment_model_model_id_key
select excluded, refurbished, count(*)::int as devices, coalesce(sum(net_cents), 0)::bigint as "netCents"
from (
  select e.refurbished, e.net_cents, case when f.family is null then 'no-family' when f.family <> all($3) then 'other-family' when e.net_cents is null then 'no-price' end as excluded
  from equipment e
  left join equipment_model f on f.model_id = e.model_id
  where e.purchased_on between $1 and $2) bought
group by excluded, refurbished;
-- index: disposed_device_pkey, equipment_by_retirement, equipment_disposal_as_it_went, equipment_model_model_id_key, equipment_move_equipment
select excluded, reused, unattested, held, "retiredInYear", count(*)::int as devices
from (
  select case when missing then 'missing' when family is null then 'no-family' when family <> all($3) then 'other-family' when purchased_on is null then 'age-unknown' when purchased_on + make_interval(years => $5::int) <= retired_on then 'too-old' end as excluded, coalesce(disposed_on between $1 and $2
    and destination = any($4)
    and attested, false) as reused, coalesce(disposed_on between $1 and $2
    and destination = any($4)
    and not attested, false) as unattested, retired_on < $1::date
  and (disposed_on is null or disposed_on >= $1::date) as held, retired_on between $1 and $2 as "retiredInYear"
  from (
    select e.purchased_on, e.retired_on, x.disposed_on, x.destination, d.reuse_attested as attested, case when x.equipment_id is null then f.family else x.family end as family, coalesce(x.missing, (
        select v.from_state in ('lost', 'stolen')
        from equipment_move v
        where v.equipment_id = e.id
        and v.to_state <> v.from_state
        order by v.at desc, v.id desc
        limit 1)) as missing
    from equipment e
    left join disposed_device x on x.equipment_id = e.id
    left join equipment_disposal d on d.id = x.disposal_id
    left join equipment_model f on f.model_id = e.model_id
    where e.retired_on <= $2
    and (x.disposed_on is null or x.disposed_on >= $1)) ended) told
group by excluded, reused, unattested, held, "retiredInYear";
