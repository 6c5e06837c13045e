import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import { lettersTo, linkSentTo } from './harness/letters.js';
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
  return { email: `invitee-${++count}@exemple.fr`, name: 'Camille Besson', role: 'teacher', scopeId: schoolId, fromDay: '2026-10-06', ...change };
}

let askers = 0;
/** Each from an address of its own, so that only what is tested slows it down. */
function askReset(email: string, headers: Record<string, string> = {}) {
  return house.application.inject({ method: 'POST', url: '/api/v1/password-links', payload: { email }, headers, remoteAddress: `198.51.100.${++askers}` });
}

const useLink = (token: string, password = PASSWORD) => house.nobody().send('POST', '/api/v1/password-links/use', { token, password });
const readLink = (token: string) => house.nobody().send('POST', '/api/v1/password-links/read', { token });

describe('an invitation', () => {
  it('opens an account by a link that sets the password once', async () => {
    const invited = invitation();
    const { status, body } = await manager.post('/api/v1/accounts', invited);
    expect(status).toBe(201);
    expect((await administrator.get(`/api/v1/accounts/${body.id}`)).body).toMatchObject({ invited: true, active: true, assignments: [{ role: 'teacher', current: true }] });

    const token = await linkSentTo(house, invited.email);
    expect((await readLink(token)).body).toEqual({ kind: 'invitation', name: 'Camille Besson' });
    expect((await useLink(token)).status).toBe(204);
    expect((await house.signIn(invited.email, PASSWORD)).session).toMatchObject({ assignment: { role: 'teacher' } });
    expect(await useLink(token, 'un autre mot de passe')).toMatchObject({ status: 410, body: { code: 'account.link-unusable' } });
    expect((await administrator.get(`/api/v1/accounts/${body.id}`)).body.invited).toBe(false);
  });

  it('works for fourteen days, and the newest only', async () => {
    const invited = invitation();
    const { id } = (await manager.post('/api/v1/accounts', invited)).body;
    const first = await linkSentTo(house, invited.email);
    expect((await manager.post(`/api/v1/accounts/${id}/invite`)).status).toBe(200);
    const second = await linkSentTo(house, invited.email);
    expect((await readLink(first)).status).toBe(410);
    house.setNow('2026-10-20T06:59:00Z');
    expect((await readLink(second)).status).toBe(200);
    house.setNow('2026-10-20T07:01:00Z');
    expect(await useLink(second)).toMatchObject({ status: 410, body: { code: 'account.link-unusable' } });
  });

  it('keeps the link until the password is good', async () => {
    const invited = invitation();
    await manager.post('/api/v1/accounts', invited);
    const token = await linkSentTo(house, invited.email);
    for (const weak of ['court', invited.email, 'aaaaaaaaaaaaaaaa']) {
      expect(await useLink(token, weak)).toMatchObject({ status: 422, body: { code: 'account.password-weak' } });
    }
    expect((await useLink(token)).status).toBe(204);
  });

  it('of a plan manager is for school roles only, of the administrator for all', async () => {
    const asManager = invitation({ role: 'technician', scopeId: null });
    expect(await manager.post('/api/v1/accounts', asManager)).toMatchObject({ status: 403, body: { code: 'role.may-not' } });
    expect(await lettersTo(house, asManager.email)).toEqual([]);
    expect((await administrator.post('/api/v1/accounts', invitation({ role: 'technician', scopeId: null }))).status).toBe(201);
  });

  it('asks for a scope that fits the role, and assigns nothing the form does not offer', async () => {
    expect(await administrator.post('/api/v1/accounts', invitation({ scopeId: null }))).toMatchObject({ status: 422, body: { code: 'account.scope-wrong' } });
    expect(await administrator.post('/api/v1/accounts', invitation({ role: 'commune-officer' }))).toMatchObject({ status: 422, body: { code: 'account.scope-wrong' } });
    expect(await administrator.post('/api/v1/accounts', invitation({ role: 'committee' }))).toMatchObject({ status: 422, body: { code: 'account.scope-wrong' } });
    for (const extra of [{ active: false }, { mayCertify: true }, { passwordHash: 'x' }, { schoolId }, { deputyOfId: schoolId }]) {
      const refused = await manager.post('/api/v1/accounts', invitation(extra));
      expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid', fields: [{ name: Object.keys(extra)[0] }] } });
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
    expect(await administrator.post('/api/v1/accounts', invited, { key: 'une-cle-bien-a-elle' })).toMatchObject({ status: 409, body: { code: 'account.email-taken' } });
  });
});

describe('a forgotten password', () => {
  it('is replaced by a link that works once, within two hours, and signs out everywhere', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    const signedIn = await house.signIn(email);
    expect((await askReset(email)).statusCode).toBe(204);
    const token = await linkSentTo(house, email);
    expect((await useLink(token)).status).toBe(204);
    expect((await signedIn.get('/api/v1/session')).status).toBe(401);
    expect((await house.signIn(email, PASSWORD)).session).not.toBeNull();
    expect((await useLink(token, 'encore un autre mot')).status).toBe(410);
    expect((await lettersTo(house, email)).at(-1)!.subject).toBe('Votre mot de passe a changé');

    await askReset(email);
    house.setNow('2026-10-06T09:01:00Z');
    expect((await readLink(await linkSentTo(house, email))).status).toBe(410);
  });

  it('answers the same whether the account exists or not', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    const closed = await house.build.account('teacher', { school_id: schoolId });
    await house.arrange('update account set active = false where id = $1', [closed.id]);
    const answers = await Promise.all([askReset(email), askReset('personne-du-tout@exemple.fr'), askReset(closed.email)]);
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode}${body}`))).toEqual(new Set(['204']));
    expect(await lettersTo(house, closed.email)).toEqual([]);
  });

  it('does not flood a mailbox: three links an hour, however many ask at once', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    await Promise.all(Array.from({ length: 9 }, () => askReset(email)));
    expect((await lettersTo(house, email)).length).toBe(3);
    house.setNow('2026-10-06T08:01:00Z');
    await askReset(email);
    expect((await lettersTo(house, email)).length).toBe(4);
  });

  it('is slowed down for one who asks for many', async () => {
    const statuses: number[] = [];
    for (let ask = 0; ask < 8; ask++) {
      const answer = await house.application.inject({ method: 'POST', url: '/api/v1/password-links', payload: { email: `qui-${ask}@exemple.fr` }, remoteAddress: '203.0.113.9' });
      statuses.push(answer.statusCode);
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([204, 429]);
  });

  it('makes its link from the settings, never from the Host a request names, and keeps the token out of any Referer', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    await askReset(email, { host: 'pirate.exemple', 'x-forwarded-host': 'pirate.exemple', origin: 'https://pirate.exemple' });
    const [letter] = await lettersTo(house, email);
    expect(letter!.body).toContain('https://parc.exemple.fr/mot-de-passe#');
    expect(letter!.body).not.toContain('pirate');
  });

  it('keeps only the hash of the token', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    await askReset(email);
    const token = await linkSentTo(house, email);
    const rows = await house.sql<{ row: string }>('select to_jsonb(l)::text as row from credential_link l');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('one’s own account', () => {
  it('changes its password only with the present one, which cannot be guessed', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    const person = await house.signIn(email);
    const change = (currentPassword: string, newPassword = PASSWORD) => person.put('/api/v1/account/password', { currentPassword, newPassword });
    expect(await change(Builders.PASSWORD, 'trop court')).toMatchObject({ status: 422, body: { code: 'account.password-weak' } });
    for (let guess = 0; guess < 6; guess++) expect((await change(`devinette ${guess}`)).body.code).toBe('account.password-wrong');
    expect((await change(Builders.PASSWORD)).body.code).toBe('session.throttled');
  });

  it('holds a confirmation code for heads alone, neither repeated nor in a row', async () => {
    const head = await house.person('school-head', { school_id: schoolId });
    const set = (code: string, password = Builders.PASSWORD) => head.put('/api/v1/account/confirmation-code', { password, code });
    expect((await head.get('/api/v1/account')).body).toMatchObject({ hasConfirmationCode: false, maySetConfirmationCode: true });
    for (const weak of ['12345', '000000', '123456', '987654', '12a456']) expect((await set(weak)).body.code).toBe('account.code-weak');
    expect((await set('602917', 'pas le bon')).body.code).toBe('account.password-wrong');
    expect((await set('602917')).status).toBe(204);
    expect((await head.get('/api/v1/account')).body.hasConfirmationCode).toBe(true);
    const teacher = await house.person('teacher', { school_id: schoolId });
    expect(await teacher.put('/api/v1/account/confirmation-code', { password: Builders.PASSWORD, code: '602917' })).toMatchObject({ status: 403, body: { code: 'role.may-not' } });
  });
});

describe('everybody’s accounts', () => {
  it('are found by name without accents, by role and by school', async () => {
    await manager.post('/api/v1/accounts', invitation({ name: 'Zoé Écharpe', role: 'school-head' }));
    const found = await manager.get(`/api/v1/accounts?search=zoe%20echarpe&role=school-head&schoolId=${schoolId}&active=true`);
    expect(found.body).toMatchObject({ total: 1, items: [{ name: 'Zoé Écharpe', invited: true, roles: [{ role: 'school-head', deputy: false }] }] });
    expect((await manager.get('/api/v1/accounts?search=%25')).body.total).toBe(0);
    expect((await manager.get('/api/v1/accounts/scopes?role=teacher&search=erables')).body.items).toMatchObject([{ id: schoolId }]);
    expect((await manager.get('/api/v1/accounts/scopes?role=commune-officer')).body.items).toEqual([]);
  });

  it('are deactivated at once, with whatever could bring them back', async () => {
    const { id, email } = await house.build.account('teacher', { school_id: schoolId });
    const person = await house.signIn(email);
    await askReset(email);
    const token = await linkSentTo(house, email);
    expect(await manager.post(`/api/v1/accounts/${id}/deactivate`, undefined, { version: 1 })).toMatchObject({ status: 403 });
    expect(await administrator.post(`/api/v1/accounts/${id}/deactivate`, undefined, { version: 9 })).toMatchObject({ status: 412 });
    expect((await administrator.post(`/api/v1/accounts/${id}/deactivate`, undefined, { version: 1 })).body).toEqual({ id, version: 2 });
    expect((await person.get('/api/v1/session')).status).toBe(401);
    expect((await useLink(token)).status).toBe(410);
    await expect(house.signIn(email)).rejects.toThrow('401');
    expect((await administrator.post(`/api/v1/accounts/${id}/invite`)).body.code).toBe('account.inactive');
    expect((await administrator.post(`/api/v1/accounts/${id}/reactivate`, undefined, { version: 2 })).status).toBe(200);
    expect((await house.signIn(email)).session).not.toBeNull();
  });

  it('keep a last administrator, even when two leave at the same moment', async () => {
    const own = await House.open();
    const one = await own.person('administrator');
    const two = await own.person('administrator');
    const leave = (who: Person, whom: Person) => who.post(`/api/v1/accounts/${whom.accountId}/deactivate`, undefined, { version: 1 });
    const answers = await Promise.all([leave(one, two), leave(two, one)]);
    const [{ left }] = (await own.sql<{ left: number }>('select count(*)::int as left from account where active')) as [{ left: number }];
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
    const corrected = await administrator.put(`/api/v1/accounts/${id}`, { email: `nouvelle-${count}@exemple.fr`, name: 'Camille Besson' }, { version: 1 });
    expect(corrected.body).toEqual({ id, version: 2 });
    expect((await lettersTo(house, invited.email)).at(-1)!.subject).toBe('L’adresse de votre compte a changé');
    expect((await readLink(token)).status).toBe(410);
  });

  it('are nobody else’s business', async () => {
    const head = await house.person('school-head', { school_id: schoolId });
    for (const url of ['/api/v1/accounts', `/api/v1/accounts/${head.accountId}`, '/api/v1/accounts/scopes?role=teacher']) {
      expect((await head.get(url)).status).toBe(403);
      expect((await house.nobody().get(url)).status).toBe(401);
    }
  });
});
