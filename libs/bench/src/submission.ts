import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import pg, { type Client } from 'pg';
import { clients, pace, post, type Send, type Sides } from './pace.ts';
import type { Person } from './people.ts';
import { poolConnections, type Ground } from './reads.ts';
import type { Figure } from './rows.ts';

const warmUpOrders = 2560;
/** Orders a side and a round. */
const ordersOfAll = 768;
const ordersOfOne = 128;
const fundCents = 1_000_000_000;

interface Draft {
  orderId: string;
  /** What its page shows: nothing has changed since it was written. */
  askedCents: number;
  head: Person;
}

/**
 * Submissions by 64 clients at once, through the API and by one SQL function on the same tables: spread over the plan's
 * schools, and all on one school, where every order waits for the one before.
 */
export async function orderSubmission(ground: Ground): Promise<Figure[]> {
  const { database, house, heads } = ground;
  await database.query(readFileSync(join(import.meta.dirname, 'submission.sql'), 'utf8'));
  await asBench(database, 'select bench.fund($1, $2)', [heads.map(({ schoolId }) => schoolId), fundCents]);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const pool = new pg.Pool({ connectionString: house.databaseUrl, max: poolConnections });
  pool.on('error', () => undefined);
  const sides = { api: overHttp(house.origin, agent), sql: byFunction(pool) };
  try {
    return [
      await measure(database, sides, { size: '1x', heads, orders: ordersOfAll, what: `${heads.length} schools` }),
      await measure(database, sides, {
        size: '1x, one school',
        heads: heads.slice(0, 1),
        orders: ordersOfOne,
        what: 'one school',
      }),
    ];
  } finally {
    agent.destroy();
    await pool.end();
  }
}

async function measure(
  database: Client,
  sides: Sides<Draft>,
  { size, heads, orders, what }: { size: string; heads: Person[]; orders: number; what: string },
): Promise<Figure> {
  const prepared = (count: number) => prepare(database, heads, count);
  const found = await pace(sides, { prepare: prepared, warmUp: warmUpOrders, works: orders, what });
  return { row: 'order submission', size, ...found, unit: 'of SQL function', goal: 0.5, higherIsBetter: true };
}

/** Drafts of the heads in turn: neighbours in the queue are of different schools. */
async function prepare(database: Client, heads: Person[], count: number): Promise<Draft[]> {
  const owners = Array.from({ length: count }, (_, position) => heads[position % heads.length]!);
  const { rows } = await asBench<{ id: string }>(
    database,
    'select bench.draft(account, school) as id from unnest($1::uuid[], $2::uuid[]) with ordinality as given (account, school, place) order by place',
    [owners.map(({ accountId }) => accountId), owners.map(({ schoolId }) => schoolId)],
  );
  const { rows: asked } = await database.query<{ id: string; cents: number }>(
    `select order_id as id, sum(net + (net * vat_basis_points + 5000) / 10000)::int as cents
       from (select order_id, vat_basis_points, quantity_asked * unit_net_cents as net from order_line where order_id = any($1)) priced
      group by order_id`,
    [rows.map(({ id }) => id)],
  );
  const cents = new Map(asked.map((order) => [order.id, order.cents]));
  return rows.map(({ id }, position) => ({ orderId: id, askedCents: cents.get(id)!, head: owners[position]! }));
}

function overHttp(origin: string, agent: Agent): Send<Draft> {
  return ({ orderId, askedCents, head }) => {
    const path = `/api/v1/orders/${orderId}/submit`;
    return post(
      { agent, origin, path, status: 200 },
      { ...head.headers, 'if-match': '"2"' },
      { seenCents: askedCents },
    );
  };
}

function byFunction(pool: pg.Pool): Send<Draft> {
  return async ({ orderId, head }) => {
    const path = `POST /api/v1/orders/${orderId}/submit`;
    const now = new Date();
    const values = [
      head.accountId,
      head.schoolId,
      orderId,
      2,
      path,
      randomUUID(),
      'empty',
      now.toISOString().slice(0, 10),
      now,
    ];
    return pool.query('select bench.submit($1, $2, $3, $4, $5, $6, $7, $8, $9) as answer', values).then(
      () => null,
      (error: Error) => error.message,
    );
  };
}

/** A write outside the API says who it is, like any other. */
export async function asBench<Row extends pg.QueryResultRow>(
  database: Client,
  sql: string,
  values: unknown[],
): Promise<pg.QueryResult<Row>> {
  await database.query('begin');
  await database.query("select set_config('parc.actor', 'system:bench', true)");
  const result = await database.query<Row>(sql, values);
  await database.query('commit');
  return result;
}
