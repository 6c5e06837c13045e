import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let teacher: Person;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow(House.START);
  teacher = await house.person('teacher', { school_id: (await house.build.school()).id });
});

function secondsLater(seconds: number): void {
  house.setNow(new Date(new Date(House.START).getTime() + seconds * 1000).toISOString());
}

it('closes a session left alone for fifteen minutes', async () => {
  secondsLater(15 * 60 - 5);
  const kept = await house.signIn((await house.build.account('technician')).email);
  expect((await teacher.get('/api/v1/session')).status).toBe(200);
  secondsLater(30 * 60);
  expect(await teacher.get('/api/v1/session')).toMatchObject({ status: 204, body: null });
  expect((await kept.get('/api/v1/session')).status).toBe(204);
});

it('begins the fifteen minutes again when the person answers the warning', async () => {
  secondsLater(30);
  const extended = await teacher.post('/api/v1/session/extend');
  expect(extended).toMatchObject({ status: 200, body: { idleMinutes: 15, csrfToken: teacher.session!.csrfToken } });
  // Fifteen minutes after the answer, not after the sign-in.
  secondsLater(15 * 60 + 20);
  expect((await teacher.get('/api/v1/session')).status).toBe(200);
});

it('leaves nothing of the last person: signing out ends the session here and on the server', async () => {
  const left = await teacher.delete('/api/v1/session');
  expect(left.status).toBe(204);
  expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
  expect(String(left.headers['set-cookie'])).toMatch(/parc_session=;.*Expires=Thu, 01 Jan 1970/);
  expect((await teacher.get('/api/v1/session')).status).toBe(204);
  expect(String((await house.nobody().get('/api/v1/session/options')).headers['cache-control'])).toBe('no-store');
});
