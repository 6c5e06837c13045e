import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aDay,
  anAttendanceGround,
  placeOf,
  presencesOf,
  said,
  type AttendanceGround,
} from './harness/attendance-builders.js';
import { House } from './harness/house.js';

/** The code that a trainer shows: another one each minute, typed by who is there. */
let house: House;
let ground: AttendanceGround;
let id: string;
let place: string;

beforeAll(async () => {
  house = await House.open();
  house.setNow('2026-10-06T07:10:10Z');
  ground = await anAttendanceGround(house);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow('2026-10-06T07:10:10Z');
  await house.sql('delete from training_window');
  ({ id } = await aDay(ground, '2026-10-06', ['09:00-12:00', '13:30-16:30']));
  place = await placeOf(ground, id, ground.teacher);
});

const url = (path: string) => `/api/v1/training-sessions/${id}/${path}`;
const shown = async () => (await ground.trainer.get(url('code'))).body as { shown: string; until: string };
const sign = (code: string, by = ground.teacher) => by.post(url('sign'), { code });

describe('the code of a session', () => {
  it('marks who types it as there, at the half-day that is held now', async () => {
    const { shown: code, until } = await shown();
    expect([code, until]).toEqual([expect.stringMatching(/^\d{6}$/), '2026-10-06T07:11:00.000Z']);
    const { status, body } = await sign(code);
    expect([status, body.startsAt]).toEqual([200, '2026-10-06T07:00:00.000Z']);
    expect(await presencesOf(house, place)).toEqual([true, null]);
    const [row] = await house.sql('select by_code, recorded_by from training_attendance where enrolment_id = $1', [
      place,
    ]);
    expect(row).toEqual({ by_code: true, recorded_by: ground.teacher.accountId });
  });

  it('is good for its minute and the next, and for none after', async () => {
    const { shown: code } = await shown();
    house.setNow('2026-10-06T07:11:50Z');
    expect((await shown()).shown).not.toBe(code);
    expect((await sign(code)).status).toBe(200);
    house.setNow('2026-10-06T07:12:05Z');
    expect(said(await sign(code))).toBe('422 training.code-wrong');
  });

  it('is of its own session', async () => {
    const { shown: code } = await shown();
    const other = await aDay(ground, '2026-10-06', ['09:00-12:00', '13:30-16:30']);
    await placeOf(ground, other.id, ground.teacher);
    expect(said(await ground.teacher.post(`/api/v1/training-sessions/${other.id}/sign`, { code }))).toBe(
      '422 training.code-wrong',
    );
  });

  it('is shown to the trainer of the session alone', async () => {
    const other = await house.person('digital-trainer', { circonscription_id: ground.session.circonscriptionId });
    expect(said(await other.get(url('code')))).toBe('409 training.not-your-session');
    expect((await ground.inspector.get(url('code'))).status).toBe(403);
    expect((await ground.teacher.get(url('code'))).status).toBe(403);
  });

  it('marks nobody who has no place, and nobody outside the hours', async () => {
    const { shown: code } = await shown();
    expect(said(await sign(code, ground.colleague))).toBe('409 training.not-enrolled');
    ({ id } = await aDay(ground, '2026-10-06', ['13:30-16:30']));
    await placeOf(ground, id, ground.teacher);
    expect(said(await sign((await shown()).shown))).toBe('409 training.no-half-day-now');
  });

  it('is not guessed: five tries in five minutes, wherever they are made', async () => {
    const { shown: code } = await shown();
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = await Promise.all([1, 2, 3, 4, 5].map(() => sign(wrong)));
    expect(tries.map(said)).toEqual(Array<string>(5).fill('422 training.code-wrong'));
    const locked = await sign(code);
    expect([said(locked), Number(locked.headers['retry-after']) > 200]).toEqual(['429 training.code-throttled', true]);
    house.setNow('2026-10-06T07:15:30Z');
    expect((await sign((await shown()).shown)).status).toBe(200);
  });

  it('is kept nowhere: what it is derived from stands in no history', async () => {
    await shown();
    const kept = await house.sql(`select from history where table_name like 'training_code%'`);
    expect(kept).toEqual([]);
  });
});
