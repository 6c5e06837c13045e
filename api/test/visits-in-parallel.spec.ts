import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { actOnVisit, nobodyThere, repairedThere } from './harness/visit-builders.js';

/** Two windows of one person, or of two, on the same visit at once. */
let house: House;
let technician: Person;
let teacher: Person;

beforeAll(async () => {
  house = await House.open();
  technician = await house.person('technician');
  teacher = await house.person('teacher', { school_id: (await house.build.school()).id });
});
afterAll(() => house.close());

const told = (answers: Answer[]) =>
  answers.map(({ status, body }) => (status < 400 ? String(status) : `${status} ${body.code}`)).sort();
const begin = (schoolId: string, id: string) =>
  technician.post('/api/v1/visits', { id, schoolId, begunAt: house.now().toISOString() });

describe('at the same moment', () => {
  it('eight windows that begin at one school: there is one visit, and the others read which', async () => {
    const schoolId = (await house.build.school()).id;
    const answers = await Promise.all(Array.from({ length: 8 }, () => begin(schoolId, randomUUID())));
    expect(told(answers)).toEqual(['201', ...Array<string>(7).fill('409 visit.open-already')]);
    const [{ id }] = (await house.sql<{ id: string }>('select id from visit where school_id = $1', [schoolId])) as [
      { id: string },
    ];
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.visitId === id)).toBe(true);
  });

  it('a phone that sends its beginning several times: the same visit each time', async () => {
    const schoolId = (await house.build.school()).id;
    const id = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4].map(() => begin(schoolId, id)));
    expect(told(answers)).toEqual(['201', '201', '201', '201']);
    expect(await house.sql(`select id from visit_move where visit_id = $1`, [id])).toHaveLength(1);
  });

  it('two windows that close it: one end, minutes once', async () => {
    const schoolId = (await house.build.school()).id;
    const id = randomUUID();
    await begin(schoolId, id);
    await repairedThere(house, { schoolId, technicianId: technician.accountId, reporterId: teacher.accountId });
    const answers = await Promise.all(
      [1, 2, 3].map(() => actOnVisit(house, technician, id, 'close', nobodyThere(house))),
    );
    expect(told(answers).filter((one) => one === '200')).toHaveLength(1);
    expect(await house.sql('select id from visit_part where visit_id = $1', [id])).toHaveLength(1);
    expect(await house.sql(`select id from visit_move where visit_id = $1 and action = 'close'`, [id])).toHaveLength(1);
  });
});
