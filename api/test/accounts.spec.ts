import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import { allAtOnce, askReset, lettersTo, linkSentTo, readLink, useLink } from './harness/letters.js';
import type { Person } from './harness/person.js';

let house: House;
let administrator: Person;
let manager: Person;
let schoolId: string;

const PASSWORD = 'gomme, équerre et compas';

beforeAll(async () => {
  house = await House.open({ PUBLIC_URL: 'https://parc.exemple.fr/' });
  schoolId = (await house.build.school({ name: 'École des Érables' })).id;
  administrator = await house.person('administrator');
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());
beforeEach(() => house.setNow(House.START));

let count = 0;
function invitation(change: Record<string, unknown> = {}) {
  return {
    email: `invitee-${++count}@exemple.fr`,
    name: 'Camille Besson',
    role: 'teacher',
    scopeId: schoolId,
    fromDay: '2026-10-06',
    ...change,
  };
}

describe('an invitation', () => {
  it('opens an account by a link that sets the password once', async () => {
    const invited = invitation();
    const { status, body } = await manager.post('/api/v1/accounts', invited);
    expect(status).toBe(201);
    expect((await administrator.get(`/api/v1/accounts/${body.id}`)).body).toMatchObject({
      invited: true,
      active: true,
      assignments: [{ role: 'teacher', current: true }],
    });

    const token = await linkSentTo(house, invited.email);
    expect((await readLink(house, token)).body).toEqual({ kind: 'invitation', name: 'Camille Besson' });
    expect((await useLink(house, token, PASSWORD)).status).toBe(204);
    expect((await house.signIn(invited.email, PASSWORD)).session).toMatchObject({ assignment: { role: 'teacher' } });
    expect(await useLink(house, token, 'un autre mot de passe')).toMatchObject({
      status: 410,
      body: { code: 'account.link-unusable' },
    });
    expect((await administrator.get(`/api/v1/accounts/${body.id}`)).body.invited).toBe(false);
  });

  it('works for fourteen days, and the newest only', async () => {
    const invited = invitation();
    const { id } = (await manager.post('/api/v1/accounts', invited)).body;
    const first = await linkSentTo(house, invited.email);
    expect((await manager.post(`/api/v1/accounts/${id}/invite`)).status).toBe(200);
    const second = await linkSentTo(house, invited.email);
    expect((await readLink(house, first)).status).toBe(410);
    house.setNow('2026-10-20T06:59:00Z');
    expect((await readLink(house, second)).status).toBe(200);
    house.setNow('2026-10-20T07:01:00Z');
    expect(await useLink(house, second, PASSWORD)).toMatchObject({
      status: 410,
      body: { code: 'account.link-unusable' },
    });
  });

  it('keeps the link until the password is good', async () => {
    const invited = invitation();
    await manager.post('/api/v1/accounts', invited);
    const token = await linkSentTo(house, invited.email);
    for (const weak of ['court', invited.email, 'aaaaaaaaaaaaaaaa']) {
      expect(await useLink(house, token, weak)).toMatchObject({ status: 422, body: { code: 'account.password-weak' } });
    }
    expect((await useLink(house, token, PASSWORD)).status).toBe(204);
  });

  it('of a plan manager is for school roles only, of the administrator for all', async () => {
    const asManager = invitation({ role: 'technician', scopeId: null });
    expect(await manager.post('/api/v1/accounts', asManager)).toMatchObject({
      status: 403,
      body: { code: 'role.may-not' },
    });
    expect(await lettersTo(house, asManager.email)).toEqual([]);
    expect(
      (await administrator.post('/api/v1/accounts', invitation({ role: 'technician', scopeId: null }))).status,
    ).toBe(201);
  });

  it('asks for a scope that fits the role, and assigns nothing the form does not offer', async () => {
    expect(await administrator.post('/api/v1/accounts', invitation({ scopeId: null }))).toMatchObject({
      status: 422,
      body: { code: 'account.scope-wrong' },
    });
    expect(await administrator.post('/api/v1/accounts', invitation({ role: 'commune-officer' }))).toMatchObject({
      status: 422,
      body: { code: 'account.scope-wrong' },
    });
    expect(await administrator.post('/api/v1/accounts', invitation({ role: 'committee' }))).toMatchObject({
      status: 422,
      body: { code: 'account.scope-wrong' },
    });
    for (const extra of [
      { active: false },
      { mayCertify: true },
      { passwordHash: 'x' },
      { schoolId },
      { deputyOfId: schoolId },
    ]) {
      const refused = await manager.post('/api/v1/accounts', invitation(extra));
      expect(refused).toMatchObject({
        status: 400,
        body: { code: 'request.invalid', fields: [{ name: Object.keys(extra)[0] }] },
      });
    }
  });

  it('to a known address is refused, and half nothing is done', async () => {
    const invited = invitation();
    await manager.post('/api/v1/accounts', invited);
    const again = await manager.post('/api/v1/accounts', { ...invited, email: invited.email.toUpperCase() });
    expect(again).toMatchObject({ status: 409, body: { code: 'account.email-taken' } });
    expect((await lettersTo(house, invited.email)).length).toBe(1);
  });

  it('repeated with its key answers as the first time; the same key of somebody else is another', async () => {
    const invited = invitation();
    const first = await manager.post('/api/v1/accounts', invited, { key: 'une-cle-bien-a-elle' });
    expect((await manager.post('/api/v1/accounts', invited, { key: 'une-cle-bien-a-elle' })).body).toEqual(first.body);
    expect(await administrator.post('/api/v1/accounts', invited, { key: 'une-cle-bien-a-elle' })).toMatchObject({
      status: 409,
      body: { code: 'account.email-taken' },
    });
  });
});

describe('everybody’s accounts', () => {
  it('are found by name without accents, by role and by school', async () => {
    await manager.post('/api/v1/accounts', invitation({ name: 'Zoé Écharpe', role: 'school-head' }));
    const found = await manager.get(
      `/api/v1/accounts?search=zoe%20echarpe&role=school-head&schoolId=${schoolId}&active=true`,
    );
    expect(found.body).toMatchObject({
      total: 1,
      items: [{ name: 'Zoé Écharpe', invited: true, roles: [{ role: 'school-head', deputy: false }] }],
    });
    expect((await manager.get('/api/v1/accounts?search=%25')).body.total).toBe(0);
    expect((await manager.get('/api/v1/accounts/scopes?role=teacher&search=erables')).body.items).toMatchObject([
      { id: schoolId },
    ]);
    expect((await manager.get('/api/v1/accounts/scopes?role=commune-officer')).body.items).toEqual([]);
  });

  it('are deactivated at once, with whatever could bring them back', async () => {
    const { id, email } = await house.build.account('teacher', { school_id: schoolId });
    const person = await house.signIn(email);
    await askReset(house, email);
    const token = await linkSentTo(house, email);
    expect(await manager.post(`/api/v1/accounts/${id}/deactivate`, undefined, { version: 1 })).toMatchObject({
      status: 403,
    });
    expect(await administrator.post(`/api/v1/accounts/${id}/deactivate`, undefined, { version: 9 })).toMatchObject({
      status: 412,
    });
    expect((await administrator.post(`/api/v1/accounts/${id}/deactivate`, undefined, { version: 1 })).body).toEqual({
      id,
      version: 2,
    });
    expect((await person.get('/api/v1/session')).status).toBe(204);
    expect((await useLink(house, token, PASSWORD)).status).toBe(410);
    await expect(house.signIn(email)).rejects.toThrow('401');
    expect((await administrator.post(`/api/v1/accounts/${id}/invite`)).body.code).toBe('account.inactive');
    expect((await administrator.post(`/api/v1/accounts/${id}/reactivate`, undefined, { version: 2 })).status).toBe(200);
    expect((await house.signIn(email)).session).not.toBeNull();
  });

  it('keep a last administrator, even when two leave at the same moment', async () => {
    const own = await House.open();
    const one = await own.person('administrator');
    const two = await own.person('administrator');
    const leave = (who: Person, whom: Person) =>
      who.post(`/api/v1/accounts/${whom.accountId}/deactivate`, undefined, { version: 1 });
    const answers = await allAtOnce(own, 'security_event', () => Promise.all([leave(one, two), leave(two, one)]));
    const [{ left }] = (await own.sql<{ left: number }>('select count(*)::int as left from account where active')) as [
      { left: number },
    ];
    expect(left).toBe(1);
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    const remaining = answers[0]!.status === 200 ? one : two;
    expect((await leave(remaining, remaining)).body.code).toBe('account.last-administrator');
    await own.close();
  });

  it('tell the former address when the administrator corrects it, and void the links sent there', async () => {
    const invited = invitation();
    const { id } = (await manager.post('/api/v1/accounts', invited)).body;
    const token = await linkSentTo(house, invited.email);
    const corrected = await administrator.put(
      `/api/v1/accounts/${id}`,
      { email: `nouvelle-${count}@exemple.fr`, name: 'Camille Besson' },
      { version: 1 },
    );
    expect(corrected.body).toEqual({ id, version: 2 });
    expect((await lettersTo(house, invited.email)).at(-1)!.subject).toBe('L’adresse de votre compte a changé');
    expect((await readLink(house, token)).status).toBe(410);
  });

  it('are nobody else’s business', async () => {
    const head = await house.person('school-head', { school_id: schoolId });
    for (const url of [
      '/api/v1/accounts',
      `/api/v1/accounts/${head.accountId}`,
      '/api/v1/accounts/scopes?role=teacher',
    ]) {
      expect((await head.get(url)).status).toBe(403);
      expect((await house.nobody().get(url)).status).toBe(401);
    }
  });
});
