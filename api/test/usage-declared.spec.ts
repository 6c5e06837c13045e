import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { rollUp } from './harness/usage-ground.js';

/** A use told in two taps, where nothing measures. */
let house: House;
let schoolId: string;
let teacher: Person;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow(House.START);
  schoolId = (await house.build.school()).id;
  teacher = await house.person('teacher', { school_id: schoolId });
});

const tell = (body: object = {}) =>
  teacher.post('/api/v1/usage/declared', { subject: 'french', duration: 'short', ...body });
const uses = () =>
  house.sql(`select week::text, subject, declared::int from usage_subject_week where school_id = $1 order by week`, [
    schoolId,
  ]);

describe('a use that a teacher tells', () => {
  it('is of today unless they say otherwise, and counts in the week of its day', async () => {
    const { status, body } = await tell();
    expect({ status, ...body }).toMatchObject({
      status: 201,
      day: '2026-10-06',
      subject: 'french',
      duration: 'short',
      mayTakeBack: true,
    });
    await tell({ subject: 'arts', day: '2026-10-02' });
    await rollUp(house);
    expect(await uses()).toEqual([
      { week: '2026-09-28', subject: 'arts', declared: 1 },
      { week: '2026-10-05', subject: 'french', declared: 1 },
    ]);
    expect((await teacher.get('/api/v1/usage/declared')).body.items).toMatchObject([
      { subject: 'arts' },
      { subject: 'french' },
    ]);
  });

  it('is taken back the same day, and then counts no more', async () => {
    const { id } = (await tell()).body;
    await rollUp(house);
    for (let time = 0; time < 2; time++)
      expect((await teacher.delete(`/api/v1/usage/declared/${id}`)).body).toMatchObject({ id, mayTakeBack: false });
    await rollUp(house);
    expect(await uses()).toEqual([]);
    expect((await teacher.get('/api/v1/usage/declared')).body.items).toEqual([]);
  });

  it('stays from the next day on', async () => {
    const { id } = (await tell()).body;
    const [{ email }] = (await house.sql<{ email: string }>('select email from account where id = $1', [
      teacher.accountId,
    ])) as [{ email: string }];
    house.setNow('2026-10-07T05:00:00Z');
    teacher = await house.signIn(email);
    const { body } = await teacher.get('/api/v1/usage/declared');
    expect(body.items).toMatchObject([{ id, mayTakeBack: false }]);
    expect((await teacher.delete(`/api/v1/usage/declared/${id}`)).body.code).toBe('usage.declared-before');
  });

  it('is nobody else’s to read or take back, not even the head’s', async () => {
    const { id } = (await tell()).body;
    const head = await house.person('school-head', { school_id: schoolId });
    expect((await head.get('/api/v1/usage/declared')).body.items).toEqual([]);
    expect((await head.delete(`/api/v1/usage/declared/${id}`)).status).toBe(404);
  });

  it.each(['2026-10-07', '2026-09-28'])('of %s is refused: neither ahead nor long ago', async (day) => {
    expect((await tell({ day })).body.code).toBe('usage.day-wrong');
  });

  it('is one of a few in a day', async () => {
    for (let time = 0; time < 30; time++) await tell();
    expect((await tell()).status).toBe(429);
  });

  it('is asked of them as long as what their devices are used for is not measured', async () => {
    const asked = async () => !(await teacher.get('/api/v1/usage/declared')).body.measured;
    expect(await asked()).toBe(true);
    const modelId = await house.build.item({ kind: 'model', category: 'hardware', name: 'Tablette' });
    await house.arrange(
      `insert into usage_school_week (school_id, week, model_id, devices, measured, served, used, minutes, seen, sessions, users_at_least, users_most)
       values ($1, '2026-09-28', $2, 4, 4, 4, 4, 900, 0, 20, 8, 4)`,
      [schoolId, modelId],
    );
    expect(await asked()).toBe(true);
    await house.arrange(`insert into usage_subject_week values ($1, '2026-09-28', 'french', 15, 0)`, [schoolId]);
    expect(await asked()).toBe(false);
  });

  it('says nothing but a subject and how long', async () => {
    expect((await tell({ pupil: 'Léa' })).status).toBe(400);
    expect((await tell({ subject: 'Léa' })).status).toBe(400);
  });
});
