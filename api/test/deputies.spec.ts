import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import { lettersTo } from './harness/letters.js';
import type { Person } from './harness/person.js';
import { ConfirmationCodes } from '../src/identity/confirmation-codes.js';
import { DataSource } from 'typeorm';

let house: House;
let school: { id: string };
let head: Person;
let teacher: Person;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow(House.START);
  school = await house.build.school();
  head = await house.person('school-head', { school_id: school.id, to_day: '2027-09-01' });
  teacher = await house.person('teacher', { school_id: school.id });
});

const name = (who: Person, change: Record<string, unknown> = {}) =>
  who.post(`/api/v1/schools/${school.id}/deputies`, {
    accountId: teacher.accountId,
    fromDay: '2026-10-06',
    lastDay: '2026-10-16',
    ...change,
  });
const assignmentOf = async (accountId: string, role = 'school-head') =>
  (
    await house.sql<{ id: string }>('select id from assignment where account_id = $1 and role = $2', [accountId, role])
  )[0]!.id;

describe('a head', () => {
  it('names a teacher of the school, who acts as deputy between the dates', async () => {
    const { body } = await name(head);
    expect(await house.signIn((await lastLetterAddress())!)).toMatchObject({
      session: { assignments: [{ role: 'teacher' }, { role: 'school-head', deputy: true }] },
    });
    const list = (await head.get(`/api/v1/schools/${school.id}/deputies`)).body;
    expect(list).toMatchObject({
      vacancy: false,
      mayName: true,
      latestDay: '2027-08-31',
      items: [{ id: body.id, lastDay: '2026-10-16', current: true, inVacancy: false }],
    });
    expect(list.candidates).toMatchObject([{ accountId: teacher.accountId }]);

    await teacher.put('/api/v1/session/assignment', { assignmentId: body.id });
    house.setNow('2026-10-16T21:55:00Z');
    const late = await house.signIn((await lastLetterAddress())!);
    expect(late.session).toMatchObject({ assignments: [{}, {}] });
    house.setNow('2026-10-16T22:05:00Z');
    expect((await late.get('/api/v1/session')).body.assignments.length).toBe(1);
  });

  it('names nobody who does not teach there, nor himself, nor outside his own dates', async () => {
    const elsewhere = await house.build.account('teacher', { school_id: (await house.build.school()).id });
    expect((await name(head, { accountId: elsewhere.id })).body.code).toBe('account.not-teacher-here');
    await house.build.assignment(head.accountId, 'teacher', { school_id: school.id });
    expect((await name(head, { accountId: head.accountId })).body.code).toBe('account.own-role');
    for (const dates of [
      { lastDay: '2027-09-01' },
      { fromDay: '2026-10-05' },
      { fromDay: '2026-10-20', lastDay: '2026-10-19' },
    ]) {
      expect((await name(head, dates)).body.code).toBe('account.dates-outside');
    }
    expect((await name(head, { lastDay: '2027-08-31' })).status).toBe(201);
  });

  it('sees no other school’s deputies, and names none there', async () => {
    const other = await house.person('school-head', { school_id: (await house.build.school()).id });
    expect((await other.get(`/api/v1/schools/${school.id}/deputies`)).status).toBe(404);
    expect((await name(other)).status).toBe(404);
    const { id } = (await name(head)).body;
    expect((await other.post(`/api/v1/deputies/${id}/end`)).status).toBe(404);
    expect((await other.post(`/api/v1/deputies/${await assignmentOf(head.accountId)}/end`)).status).toBe(404);
  });

  it('ends a deputy, who is signed out of that role at once', async () => {
    const { id } = (await name(head)).body;
    await teacher.put('/api/v1/session/assignment', { assignmentId: id });
    expect((await head.post(`/api/v1/deputies/${id}/end`)).status).toBe(200);
    expect((await teacher.get('/api/v1/session')).status).toBe(204);
    expect((await head.get(`/api/v1/schools/${school.id}/deputies`)).body.items).toEqual([]);
  });
});

describe('a deputy', () => {
  it('names no other', async () => {
    const { id } = (await name(head)).body;
    await teacher.put('/api/v1/session/assignment', { assignmentId: id });
    expect((await name(teacher)).body.code).toBe('account.deputy-names-none');
    expect((await teacher.get(`/api/v1/schools/${school.id}/deputies`)).body).toMatchObject({
      mayName: false,
      candidates: [],
    });
  });

  it('ends with the head’s assignment, and with its own as a teacher', async () => {
    const administrator = await house.person('administrator');
    const { id } = (await name(head)).body;
    await teacher.put('/api/v1/session/assignment', { assignmentId: id });
    await administrator.post(`/api/v1/assignments/${await assignmentOf(head.accountId)}/end`, {});
    expect((await teacher.get('/api/v1/session')).status).toBe(204);

    const next = await house.person('school-head', { school_id: school.id });
    const again = (await name(next)).body.id;
    await administrator.post(`/api/v1/assignments/${await assignmentOf(teacher.accountId, 'teacher')}/end`, {
      lastDay: '2026-10-09',
    });
    const [row] = await house.sql<{ end: string }>('select to_day::text as end from assignment where id = $1', [again]);
    expect(row!.end).toBe('2026-10-10');
  });
});

