import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LIMITS } from '../src/platform/limits.js';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import { allAtOnce, askReset, lettersTo, linkSentTo, readLink, useLink } from './harness/letters.js';

let house: House;
let schoolId: string;

const PASSWORD = 'gomme, équerre et compas';

beforeAll(async () => {
  house = await House.open({ PUBLIC_URL: 'https://parc.exemple.fr/' });
  schoolId = (await house.build.school({ name: 'École des Érables' })).id;
});
afterAll(() => house.close());
beforeEach(() => house.setNow(House.START));

describe('a forgotten password', () => {
  it('is replaced by a link that works once, within two hours, and signs out everywhere', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    const signedIn = await house.signIn(email);
    expect((await askReset(house, email)).statusCode).toBe(204);
    const token = await linkSentTo(house, email);
    expect((await useLink(house, token, PASSWORD)).status).toBe(204);
    expect((await signedIn.get('/api/v1/session')).status).toBe(204);
    expect((await house.signIn(email, PASSWORD)).session).not.toBeNull();
    expect((await useLink(house, token, 'encore un autre mot')).status).toBe(410);
    expect((await lettersTo(house, email)).at(-1)!.subject).toBe('Votre mot de passe a changé');

    await askReset(house, email);
    house.setNow('2026-10-06T09:01:00Z');
    expect((await readLink(house, await linkSentTo(house, email))).status).toBe(410);
  });

  it('answers the same whether the account exists or not', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    const closed = await house.build.account('teacher', { school_id: schoolId });
    await house.arrange('update account set active = false where id = $1', [closed.id]);
    const answers = await Promise.all([
      askReset(house, email),
      askReset(house, 'personne-du-tout@exemple.fr'),
      askReset(house, closed.email),
    ]);
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode}${body}`))).toEqual(new Set(['204']));
    expect(await lettersTo(house, closed.email)).toEqual([]);
  });

  it('does not flood a mailbox: three links an hour, however many ask at once', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    await allAtOnce(house, 'mail', () => Promise.all(Array.from({ length: 9 }, () => askReset(house, email))));
    expect((await lettersTo(house, email)).length).toBe(3);
    house.setNow('2026-10-06T08:01:00Z');
    await askReset(house, email);
    expect((await lettersTo(house, email)).length).toBe(4);
  });

  it('is slowed down for one who asks for many', async () => {
    const statuses: number[] = [];
    for (let ask = 0; ask <= LIMITS.link.resetsPerAddress.most; ask++) {
      const answer = await house.application.inject({
        method: 'POST',
        url: '/api/v1/password-links',
        payload: { email: `qui-${ask}@exemple.fr` },
        remoteAddress: '203.0.113.9',
      });
      statuses.push(answer.statusCode);
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([204, 429]);
  });

  it('makes its link from the settings, never from the Host a request names, and keeps the token out of any Referer', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    await askReset(house, email, {
      host: 'pirate.exemple',
      'x-forwarded-host': 'pirate.exemple',
      origin: 'https://pirate.exemple',
    });
    const [letter] = await lettersTo(house, email);
    expect(letter!.body).toContain('https://parc.exemple.fr/mot-de-passe#');
    expect(letter!.body).not.toContain('pirate');
  });

  it('keeps only the hash of the token', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    await askReset(house, email);
    const token = await linkSentTo(house, email);
    const rows = await house.sql<{ row: string }>('select to_jsonb(l)::text as row from credential_link l');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('one’s own account', () => {
  it('changes its password only with the present one, which cannot be guessed', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId });
    const person = await house.signIn(email);
    const change = (currentPassword: string, newPassword = PASSWORD) =>
      person.put('/api/v1/account/password', { currentPassword, newPassword });
    expect(await change(Builders.PASSWORD, 'trop court')).toMatchObject({
      status: 422,
      body: { code: 'account.password-weak' },
    });
    expect(await change(Builders.PASSWORD, 'Motdepasse2026')).toMatchObject({
      status: 422,
      body: { code: 'account.password-common' },
    });
    for (let guess = 0; guess < 6; guess++)
      expect((await change(`devinette ${guess}`)).body.code).toBe('account.password-wrong');
    expect((await change(Builders.PASSWORD)).body.code).toBe('session.throttled');
  });

  it('holds a confirmation code for heads alone, neither repeated nor in a row', async () => {
    const head = await house.person('school-head', { school_id: schoolId });
    const set = (code: string, password = Builders.PASSWORD) =>
      head.put('/api/v1/account/confirmation-code', { password, code });
    expect((await head.get('/api/v1/account')).body).toMatchObject({
      hasConfirmationCode: false,
      maySetConfirmationCode: true,
    });
    for (const weak of ['12345', '000000', '123456', '987654', '12a456'])
      expect((await set(weak)).body.code).toBe('account.code-weak');
    expect((await set('602917', 'pas le bon')).body.code).toBe('account.password-wrong');
    expect((await set('602917')).status).toBe(204);
    expect((await head.get('/api/v1/account')).body.hasConfirmationCode).toBe(true);
    const teacher = await house.person('teacher', { school_id: schoolId });
    expect(
      await teacher.put('/api/v1/account/confirmation-code', { password: Builders.PASSWORD, code: '602917' }),
    ).toMatchObject({ status: 403, body: { code: 'role.may-not' } });
  });
});
