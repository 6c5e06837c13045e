/** What the tests ask of a plan that was loaded. */

/** Orders of repairs, and what they cost, by year of their envelope. */
export const REPAIR_ORDERS_OF_YEARS = `select e.year, count(*)::int as orders, sum(o.certified_cents)::int as cents
         from installation_order o join envelope e on e.id = o.envelope_id where e.kind = 'maintenance' group by e.year order by e.year`;

/** Numbers of those whose ticket, quote, certification or charge does not go with them. */
export const WRONG_REPAIR_ORDERS = `select coalesce(array_agg(o.number), '{}') as wrong from installation_order o
         left join ticket t on t.id = o.ticket_id left join ticket_resolution x on x.order_id = o.id
         left join lateral (select count(*) filter (where action = 'quote' and detail ->> 'order' = o.id::text) as quoted,
                count(*) filter (where action = 'certified' and detail ->> 'order' = o.number and (detail ->> 'cents')::int = o.certified_cents) as told
           from ticket_move where ticket_id = t.id) v on true
        where o.kind = 'maintenance' and (o.state <> 'closed' or t.state <> 'closed' or o.asked_cents <= 15000 or x.charge is distinct from 'order'
           or t.school_id <> o.school_id or (v.quoted, v.told) <> (1, 1))`;

/** Lines told as quoted of an order without ticket, or the other way round. */
export const WRONG_QUOTED_LINES = `select count(*)::int as lines from order_line l join installation_order o on o.id = l.order_id where l.quoted <> (o.ticket_id is not null)`;

/** Maintenance envelopes that have spent anything but what their orders and repairs cost; and how many paid an order. */
export const WRONG_MAINTENANCE_SPENDING = `select count(*) filter (where l.spent_after <> coalesce(o.cents, 0) + coalesce(x.cents, 0))::int as wrong,
              count(*) filter (where o.cents > 0)::int as ordered
         from envelope e
         join lateral (select spent_after from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l on true
         left join lateral (select sum(certified_cents) as cents from installation_order where envelope_id = e.id) o on true
         left join lateral (select sum(r.price_cents) as cents from ticket_resolution r join ledger_entry m on m.id = r.entry_id
           where m.envelope_id = e.id) x on true
        where e.kind = 'maintenance'`;

/** Numbers of tickets whose row is not what their moves tell, or whose moves are not in the table, `$1`: its rows as JSON. */
export const WRONG_THREADS = `with told as (
         select v.*, lag(to_state) over w as before, row_number() over w = count(*) over (partition by v.equipment_id) as last
           from equipment_move v window w as (partition by v.equipment_id order by v.at, v.id)
       )
       select coalesce(array_agg(distinct e.tag), '{}') as wrong from equipment e join told v on v.equipment_id = e.id
        where v.from_state <> coalesce(v.before, 'ordered')
           or not exists (select from jsonb_to_recordset($1) m(state text, action text, next text)
                           where (m.state, m.action, m.next) = (v.from_state, v.action, v.to_state))
           or v.at >= '2026-11-24T03:00Z'
           or v.last and (e.state <> v.to_state or e.room_id is distinct from v.room_id
             or e.stock_place_id is distinct from v.stock_place_id or e.container_id is distinct from v.container_id)
           or e.words <> equipment_words(e)`;

/** Tickets of two seasons, of hours when nobody is at school, and out of the order of their numbers. */
export const TICKETS_BY_SEASON = `select count(*) filter (where extract(month from reported_at) in (7, 8))::int as summer,
              count(*) filter (where extract(month from reported_at) in (9, 10))::int as autumn,
              count(*) filter (where (reported_at at time zone 'Europe/Paris')::time not between '08:00' and '17:30')::int as nights,
              (select count(*)::int from (select reported_at < lag(reported_at) over (order by number) as before from ticket) x where before) as disordered
         from ticket`;