describe('in a vacancy', () => {
  beforeEach(async () => {
    await house.arrange(`update assignment set to_day = '2026-10-01' where account_id = $1`, [head.accountId]);
  });

  it('the inspector of the circonscription names, and only then', async () => {
    const circonscription_id = await house.build.insert('circonscription', {
      code: inspectionCode(),
      name: 'Saint-Étienne Nord',
    });
    await house.arrange('update school set circonscription_id = $2 where id = $1', [school.id, circonscription_id]);
    const inspector = await house.person('inspector', { circonscription_id });
    const stranger = await house.person('inspector', {
      circonscription_id: await house.build.insert('circonscription', { code: inspectionCode(), name: 'Ailleurs' }),
    });
    expect((await name(stranger)).status).toBe(404);
    expect((await name(inspector)).status).toBe(201);
    expect((await house.signIn((await lastLetterAddress())!)).session).toMatchObject({
      assignments: [{}, { deputy: true }],
    });

    // A new head comes: what was named for want of one ends, and the inspector names no more.
    const administrator = await house.person('administrator');
    const newcomer = await house.build.account('committee');
    await administrator.post(`/api/v1/accounts/${newcomer.id}/assignments`, {
      role: 'school-head',
      scopeId: school.id,
      fromDay: '2026-10-06',
    });
    expect((await inspector.get(`/api/v1/schools/${school.id}/deputies`)).body).toMatchObject({
      items: [],
      vacancy: false,
      mayName: false,
    });
    expect((await name(inspector)).body.code).toBe('account.head-in-place');
  });

  it('of a private school the body’s officer names, of a medico-social unit the plan manager', async () => {
    const manager = await house.person('plan-manager');
    const ogec = await house.build.insert('managing_body', { name: `OGEC ${school.id}`, kind: 'ogec' });
    await house.arrange(
      `update school set sector = 'private', state_contract = 'association', managing_body_id = $2 where id = $1`,
      [school.id, ogec],
    );
    const officer = await house.person('private-body-officer', { managing_body_id: ogec });
    expect((await name(manager)).body.code).toBe('role.may-not');
    expect((await name(officer)).status).toBe(201);

    await house.arrange(`update managing_body set kind = 'medico-social' where id = $1`, [ogec]);
    expect((await name(officer)).body.code).toBe('role.may-not');
    expect((await name(manager)).status).toBe(201);
  });
});

describe('the code by which a head confirms on the technician’s phone', () => {
  const verify = (code: string, schoolId = school.id) =>
    house.application.get(ConfirmationCodes).verify(house.application.get(DataSource).manager, schoolId, code);
  const setCode = (who: Person, code: string) =>
    who.put('/api/v1/account/confirmation-code', { password: Builders.PASSWORD, code });

  it('says which head or deputy of the school it is', async () => {
    await setCode(head, '602917');
    const deputyId = (await name(head)).body.id;
    await teacher.put('/api/v1/session/assignment', { assignmentId: deputyId });
    await setCode(teacher, '741852');
    expect(await verify('602917')).toEqual({
      accountId: head.accountId,
      assignmentId: await assignmentOf(head.accountId),
      deputy: false,
    });
    expect(await verify('741852')).toEqual({ accountId: teacher.accountId, assignmentId: deputyId, deputy: true });
    house.setNow('2026-10-17T08:00:00Z');
    await expect(verify('741852')).rejects.toMatchObject({ code: 'order.code-wrong' });
  });

  it('of another school’s head is wrong here', async () => {
    await setCode(head, '602917');
    await expect(verify('602917', (await house.build.school()).id)).rejects.toMatchObject({ code: 'order.code-wrong' });
  });

  it('is locked after five wrong ones in the hour, even sent at once, even when the caller rolls back', async () => {
    await setCode(head, '602917');
    const dataSource = house.application.get(DataSource);
    const guess = (code: string) =>
      dataSource.transaction((manager) => house.application.get(ConfirmationCodes).verify(manager, school.id, code));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => guess(String(300_000 + n * 7))));
    const codes = outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason.code);
    expect(codes.filter((code) => code === 'order.code-wrong').length).toBe(5);
    await expect(verify('602917')).rejects.toMatchObject({ code: 'order.code-locked' });
    const [logged] = await house.sql<{ n: number }>(
      `select count(*)::int as n from security_event where kind = 'confirmation-code-refused' and detail ->> 'schoolId' = $1`,
      [school.id],
    );
    expect(logged!.n).toBe(5);
    house.setNow('2026-10-06T08:01:00Z');
    expect(await verify('602917')).toMatchObject({ accountId: head.accountId });
  });

  it('used rightly, does not count', async () => {
    await setCode(head, '602917');
    for (let time = 0; time < 8; time++) await verify('602917');
    await expect(verify('111112')).rejects.toMatchObject({ code: 'order.code-wrong' });
  });
});

let inspections = 0;
function inspectionCode(): string {
  const digits = String(420_000 + ++inspections).padStart(7, '0');
  return `${digits}${'ABCDEFGHJKLMNPRSTUVWXYZ'[Number(digits) % 23]}`;
}

/** The address of the last mail sent to the teacher named. */
async function lastLetterAddress(): Promise<string | undefined> {
  const [account] = await house.sql<{ email: string }>('select email from account where id = $1', [teacher.accountId]);
  const letters = await lettersTo(house, account!.email);
  if (!letters.at(-1)?.body.includes('adjoint')) throw new Error('the deputy was not told');
  return account!.email;
}
