import type { Client } from 'pg';
import { startBare } from './bare.ts';
import type { BareOrders } from './bare-server.ts';
import type { House } from './house.ts';
import { compare, readers, type Target } from './load.ts';
import type { Person } from './people.ts';
import type { Figure } from './rows.ts';
import { pageAndCount, statementsOf, withoutSession, type Statement } from './statements.ts';

/** Where the house, its database and those who ask are. */
export interface Ground {
  house: House;
  database: Client;
  manager: Person;
  heads: Person[];
}

/** As many connections as the API's pool (`LIMITS.poolConnections`). */
export const poolConnections = 12;

/** Filtered, sorted, counted, 50 rows of some thousands: the manager looks through what was done for public schools. */
const listPath = '/api/v1/orders?view=done&sector=public&sort=age&direction=desc&size=50';

/** A list against a bare server that sends the same rows by the same SQL, as page and count. */
export async function orderList(ground: Ground): Promise<Figure> {
  const { house, database, manager } = ground;
  const request = { path: listPath, headers: manager.headers };
  // Asked once before: the session is read, and what follows is the list's own statement alone.
  const { items, total } = JSON.parse(await ask(house.origin, request)) as { items: { id: string }[]; total: number };
  const sent = withoutSession(await statementsOf(database, house.databaseLog, () => ask(house.origin, request)));
  const answer = pageAndCount(only(sent, listPath));
  return against(ground, { '/': answer }, [request], async (bareOrigin, measure) => {
    const bare = JSON.parse(await ask(bareOrigin, { path: '/' })) as { items: { id: string }[]; total: number };
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).join();
    if (bare.total !== total || ids(bare.items) !== ids(items)) throw new Error('The bare server sends other rows.');
    return { row: 'order list', goal: 1.2, ...(await measure(`${items.length} of ${total} rows`)) };
  });
}

/** Each connection is another school's head at the first screen. */
export async function schoolHome(ground: Ground): Promise<Figure> {
  return screen(ground, { row: 'school home', goal: 0.5, pathOf: () => '/api/v1/home/school' });
}

/** Each connection is another school's head, who reads the year's budget line by line. */
export async function statement(ground: Ground): Promise<Figure> {
  const year = new Date().getFullYear();
  const pathOf = (head: Person) => `/api/v1/schools/${head.schoolId}/budgets/${year}/installation/entries`;
  return screen(ground, { row: 'statement', goal: 0.5, pathOf });
}

interface Screen {
  row: string;
  goal: number;
  pathOf(head: Person): string;
}

/** A screen against a bare server that sends the same statements, one after the other, and their rows as they come. */
async function screen(ground: Ground, { row, goal, pathOf }: Screen): Promise<Figure> {
  const { house, database } = ground;
  const requests = ground.heads.slice(0, readers).map((head) => ({ path: pathOf(head), headers: head.headers }));
  const answers: Record<string, Statement[]> = {};
  for (const [position, request] of requests.entries()) {
    const sent = await statementsOf(database, house.databaseLog, () => ask(house.origin, request));
    answers[`/${position}`] = withoutSession(sent);
  }
  return against(ground, answers, requests, async (bareOrigin, measure) => {
    // Each answers once before it is pressed: a statement that the bare server cannot send says which.
    for (const path of Object.keys(answers)) await ask(bareOrigin, { path });
    return { row, goal, ...(await measure(`${answers['/0']!.length} statements`)) };
  });
}

type Measured = Pick<Figure, 'size' | 'value' | 'unit' | 'higherIsBetter' | 'detail'>;

async function against(
  { house }: Ground,
  answers: BareOrders['answers'],
  requests: Target['requests'],
  work: (bareOrigin: string, measure: (what: string) => Promise<Measured>) => Promise<Figure>,
): Promise<Figure> {
  const bare = await startBare({ databaseUrl: house.databaseUrl, connections: poolConnections, answers });
  try {
    return await work(bare.origin, async (what) => {
      const paths = Object.keys(answers).map((path) => ({ path }));
      const found = await compare({ origin: house.origin, requests }, { origin: bare.origin, requests: paths });
      const detail = `${found.ours.toFixed(0)}/s, bare ${found.bare.toFixed(0)}/s; ${what}, ${readers} connections`;
      return { size: '1x', value: found.ratio, unit: 'of bare', higherIsBetter: true, detail };
    });
  } finally {
    await bare.stop();
  }
}

async function ask(origin: string, { path, headers = {} }: Target['requests'][number]): Promise<string> {
  const answer = await fetch(origin + path, { headers });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}: ${text.slice(0, 300)}`);
  return text;
}

function only(statements: Statement[], path: string): Statement {
  if (statements.length !== 1) throw new Error(`${path} sends ${statements.length} statements where one was expected.`);
  return statements[0]!;
}
