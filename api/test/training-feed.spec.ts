import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDay, anAttendanceGround, placeOf, type AttendanceGround } from './harness/attendance-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { LIMITS } from '../src/platform/limits.js';

/** One's own trainings in a calendar: at an address that is secret, renewed and ended by whoever has it. */
let house: House;
let ground: AttendanceGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow('2026-10-06T15:00:00Z');
  await house.sql('delete from training_window');
  ground = await anAttendanceGround(house);
});

const renew = async (by: Person): Promise<string> => {
  const { status, body } = await by.post('/api/v1/training-feed');
  expect(status).toBe(201);
  return new URL(body.address as string).pathname;
};
const read = async (path: string) => {
  const { statusCode, headers, body } = await house.application.inject({ method: 'GET', url: path });
  return { status: statusCode, type: headers['content-type'], text: body };
};
const events = (text: string) => [...text.replaceAll('\r\n ', '').matchAll(/UID:([^@]+)@/g)].map(([, id]) => id);

describe('a calendar of one’s own trainings', () => {
  it('shows the sessions where one has a place, and those that one holds, to whoever has the address', async () => {
    const { id } = await aDay(ground, '2026-10-06', ['09:00-12:00']);
    await placeOf(ground, id, ground.teacher);
    const mine = await read(await renew(ground.teacher));
    expect(mine).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    expect(events(mine.text)).toEqual([id]);
    expect(mine.text).toContain('METHOD:PUBLISH');
    expect(mine.text).toContain('DTSTART:20261006T070000Z');
    expect(mine.text).not.toContain('ATTENDEE');
    expect(events((await read(await renew(ground.trainer))).text)).toContain(id);
  });

  it('forgets a session that was cancelled, or that one has left', async () => {
    const { id } = await aDay(ground, '2026-10-06', ['09:00-12:00']);
    await placeOf(ground, id, ground.teacher);
    const path = await renew(ground.teacher);
    expect(events((await read(path)).text)).toEqual([id]);
    await house.arrange(
      'update training_enrolment set left_at = now(), seat = null, seated_at = null where session_id = $1',
      [id],
    );
    expect(events((await read(path)).text)).toEqual([]);
  });

  it('is another at each renewal, the one before says nothing any more, and neither does one that was ended', async () => {
    const first = await renew(ground.teacher);
    const second = await renew(ground.teacher);
    expect(second).not.toBe(first);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    expect((await ground.teacher.get('/api/v1/training-feed')).body).toEqual({
      madeAt: expect.stringMatching(/^2026-10-06T15:00/),
    });
    expect((await ground.teacher.delete('/api/v1/training-feed')).status).toBe(204);
    expect((await read(second)).status).toBe(404);
    expect((await ground.teacher.get('/api/v1/training-feed')).body).toEqual({ madeAt: null });
  });

  it('ends with the account', async () => {
    const path = await renew(ground.teacher);
    await house.arrange('update account set active = false where id = $1', [ground.teacher.accountId]);
    expect((await read(path)).status).toBe(404);
  });

  it('keeps no address: neither the table nor a kept answer leads to it', async () => {
    const secret = (await renew(ground.teacher)).split('/').at(-1)!.replace('.ics', '');
    const kept = await house.sql<{ row: string }>(
      'select f::text as row from training_feed f union all select k::text from idempotency_key k',
    );
    expect(kept.filter(({ row }) => row.includes(secret))).toEqual([]);
  });

  it('counts wrong addresses against the network that asks, and never a right one', async () => {
    const right = await renew(ground.teacher);
    const wrong = `/api/v1/training-feed/${'a'.repeat(43)}.ics`;
    for (let time = 0; time < LIMITS.training.verify.most; time++) expect((await read(wrong)).status).toBe(404);
    expect((await read(wrong)).status).toBe(429);
    expect((await read(right)).status).toBe(200);
  });
});
