import { expect, it } from '@jest/globals';
import type { Client } from 'pg';

/** What the demonstration says of what repairs cost, once it is loaded. @param client to the database that it was loaded into */
export function maintenanceOrders(client: () => Client): void {
  const one = async <Row extends object>(sql: string): Promise<Row> => (await client().query<Row>(sql)).rows[0]!;

  it('charges repairs to the schools’ maintenance and to the reserve, and leaves a few to be charged', async () => {
    const { rows } = await client().query<{ charge: string; count: number; wrong: number }>(
      `select x.charge, count(*)::int as count, count(*) filter (where x.entry_id is not null and l.posted_at < x.at)::int as wrong
         from ticket_resolution x left join ledger_entry l on l.id = x.entry_id group by x.charge`,
    );
    const charged = Object.fromEntries(rows.map(({ charge, count }) => [charge, count]));
    expect(rows.filter(({ wrong }) => wrong > 0)).toEqual([]);
    expect(charged['school']).toBeGreaterThan(2_000);
    expect(charged['reserve']).toBeGreaterThan(50);
    expect(charged['due']).toBeGreaterThan(3);
    expect(charged['due']).toBeLessThan(60);
  });

  it('pays dear repairs by orders of the schools’ maintenance budgets, each quoted on its ticket and certified', async () => {
    const { rows: years } = await client().query<{ year: number; orders: number; cents: number }>(
      `select e.year, count(*)::int as orders, sum(o.certified_cents)::int as cents
         from installation_order o join envelope e on e.id = o.envelope_id where e.kind = 'maintenance' group by e.year order by e.year`,
    );
    expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
    for (const { orders } of years) expect([orders >= 30, orders <= 60]).toEqual([true, true]);
    const { wrong } = await one<{ wrong: string[] }>(
      `select coalesce(array_agg(o.number), '{}') as wrong from installation_order o
         left join ticket t on t.id = o.ticket_id left join ticket_resolution x on x.order_id = o.id
         left join lateral (select count(*) filter (where action = 'quote' and detail ->> 'order' = o.id::text) as quoted,
                count(*) filter (where action = 'certified' and detail ->> 'order' = o.number and (detail ->> 'cents')::int = o.certified_cents) as told
           from ticket_move where ticket_id = t.id) v on true
        where o.kind = 'maintenance' and (o.certified_at is null or t.open or o.asked_cents <= 15000 or x.charge is distinct from 'order'
           or t.school_id <> o.school_id or (v.quoted, v.told) <> (1, 1))`,
    );
    expect(wrong).toEqual([]);
    const { lines } = await one<{ lines: number }>(
      `select count(*)::int as lines from order_line l join installation_order o on o.id = l.order_id where l.quoted <> (o.ticket_id is not null)`,
    );
    expect(lines).toBe(0);
  });

  it('has spent of each maintenance envelope what its orders and its repairs cost, to the cent', async () => {
    const { wrong, ordered } = await one<{ wrong: number; ordered: number }>(
      `select count(*) filter (where l.spent_after <> coalesce(o.cents, 0) + coalesce(x.cents, 0))::int as wrong,
              count(*) filter (where o.cents > 0)::int as ordered
         from envelope e
         join lateral (select spent_after from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l on true
         left join lateral (select sum(certified_cents) as cents from installation_order where envelope_id = e.id) o on true
         left join lateral (select sum(r.price_cents) as cents from ticket_resolution r join ledger_entry m on m.id = r.entry_id
           where m.envelope_id = e.id) x on true
        where e.kind = 'maintenance'`,
    );
    expect(wrong).toBe(0);
    expect(ordered).toBeGreaterThan(100);
  });
}
