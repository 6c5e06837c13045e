import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { memoryMegabytes } from './house.ts';
import type { Person } from './people.ts';
import type { Ground } from './reads.ts';
import { median, type Figure } from './rows.ts';

/** How long each side is looked at; the flood begins a little earlier, so that its queues are full. */
const lookMilliseconds = 8_000;
const fillMilliseconds = 1_500;
/** Who was refused comes back sooner than it was told. */
const refusedMilliseconds = 300;
const lookEveryMilliseconds = 20;
const askEveryMilliseconds = 25;

/** What somebody else asks meanwhile, and how much slower than in calm it may be answered. */
const beside = [
  { name: 'liveness', path: '/api/health/live', goal: 40 },
  { name: 'list', path: '/api/v1/orders?size=50', goal: 25 },
] as const;

type Times = Record<(typeof beside)[number]['name'], number[]>;

/**
 * A list and the health route, asked over and over by one person: in calm, and while others send everything dear at once,
 * again as soon as they are answered; and the most memory the API held meanwhile, with the process of its pictures.
 */
export async function flood(ground: Ground): Promise<Figure[]> {
  const { house } = ground;
  // Somebody who takes no part: one person's requests wait for one another.
  const reader = ground.heads[2]!;
  await look(house.origin, reader);
  const calm = await look(house.origin, reader);
  const stopped = new AbortController();
  const answered = new Map<number, number>();
  const senders = await floods(ground);
  const sending = senders.flatMap(({ many, send }) =>
    Array.from({ length: many }, async () => {
      while (!stopped.signal.aborted) {
        const status = await send();
        answered.set(status, (answered.get(status) ?? 0) + 1);
        if (status >= 400) await pause(refusedMilliseconds);
      }
    }),
  );
  const memory = watchMemory(house.apiProcessId);
  try {
    await pause(fillMilliseconds);
    const stormy = await look(house.origin, reader);
    const told = [...answered].sort().map(([status, count]) => `${count} × ${status}`);
    return [...beside.map((one) => ratio(one, calm, stormy, told.join(', '))), ...memory.figures()];
  } finally {
    stopped.abort();
    memory.stop();
    await Promise.all(sending);
  }
}

function ratio({ name, goal }: (typeof beside)[number], calm: Times, stormy: Times, told: string): Figure {
  const [before, during] = [median(calm[name]), median(stormy[name])];
  const longest = Math.max(...stormy[name]).toFixed(0);
  const detail = `median ${during.toFixed(1)} ms, longest ${longest}; in calm ${before.toFixed(1)} ms; flood answered ${told}`;
  const shared = { size: '1x', unit: '× calm', higherIsBetter: false };
  return { row: `flood ${name}`, ...shared, value: during / before, goal, detail };
}

/** Both by turns, one at a time. */
async function look(origin: string, { headers }: Person): Promise<Times> {
  const times: Times = { liveness: [], list: [] };
  const end = performance.now() + lookMilliseconds;
  while (performance.now() < end) {
    for (const { name, path } of beside) {
      const begin = performance.now();
      const answer = await fetch(origin + path, { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status} in the flood.`);
      times[name].push(performance.now() - begin);
    }
    await pause(askEveryMilliseconds);
  }
  return times;
}

interface Sender {
  many: number;
  /** @returns the answer's status */
  send(): Promise<number>;
}

/** Far beyond every bound of `LIMITS.work`. */
async function floods({ house: { origin }, manager, heads }: Ground): Promise<Sender[]> {
  const call = async (path: string, person: Person | null, request: RequestInit = {}): Promise<number> => {
    const headers = { ...person?.headers, 'idempotency-key': randomUUID(), ...request.headers };
    const answer = await fetch(origin + path, { ...request, headers });
    await answer.arrayBuffer();
    return answer.status;
  };
  const json = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const [head, other] = [heads[0]!, heads[1]!];
  const photo = (person: Person, draft: string, content: Buffer) => () => {
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(content)]), 'photo');
    return call(`/api/v1/orders/${draft}/files?kind=place-photo`, person, { method: 'POST', body });
  };
  const plain = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: '#0F5B4A' } });
  const order = await printedOrder(origin, manager);
  const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, 1])));
  return [
    { many: 12, send: photo(head, await draft(origin, head), await plain(7_070).avif({ effort: 0 }).toBuffer()) },
    { many: 12, send: photo(other, await draft(origin, other), await plain(2_000).avif({ effort: 0 }).toBuffer()) },
    { many: 100, send: () => call('/api/v1/session', null, json('{"email":"a@exemple.fr","password":"craie"}')) },
    { many: 8, send: () => call('/api/v1/session', null, json(keys)) },
    { many: 8, send: () => call('/api/v1/orders', head, json('['.repeat(100_000))) },
    { many: 30, send: () => call(`/api/v1/orders/${order}/documents/order-form`, manager) },
    { many: 12, send: () => call('/api/v1/orders/export.csv', manager) },
  ];
}

async function draft(origin: string, { headers }: Person): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/orders`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ lines: [], wishes: [], contact: '', note: '', prerequisites: [] }),
  });
  if (answer.status !== 201) throw new Error(`A draft answers ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

async function printedOrder(origin: string, { headers }: Person): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/orders?view=done&size=1`, { headers });
  return ((await answer.json()) as { items: { id: string }[] }).items[0]!.id;
}

/** Of the API alone, and with the processes it has started; no figure where the system does not tell. */
function watchMemory(processId: number): { figures(): Figure[]; stop(): void } {
  const most = { own: 0, whole: 0 };
  const watch = setInterval(() => {
    const own = memoryMegabytes(processId) ?? 0;
    const whole = startedBy(processId).reduce((sum, one) => sum + (memoryMegabytes(one) || 0), own);
    most.own = Math.max(most.own, own);
    most.whole = Math.max(most.whole, whole);
  }, lookEveryMilliseconds);
  const detail = () => `most the API process held; ${most.whole.toFixed(0)} with the process of its pictures`;
  const shared = { size: '1x', unit: 'MB', goal: 300, higherIsBetter: false };
  return {
    stop: () => clearInterval(watch),
    figures: () => (most.own === 0 ? [] : [{ row: 'flood memory', ...shared, value: most.own, detail: detail() }]),
  };
}

function startedBy(processId: number): number[] {
  try {
    const children = readFileSync(`/proc/${processId}/task/${processId}/children`, 'utf8').trim();
    return children === '' ? [] : children.split(' ').map(Number);
  } catch {
    return [];
  }
}
