import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { House } from './harness/house.js';
import { encode, requests, type Thrown } from './matrix/fuzz.js';
import { nameOf } from './matrix/matrix.js';
import { documentedRoutes } from './matrix/routes.js';
import { buildWorld, type World } from './matrix/world.js';

/**
 * Anything sent to any route is answered: never by a fault of the inside, never by something the OpenAPI document does
 * not describe. Bounded in time; `FUZZ_SEED` and `FUZZ_SECONDS` look elsewhere and longer.
 */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 12);

const all = await documentedRoutes();
let house: House;
let world: World;

beforeAll(async () => {
  house = await House.open();
  world = await buildWorld(house);
}, 120_000);
afterAll(() => house.close());

async function throwAt({ route, role, path, query, headers, body }: Thrown): Promise<number> {
  const person = role ? world.people[role] : house.nobody();
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encode(value)}`);
  const url = asked.length > 0 ? `${path}?${asked.join('&')}` : path;
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const answer = await person.send(route.method as 'POST', url, sent, {
    ...latin(headers),
    ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
  });
  return answer.status;
}

/** Headers carry bytes, not characters. */
const latin = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString('latin1')]));

describe('anything sent to any route', () => {
  it(
    'is answered, and never by a fault of the inside',
    async () => {
      const { ours, theirs } = world;
      const ids = [ours, theirs].flatMap(({ public: site, ...territory }) => [
        ...Object.values(territory).filter((value) => typeof value === 'string' && value.includes('-')),
        ...[site.schoolId, site.orderId, site.roomId, site.conventionId, site.fileId, site.deputyId, site.teacherId],
      ]) as string[];
      // Nobody is signed out on the way.
      const routes = all.routes.filter((route) => nameOf(route) !== 'SessionController.signOut');
      const per = new Map<string, number>();
      const statuses = new Map<number, number>();
      await fc.assert(
        fc.asyncProperty(requests({ ...all, routes }, ids), async (thrown) => {
          const status = await throwAt(thrown);
          const k = nameOf(thrown.route) + ' ' + status; per.set(k, (per.get(k) ?? 0) + 1);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
        { seed: SEED, numRuns: 100_000, interruptAfterTimeLimit: SECONDS * 1_000, endOnFailure: true },
      );
      (await import('node:fs')).writeFileSync('/tmp/L-fuzz.json', JSON.stringify([[...statuses], [...per].sort()], null, 0));
      // Not refused at the door alone: some of it was read, written, not found, out of date.
      expect([200, 403, 404].filter((status) => !statuses.has(status))).toEqual([]);
    },
    (SECONDS + 60) * 1_000,
  );
});
