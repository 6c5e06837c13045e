import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hashSecret, NOBODYS_HASH } from '../src/identity/credentials.js';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let schoolId: string;

beforeAll(async () => {
  house = await House.open();
  schoolId = (await house.build.school()).id;
});
afterAll(() => house.close());
beforeEach(() => house.setNow(House.START));

interface Attempt {
  email: string;
  password?: string;
  from?: string;
  cookie?: string;
  headers?: Record<string, string>;
}

function tryToEnter({ email, password = Builders.PASSWORD, from = '192.0.2.1', cookie, headers = {} }: Attempt) {
  return house.application.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email, password },
    remoteAddress: from,
    headers,
    ...(cookie ? { cookies: { parc_session: cookie } } : {}),
  });
}

const teacher = () => house.build.account('teacher', { school_id: schoolId });
const stillIn = async (person: Person) => (await person.get('/api/v1/session')).status === 200;

function minutesLater(minutes: number): void {
  house.setNow(new Date(new Date(House.START).getTime() + minutes * 60_000).toISOString());
}

describe('entering', () => {
  it('gives a new token each time, and never adopts one that was known before', async () => {
    const { email } = await teacher();
    const planted = 'A'.repeat(43);
    const answer = await tryToEnter({ email, cookie: planted });
    const cookie = answer.cookies.find(({ name }) => name === 'parc_session')!;
    expect(answer.statusCode).toBe(201);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(cookie.value).not.toBe(planted);
    const again = (await tryToEnter({ email })).cookies[0]!.value;
    expect(again).not.toBe(cookie.value);
  });

  it('ends the session the browser had before: the last person is not left behind on a shared computer', async () => {
    const first = await house.signIn((await teacher()).email);
    await tryToEnter({ email: (await teacher()).email, cookie: first.token! });
    expect(await stillIn(first)).toBe(false);
  });

  it('marks the cookie Secure when people come by https', async () => {
    const secure = await House.open({ PUBLIC_URL: 'https://parc.exemple.fr' });
    const { id } = await secure.build.school();
    const { email } = await secure.build.account('teacher', { school_id: id });
    const answer = await secure.application.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { email, password: Builders.PASSWORD },
    });
    expect(answer.cookies[0]).toMatchObject({ secure: true });
    await secure.close();
  });

  it('is refused to a page of another site, whatever a form can send', async () => {
    const { email } = await teacher();
    const form = `email=${encodeURIComponent(email)}&password=${Builders.PASSWORD}`;
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await house.application.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: form,
        headers: { 'content-type': type },
      });
      expect(answer.statusCode).toBe(415);
    }
    const crossSite = await tryToEnter({ email, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(crossSite.json()).toMatchObject({ status: 403, code: 'session.csrf' });
  });

  it('needs a role that holds today', async () => {
    const { email } = await house.build.account('teacher', { school_id: schoolId, from_day: '2026-10-07' });
    expect((await tryToEnter({ email })).statusCode).toBe(401);
  });
});

