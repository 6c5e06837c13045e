import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadOf } from '../src/platform/bounds/dear-work.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { sendRaw } from './harness/raw-http.js';
import { encode, requests, type Thrown } from './matrix/fuzz.js';
import { nameOf } from './matrix/matrix.js';
import { csvFile, send } from './harness/uploads.js';
import { bytesOf, rawForms, rawRequests, type RawRequest } from './matrix/raw-requests.js';
import { documentedRoutes } from './matrix/routes.js';
import { buildWorld, type World } from './matrix/world.js';

/**
 * Anything sent to any route is answered: never by a fault of the inside, never by something the OpenAPI document does
 * not describe. Bounded in time; `FUZZ_SEED` and `FUZZ_SECONDS` look elsewhere and longer.
 */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 12);
const ROUND = 200;

const all = await documentedRoutes();
let house: House;
let world: World;
let root: string;
let port: number;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'parc-web-'));
  for (const name of ['index.html', 'main-ABCDEFGH.js']) writeFileSync(join(root, name), 'Parc École');
  house = await House.open({ WEB_ROOT: root });
  world = await buildWorld(house);
  await house.application.listen(0, '127.0.0.1');
  port = (house.application.getHttpServer().address() as AddressInfo).port;
}, 120_000);
afterAll(async () => {
  await house.close();
  rmSync(root, { recursive: true });
});

/** Rounds until the time is over, and one at least: a slow machine throws enough, too. */
async function throwFor<Case>(seconds: number, property: fc.IAsyncProperty<Case>): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  for (let round = 0; round === 0 || performance.now() < end; round++)
    await fc.assert(property, { seed: SEED + round, numRuns: ROUND, endOnFailure: true });
}

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
      const statuses = new Map<number, number>();
      await throwFor(
        SECONDS,
        fc.asyncProperty(requests({ ...all, routes }, ids), async (thrown) => {
          const status = await throwAt(thrown);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
      );
      // Not refused at the door alone: some of it was read, written, not found, out of date.
      expect([200, 403, 404].filter((status) => !statuses.has(status))).toEqual([]);
    },
    (SECONDS + 60) * 1_000,
  );
});

/** Longest that the bytes alone are thrown, of each kind: the forms are fewer. */
const RAW_SECONDS = Math.max(3, Math.round(SECONDS / 3));

const sessionOf = ({ token, session }: Person): [string, string][] => [
  ['cookie', `parc_session=${token}`],
  ['x-csrf-token', session!.csrfToken],
  ['idempotency-key', randomUUID()],
];

/** What the connection brings back for these bytes: no 5xx, and every refusal a problem document. Null when nothing came. */
async function throwBytes(request: RawRequest, person: Person | null): Promise<number | null> {
  const bytes = bytesOf(request, person ? sessionOf(person) : []);
  const { cutAt } = request;
  const answer = await sendRaw(port, cutAt === null ? bytes : bytes.subarray(0, cutAt), true);
  if (!answer) return null;
  expect(answer.status).toBeLessThan(500);
  if (answer.status >= 400) {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    if (request.method !== 'HEAD' && answer.body)
      expect(JSON.parse(answer.body)).toMatchObject({ status: answer.status, title: expect.stringMatching(/\.$/) });
  }
  return answer.status;
}

describe('any bytes on the connection', () => {
  const thrownFor = async (requests: fc.Arbitrary<RawRequest>, people: (Person | null)[]) => {
    const statuses = new Set<number | null>();
    const cases = fc.tuple(requests, fc.nat(people.length - 1));
    await throwFor(
      RAW_SECONDS,
      fc.asyncProperty(cases, async ([request, who]) => {
        statuses.add(await throwBytes(request, people[who]!));
      }),
    );
    return statuses;
  };
  const LIMIT = (RAW_SECONDS + 60) * 1_000;

  it(
    'in the shape of a request, or nearly, are answered by no fault of the inside',
    async () => {
      const paths = [
        '/',
        '/main-ABCDEFGH.js',
        '/commandes',
        '/api/docs',
        '/api/docs/swagger-ui.css',
        '/api/openapi.json',
      ];
      const routes = all.routes.filter((route) => nameOf(route) !== 'SessionController.signOut');
      const api = routes.map(({ path }) => path.replace(/:\w+/g, world.ours.public.schoolId));
      // The few pages as often as the many routes: some of what is thrown is answered whole, however many routes there are.
      const pages = api.map((_, index) => paths[index % paths.length]!);
      const statuses = await thrownFor(rawRequests([...pages, ...api]), [null, world.people['plan-manager']]);
      expect([200, 400, 404].filter((status) => !statuses.has(status))).toEqual([]);
    },
    LIMIT,
  );

  it(
    'in the shape of a form, whole or broken, are answered by no fault of the inside',
    async () => {
      const { orderId } = world.ours.public;
      const paths = [
        ...['public-holidays', 'national-directory', 'nothing'].map((kind) => `/api/v1/imports?kind=${kind}`),
        `/api/v1/orders/${orderId}/files?kind=place-photo`,
        '/api/v1/session',
      ];
      const statuses = await thrownFor(rawForms(paths), [
        world.people['plan-manager'],
        world.people['school-head'],
        world.people.technician,
      ]);
      expect([400, 415, 422].filter((status) => !statuses.has(status))).toEqual([]);
      // None of them keeps its place: a whole form is still read.
      const places = () => [loadOf('importFile').underWay, loadOf('upload').underWay];
      for (let wait = 0; wait < 100 && places().some(Boolean); wait++) await pause(50);
      expect(places()).toEqual([0, 0]);
      const whole = csvFile([
        ['date', 'annee', 'zone', 'nom_jour_ferie'],
        ['2027-01-01', '2027', 'Métropole', '1er janvier'],
      ]);
      expect((await send(world.people['plan-manager'], 'public-holidays', whole)).status).toBe(201);
    },
    LIMIT,
  );
});
