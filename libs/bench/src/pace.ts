import { randomUUID } from 'node:crypto';
import { type Agent, request } from 'node:http';
import { median } from './rows.ts';

/** Who writes at once, each one thing after the other. */
export const clients = 64;
const rounds = 5;

/** Does one piece of work; the answer's code when it was refused. */
export type Send<Work> = (work: Work) => Promise<string | null>;

/** Both ways of doing the same, the API's and one SQL function's. */
export interface Sides<Work> {
  api: Send<Work>;
  sql: Send<Work>;
}

interface Asked<Work> {
  prepare(count: number): Promise<Work[]>;
  /**
   * Before anything is measured, so that the API's code is compiled as in a server that has been up for a while: the processor time of a
   * submission falls from 2.5 ms to 1.1 ms over the first two thousand.
   */
  warmUp: number;
  /** Works a side and a round. */
  works: number;
  what: string;
}

interface Pace {
  /** Median over the rounds of the API's pace ÷ the function's. */
  value: number;
  detail: string;
}

/** Both sides by turns; who begins changes each round. @throws when anything is refused */
export async function pace<Work>(sides: Sides<Work>, { prepare, warmUp, works, what }: Asked<Work>): Promise<Pace> {
  const round = async (send: Send<Work>, count: number) => perSecond(await prepare(count), send);
  for (const send of [sides.api, sides.sql]) await round(send, warmUp);
  const rates: { api: number; sql: number }[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    const rate = { api: 0, sql: 0 };
    for (const side of turn % 2 === 0 ? (['sql', 'api'] as const) : (['api', 'sql'] as const))
      rate[side] = await round(sides[side], works);
    rates.push(rate);
  }
  const [api, sql] = [median(rates.map((rate) => rate.api)), median(rates.map((rate) => rate.sql))];
  const detail = `${api.toFixed(0)}/s, SQL function ${sql.toFixed(0)}/s; ${clients} clients, ${what}`;
  return { value: median(rates.map((rate) => rate.api / rate.sql)), detail };
}

async function perSecond<Work>(works: Work[], send: Send<Work>): Promise<number> {
  const queue = [...works].reverse();
  const refusals: string[] = [];
  const begin = performance.now();
  const client = async () => {
    for (let work = queue.pop(); work !== undefined; work = queue.pop()) {
      const refusal = await send(work);
      if (refusal) refusals.push(refusal);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begin) / 1000;
  if (refusals.length > 0)
    throw new Error(`${refusals.length} of ${works.length} were refused: ${[...new Set(refusals)].join(', ')}`);
  return works.length / seconds;
}

/** A write of the API, under a key of its own. @returns null at the status that is expected */
export function post(
  { agent, origin, path, status }: { agent: Agent; origin: string; path: string; status: number },
  headers: Record<string, string>,
  body: object,
): Promise<string | null> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ agent, hostname, port, path, method: 'POST' },
        headers: { ...headers, 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
      },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () =>
          resolve(answer.statusCode === status ? null : `${answer.statusCode} ${text.slice(0, 200)}`),
        );
      },
    );
    sent.once('error', reject);
    sent.end(JSON.stringify(body));
  });
}
