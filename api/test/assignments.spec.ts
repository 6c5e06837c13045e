import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { lettersTo } from './harness/letters.js';
import type { Person } from './harness/person.js';

let house: House;
let administrator: Person;
let manager: Person;
let schoolId: string;

beforeAll(async () => {
  house = await House.open();
  schoolId = (await house.build.school({ name: 'École des Érables' })).id;
  administrator = await house.person('administrator');
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const grant = (who: Person, accountId: string, change: Record<string, unknown> = {}) =>
  who.post(`/api/v1/accounts/${accountId}/assignments`, {
    role: 'teacher',
    scopeId: schoolId,
    fromDay: '2026-10-06',
    ...change,
  });
const end = (who: Person, assignmentId: string, lastDay?: string) =>
  who.post(`/api/v1/assignments/${assignmentId}/end`, lastDay ? { lastDay } : {});
const somebody = () => house.build.account('committee');

describe('giving a role', () => {
  it('adds it to the person’s choice, and tells them', async () => {
    const { id, email } = await somebody();
    expect((await grant(manager, id, { lastDay: '2027-07-02' })).status).toBe(201);
    const person = await house.signIn(email);
    expect(person.session).toMatchObject({ assignments: [{ role: 'committee' }, { role: 'teacher' }] });
    expect((await lettersTo(house, email)).at(-1)!.body).toContain('Enseignant, École des Érables');
    const page = (await manager.get(`/api/v1/accounts/${id}`)).body;
    expect(page.assignments[0]).toMatchObject({
      role: 'teacher',
      fromDay: '2026-10-06',
      lastDay: '2027-07-02',
      mayEnd: true,
    });
    expect(page.assignments[1]).toMatchObject({ role: 'committee', mayEnd: false });
  });

  it('is never to oneself', async () => {
    expect(await grant(administrator, administrator.accountId)).toMatchObject({
      status: 403,
      body: { code: 'account.own-role' },
    });
    expect(await grant(manager, manager.accountId)).toMatchObject({ status: 403, body: { code: 'account.own-role' } });
  });

  it('is, for a plan manager, of school roles only', async () => {
    const { id } = await somebody();
    for (const role of ['plan-manager', 'administrator', 'technician']) {
      expect(await grant(manager, id, { role, scopeId: null })).toMatchObject({
        status: 403,
        body: { code: 'role.may-not' },
      });
    }
  });

  it('is refused twice over, in the wrong order of dates, to a stranger, to a closed account', async () => {
    const { id } = await somebody();
    await grant(manager, id);
    expect((await grant(manager, id, { fromDay: '2026-12-01' })).body.code).toBe('account.already-holds');
    expect((await grant(manager, id, { role: 'school-head', lastDay: '2026-10-05' })).body.fields[0].name).toBe(
      'lastDay',
    );
    expect((await grant(manager, schoolId)).status).toBe(404);
    await house.arrange('update account set active = false where id = $1', [id]);
    expect((await grant(manager, id, { role: 'school-head' })).body.code).toBe('account.inactive');
  });

  it('tells every plan manager when it is theirs, or the delegation to certify', async () => {
    const other = await house.build.account('plan-manager');
    const { id, email } = await somebody();
    const given = await grant(administrator, id, {
      role: 'plan-manager',
      scopeId: null,
      delegationDecision: 'Arrêté 2026-41',
    });
    expect(given.status).toBe(201);
    for (const address of [other.email, email]) {
      expect((await lettersTo(house, address)).map(({ body }) => body).join()).toContain(
        'certifier le service fait (Arrêté 2026-41)',
      );
    }
    expect((await house.signIn(email)).session).toMatchObject({
      assignments: [{}, { role: 'plan-manager', mayCertify: true }],
    });
    expect(
      (await grant(administrator, (await somebody()).id, { delegationDecision: 'Arrêté 2026-42' })).body.fields[0].name,
    ).toBe('delegationDecision');
  });
});

describe('taking a role away', () => {
  it('signs out whoever acts under it, at once, and nobody else', async () => {
    const { id, email } = await somebody();
    const assignmentId = (await grant(manager, id)).body.id;
    const asTeacher = await house.signIn(email);
    await asTeacher.put('/api/v1/session/assignment', { assignmentId });
    const asCommittee = await house.signIn(email);
    expect((await end(manager, assignmentId)).status).toBe(200);
    expect((await asTeacher.get('/api/v1/session')).status).toBe(204);
    // Ended for good, not only out of dates: the same role given again brings no old session back.
    const [left] = await house.sql<{ open: number }>(
      'select count(*)::int as open from session where assignment_id = $1 and ended_at is null',
      [assignmentId],
    );
    expect(left!.open).toBe(0);
    expect((await asCommittee.get('/api/v1/session')).body.assignments.length).toBe(1);
    expect((await end(manager, assignmentId)).body.code).toBe('account.assignment-ended');
  });

  it('may be for a later day, which is the last one that holds', async () => {
    const { id, email } = await house.build.account('teacher', { school_id: schoolId });
    const [assignment] = await house.sql<{ id: string }>('select id from assignment where account_id = $1', [id]);
    const person = await house.signIn(email);
    expect((await end(manager, assignment!.id, '2026-10-06')).status).toBe(200);
    expect((await person.get('/api/v1/session')).status).toBe(200);
    expect((await end(manager, assignment!.id, '2026-12-31')).body.fields[0].name).toBe('lastDay');
    house.setNow('2026-10-06T22:01:00Z');
    expect((await person.get('/api/v1/session')).status).toBe(204);
    house.setNow(House.START);
  });

  it('leaves the last administrator in place, and is not the plan manager’s where giving is not', async () => {
    const [own] = await house.sql<{ id: string }>('select id from assignment where account_id = $1', [
      administrator.accountId,
    ]);
    expect((await end(manager, own!.id)).body.code).toBe('role.may-not');
    expect((await end(administrator, own!.id)).body.code).toBe('account.last-administrator');
  });
});

describe('a role that is not one’s own', () => {
  it('cannot be taken on by naming its assignment', async () => {
    const teacher = await house.person('teacher', { school_id: schoolId });
    const [foreign] = await house.sql<{ id: string }>('select id from assignment where account_id = $1', [
      manager.accountId,
    ]);
    expect((await teacher.put('/api/v1/session/assignment', { assignmentId: foreign!.id })).body.code).toBe(
      'assignment.not-yours',
    );
    const assigned = await teacher.put('/api/v1/session/assignment', {
      assignmentId: foreign!.id,
      role: 'administrator',
    });
    expect(assigned).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});
