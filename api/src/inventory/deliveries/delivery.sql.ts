import { all, type Rows } from '../../platform/database/joins.sql.js';

export const DELIVERIES: Rows = ['delivery', 'd'];

/** The devices of deliveries as `e`, with the receipt that brought each as `r`. */
export const DELIVERED = 'equipment e join delivery_receipt r on r.id = e.receipt_id';

/**
 * By model of the delivery $1, `$2` the state of what is awaited: how many were ordered (null where nobody said), came, and are
 * awaited by name since a receipt was undone.
 */
export const BY_MODEL = `select coalesce(a.model_id, e.model_id) as model_id, a.quantity, a.net_cents, a.vat_basis_points,
    coalesce(e.received, 0) as received, greatest(coalesce(a.quantity, 0) - coalesce(e.received, 0), coalesce(e.awaited, 0)) as missing
  from (select * from delivery_awaited where delivery_id = $1) a
  full join (select e.model_id, (count(*) filter (where e.state <> $2))::int as received, (count(*) filter (where e.state = $2))::int as awaited
               from ${DELIVERED} where r.delivery_id = $1 group by e.model_id) e on e.model_id = a.model_id`;

/** Counts again what came with the delivery $1 and what it lacks. */
export const COUNT_DELIVERY = `with m as (${BY_MODEL})
  update ${all(DELIVERIES)} set received = coalesce((select sum(received) from m), 0),
    missing = coalesce((select sum(missing) from m), 0), version = version + 1
   where d.id = $1`;

/** Lists that nobody has finished, from before $1. */
export const FORGET_DELIVERY_LISTS = 'delete from delivery_list where uploaded_at < $1';
