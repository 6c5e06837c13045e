import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Act, type Fault, ModelPhone } from './model-phone.fixture';

/** The long form: `QUEUE_DAYS=500 npm run check -- unit random-days`. */
const COUNT = Number(process.env['QUEUE_DAYS'] ?? 50);

type Happening =
  | { readonly kind: 'act'; readonly lane: number; readonly needsLast: boolean; readonly poison: boolean }
  | { readonly kind: 'edit'; readonly which: number }
  | { readonly kind: 'send' | 'online' | 'loses-database' | 'dies' }
  | { readonly kind: 'other'; readonly lane: number };

const lane = fc.integer({ min: 0, max: 2 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      lane,
      needsLast: fc.boolean(),
      poison: fc.integer({ min: 0, max: 14 }).map((drawn) => drawn === 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), which: fc.nat({ max: 20 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('send' as const, 'online', 'loses-database', 'dies') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('other' as const), lane }) },
);
const day = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  happenings: fc.array(happening, { minLength: 5, maxLength: 30 }),
  kill: fc.constantFrom(0, 0.03, 0.1),
  cut: fc.constantFrom(0, 0.2, 0.5),
  portal: fc.constantFrom(0, 0.2),
  signedOut: fc.constantFrom(0, 0.1),
});
type Day = typeof day extends fc.Arbitrary<infer Drawn> ? Drawn : never;

describe('a random day of a phone, with cuts, kills of browser and server, and repeats', () => {
  it(`loses nothing, doubles nothing and keeps each object's order, ${COUNT} times`, async () => {
    await fc.assert(
      fc.asyncProperty(day, async (drawn) => expect(await troubles(drawn, null)).toEqual([])),
      { numRuns: COUNT },
    );
  });

  it.each<Fault>([
    'key-made-at-sending',
    'promised-before-kept',
    'database-alone',
    'objects-out-of-order',
    'any-200-is-done',
    'erased-before-answered',
  ])('finds what goes wrong when a fault is planted: %s', async (fault) => {
    const found = await fc.check(
      fc.asyncProperty(day, async (drawn) => (await troubles(drawn, fault)).length === 0),
      { numRuns: 200, seed: 17, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
  });
});

/** What is wrong at the end of the day, once the network stays and nobody kills anything. */
async function troubles({ seed, happenings, ...chances }: Day, fault: Fault | null): Promise<string[]> {
  const phone = new ModelPhone(drawing(seed), fault);
  await phone.start();
  phone.chances = chances;
  const acts: Act[] = [];
  for (const one of happenings) await lived(phone, acts, one);
  phone.chances = { kill: 0, cut: 0, portal: 0, signedOut: 0 };
  await phone.start();
  for (let tries = 0; tries < 60 && phone.left.some(({ refusal }) => refusal === null); tries += 1) await phone.send();
  return [...lost(phone), ...doubled(phone), ...disordered(phone)];
}

async function lived(phone: ModelPhone, acts: Act[], one: Happening): Promise<void> {
  switch (one.kind) {
    case 'act': {
      const last = acts.at(-1);
      // What is needed is waited for; without an act before it there is nothing to wait for.
      const needs = one.needsLast && last !== undefined && phone.promised.has(last.key) ? [last.key] : [];
      const body = `${one.poison ? 'poison' : 'note'} ${acts.length}`;
      const act = { key: `act-${acts.length}`, lane: `ticket-${one.lane}`, body, needs };
      acts.push(act);
      return phone.do(act);
    }
    case 'edit': {
      const open = phone.left.filter(({ refusal, key }) => refusal === null && phone.promised.has(key));
      const act = phone.promised.get(open[one.which % Math.max(1, open.length)]?.key ?? '');
      return act === undefined ? undefined : phone.do({ ...act, body: `${act.body}, corrected` });
    }
    case 'other':
      return phone.server.changedByOther(`ticket-${one.lane}`);
    case 'send':
      return phone.send();
    case 'online':
      return phone.online();
    case 'dies':
      return phone.start();
    case 'loses-database':
      return phone.losesDatabase();
  }
}

/** What was promised is at the server as it was last written, or stands here, refused, for its author to answer. */
function lost(phone: ModelPhone): string[] {
  const found = new Set([
    ...phone.server.applied.map(({ body }) => body),
    ...phone.left.map(({ request }) => request.body),
  ]);
  return [...phone.promised.values()]
    .filter(({ key, body }) => ![body, ...(phone.attempted.get(key) ?? [])].some((written) => found.has(written)))
    .map(({ key }) => `lost ${key}`);
}

function doubled(phone: ModelPhone): string[] {
  const seen = new Set<string>();
  return phone.server.applied.flatMap(({ lane: of, body }) => {
    const what = `${of} ${body}`;
    const again = seen.has(what);
    seen.add(what);
    return again ? [`doubled ${what}`] : [];
  });
}

/** By the number that the phone gave: an act that was changed after it had arrived keeps the place of the first. */
function disordered(phone: ModelPhone): string[] {
  const highest = new Map<string, number>();
  const found = phone.server.tooSoon.map((key) => `before what it needs ${key}`);
  for (const { lane: of, seq, key } of phone.server.applied) {
    const object = of.split(' ')[0]!;
    if (seq < (highest.get(object) ?? 0)) found.push(`out of order ${key}`);
    highest.set(object, Math.max(seq, highest.get(object) ?? 0));
  }
  return found;
}

function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