describe('a session', () => {
  it('refuses a write without its own CSRF token, with every type of content', async () => {
    const person = await house.signIn((await teacher()).email);
    const other = await house.signIn((await teacher()).email);
    for (const type of [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      for (const token of ['', 'wrong', other.session!.csrfToken]) {
        const answer = await house.application.inject({
          method: 'POST',
          url: '/api/v1/session/extend',
          payload: type === 'application/json' ? '{}' : '',
          headers: { 'content-type': type, ...(token ? { 'x-csrf-token': token } : {}) },
          cookies: { parc_session: person.token! },
        });
        expect([403, 415]).toContain(answer.statusCode);
        if (answer.statusCode === 403) expect(answer.json().code).toBe('session.csrf');
      }
    }
  });

  it('closes twelve hours after it opened, however busy', async () => {
    const person = await house.signIn((await teacher()).email);
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      minutesLater(minutes);
      expect(await stillIn(person)).toBe(true);
    }
    minutesLater(12 * 60 + 1);
    expect(await stillIn(person)).toBe(false);
  });

  it('dies with a new password, but for the one that changed it', async () => {
    const { email } = await teacher();
    const here = await house.signIn(email);
    const elsewhere = await house.signIn(email);
    const words = { currentPassword: Builders.PASSWORD, newPassword: 'gomme, équerre et compas' };
    expect((await here.put('/api/v1/account/password', words)).status).toBe(204);
    expect(await stillIn(here)).toBe(true);
    expect(await stillIn(elsewhere)).toBe(false);
    expect((await tryToEnter({ email })).statusCode).toBe(401);
    expect((await tryToEnter({ email, password: words.newPassword })).statusCode).toBe(201);
  });

  it('is judged again by a list, even when it was read a moment ago', async () => {
    const { id, email } = await house.build.account('plan-manager');
    const manager = await house.signIn(email);
    expect((await manager.get('/api/v1/accounts')).status).toBe(200);
    // Behind this server's back, as another replica would.
    await house.arrange('update session set ended_at = now() where account_id = $1', [id]);
    expect(await manager.get('/api/v1/accounts')).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });

  it('ends with the assignment it acts under', async () => {
    const { id, email } = await teacher();
    const person = await house.signIn(email);
    await house.arrange('update assignment set to_day = $2 where account_id = $1', [id, '2026-10-06']);
    expect(await stillIn(person)).toBe(false);
  });
});

describe('guessing passwords', () => {
  it('is slowed down per account and address, which locks nobody out elsewhere', async () => {
    const { email } = await teacher();
    for (let guess = 0; guess < 6; guess++) {
      expect((await tryToEnter({ email, password: `devinette ${guess}`, from: '192.0.2.66' })).statusCode).toBe(401);
    }
    const paused = await tryToEnter({ email, from: '192.0.2.66' });
    expect(paused.json()).toMatchObject({ status: 429, code: 'session.throttled' });
    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await tryToEnter({ email, from: '192.0.2.67' })).statusCode).toBe(201);
    expect((await tryToEnter({ email: (await teacher()).email, from: '192.0.2.66' })).statusCode).toBe(201);
    minutesLater(2);
    expect((await tryToEnter({ email, from: '192.0.2.66' })).statusCode).toBe(201);
  });

  it('counts guesses that come all at once', async () => {
    const { email } = await teacher();
    const guesses = Array.from({ length: 60 }, (_, guess) =>
      tryToEnter({ email, password: `devinette ${guess}`, from: '192.0.2.70' }),
    );
    const judged = (await Promise.all(guesses)).filter(({ statusCode }) => statusCode === 401);
    expect(judged.length).toBeLessThanOrEqual(6);
  });

  it('is slowed down per address, whatever the accounts', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 70; guess++) {
      statuses.push((await tryToEnter({ email: `inconnu-${guess}@exemple.fr`, from: '192.0.2.80' })).statusCode);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });

  it('does not tell an account that exists from one that does not', async () => {
    const { email } = await teacher();
    const closed = await house.build.account('teacher', { school_id: schoolId });
    await house.arrange('update account set active = false where id = $1', [closed.id]);
    const answers = await Promise.all([
      tryToEnter({ email, password: 'pas le bon mot', from: '192.0.2.90' }),
      tryToEnter({ email: 'personne@exemple.fr', password: 'pas le bon mot', from: '192.0.2.91' }),
      tryToEnter({ email: closed.email, from: '192.0.2.92' }),
    ]);
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    // The same work is done: nobody's hash costs what a password's does.
    const cost = (hash: string) => hash.split('$').slice(1, 4).join('$');
    expect(cost(NOBODYS_HASH)).toBe(cost(await hashSecret('un mot de passe')));
  });

  it('leaves no password and no address in the security log', async () => {
    await tryToEnter({ email: 'trace@exemple.fr', password: 'secret-de-trace', from: '192.0.2.93' });
    const rows = await house.sql<{ row: string }>('select to_jsonb(e)::text as row from security_event e');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => /trace@|secret-de-trace|192\.0\.2/.test(row))).toBe(false);
  });
});
