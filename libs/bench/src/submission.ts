import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import pg, { type Client } from 'pg';
import type { Person } from './people.ts';
import { poolConnections, type Ground } from './reads.ts';
import { median, type Figure } from './rows.ts';

/** Who sends at once, each one order after the other. */
const clients = 64;
const rounds = 5;
/**
 * Before anything is measured, so that the API's code is compiled as in a server that has been up for a while: the processor
 * time of a submission falls from 2.5 ms to 1.1 ms over the first two thousand.
 */
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

/** Sends one draft; the answer's code when it was refused. */
type Send = (draft: Draft) => Promise<string | null>;

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

interface Sides {
  api: Send;
  sql: Send;
}

async function measure(
  database: Client,
  sides: Sides,
  { size, heads, orders, what }: { size: string; heads: Person[]; orders: number; what: string },
): Promise<Figure> {
  const round = async (send: Send, count: number) => ordersPerSecond(await prepare(database, heads, count), send);
  for (const send of [sides.api, sides.sql]) await round(send, warmUpOrders);
  const rates: { api: number; sql: number }[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const rate = { api: 0, sql: 0 };
    for (const side of turn % 2 === 0 ? (['sql', 'api'] as const) : (['api', 'sql'] as const))
      rate[side] = await round(sides[side], orders);
    rates.push(rate);
  }
  const [api, sql] = [median(rates.map((rate) => rate.api)), median(rates.map((rate) => rate.sql))];
  const detail = `${api.toFixed(0)}/s, SQL function ${sql.toFixed(0)}/s; ${clients} clients, ${what}`;
  const value = median(rates.map((rate) => rate.api / rate.sql));
  return { row: 'order submission', size, value, unit: 'of SQL function', goal: 0.5, higherIsBetter: true, detail };
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

/** @throws when an order is refused: the envelopes pay for all of them */
async function ordersPerSecond(drafts: Draft[], send: Send): Promise<number> {
  const queue = [...drafts].reverse();
  const refusals: string[] = [];
  const begin = performance.now();
  const client = async () => {
    for (let draft = queue.pop(); draft; draft = queue.pop()) {
      const refusal = await send(draft);
      if (refusal) refusals.push(refusal);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begin) / 1000;
  if (refusals.length > 0)
    throw new Error(`${refusals.length} submissions were refused: ${[...new Set(refusals)].join(', ')}`);
  return drafts.length / seconds;
}

function overHttp(origin: string, agent: Agent): Send {
  const { hostname, port } = new URL(origin);
  return ({ orderId, askedCents, head }) =>
    new Promise((resolve, reject) => {
      const seen = { 'if-match': '"2"', 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
      const headers = { ...head.headers, ...seen };
      const path = `/api/v1/orders/${orderId}/submit`;
      const sent = request({ agent, hostname, port, path, method: 'POST', headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () =>
          resolve(answer.statusCode === 200 ? null : `${answer.statusCode} ${text.slice(0, 200)}`),
        );
      });
      sent.once('error', reject);
      sent.end(JSON.stringify({ seenCents: askedCents }));
    });
}

function byFunction(pool: pg.Pool): Send {
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
async function asBench<Row extends pg.QueryResultRow>(
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
