import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import {
  actOnVisit,
  aVisit,
  nobodyThere,
  repairedThere,
  visitRow,
  type VisitGround,
} from './harness/visit-builders.js';

/** What a visit does at its edges: a school that is none, midnight in Paris, the turn of a month. */
let house: House;
let technician: Person;
let ground: VisitGround;

beforeAll(async () => {
  house = await House.open();
  technician = await house.person('technician');
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow(House.START);
  const schoolId = (await house.build.school()).id;
  const teacher = await house.person('teacher', { school_id: schoolId });
  ground = { schoolId, technicianId: technician.accountId, reporterId: teacher.accountId };
});

it('is not begun at a school that nobody knows', async () => {
  const begunAt = house.now().toISOString();
  const answer = await technician.post('/api/v1/visits', { id: randomUUID(), schoolId: randomUUID(), begunAt });
  expect(answer).toMatchObject({ status: 404, body: { code: 'object.not-found' } });
});

it('is closed by a code on the page as it stands, and on no older one: no try is counted of it', async () => {
  const id = await aVisit(house, ground, 'open', { begun_at: house.now() });
  await repairedThere(house, ground);
  const { ending: _, absenceReason: __, ...said } = nobodyThere(house, { met: 'head' });
  const close = (version?: number) =>
    technician.post(`/api/v1/visits/${id}/close-by-code`, { ...said, code: '000000' }, version ? { version } : {});
  expect((await close(7)).body.code).toBe('version.stale');
  expect((await close()).body.code).toBe('version.missing');
  expect(await house.sql('select from confirmation_try where school_id = $1', [ground.schoolId])).toEqual([]);
  expect((await close(1)).body.code).toBe('order.code-wrong');
});

describe('the day of a visit', () => {
  it('is that of Paris: two in the morning there belong to one day, which in UTC they do not', async () => {
    house.setNow('2026-10-06T23:00:00Z');
    const id = await aVisit(house, ground, 'open', { begun_at: '2026-10-06T21:30:00Z' });
    await repairedThere(house, ground, { state_since: '2026-10-06T21:40:00Z', resolved_at: '2026-10-06T21:40:00Z' });
    const overMidnight = nobodyThere(house, { leftAt: '2026-10-06T22:30:00Z' });
    technician = await house.signIn(await emailOf(technician));
    expect((await actOnVisit(house, technician, id, 'close', overMidnight)).body.code).toBe('visit.hours-wrong');
    const before = nobodyThere(house, { leftAt: '2026-10-06T21:55:00Z' });
    expect((await actOnVisit(house, technician, id, 'close', before)).status).toBe(200);
    expect(await visitRow(house, id)).toMatchObject({ state: 'closed' });
  });

  it('is found by the last day of a filter, and counted in the month of Paris', async () => {
    const last = await aVisit(house, ground, 'closed', {
      ...{ begun_at: '2026-09-30T22:30:00Z', left_at: '2026-09-30T23:00:00Z', state_since: '2026-09-30T23:00:00Z' },
    });
    const found = async (query: string) => {
      const { body } = await technician.get(`/api/v1/visits?schoolId=${ground.schoolId}&${query}`);
      return (body.items as { id: string }[]).map(({ id }) => id);
    };
    technician = await house.signIn(await emailOf(technician));
    expect(await found('from=2026-10-01&to=2026-10-01')).toEqual([last]);
    expect(await found('to=2026-09-30')).toEqual([]);
    const committee = await house.person('committee');
    const { months } = (await committee.get('/api/v1/visits/counts')).body;
    const of = (month: string) => months.find((one: { month: string }) => one.month === month).visits as number;
    const [september, october] = [of('2026-09'), of('2026-10')];
    expect(september).toBe(0);
    expect(october).toBeGreaterThan(0);
  });
});

const emailOf = async ({ accountId }: Person): Promise<string> =>
  (await house.sql<{ email: string }>('select email from account where id = $1', [accountId]))[0]!.email;
