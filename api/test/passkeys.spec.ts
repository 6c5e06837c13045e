import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import { type Forged, SoftPasskey } from './harness/passkey.js';
import type { Answer, Person } from './harness/person.js';

/** Fingerprint or face on an enrolled phone: registered with the password, proven to the server, ended with the phone. */
const ORIGIN = 'https://parc.exemple.fr';

let house: House;
let technician: Person;
let phone: Phone;

beforeAll(async () => {
  house = await House.open({ PUBLIC_URL: ORIGIN });
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow(House.START);
  await house.arrange('delete from sign_in_try');
  await house.arrange('delete from sign_in_window');
  technician = await house.person('technician');
  phone = await enrolled(technician);
});

interface Phone {
  id: string;
  cookie: Record<string, string>;
}

async function enrolled(person: Person, cookie: Record<string, string> = {}): Promise<Phone> {
  const phoneKey = randomBytes(32).toString('base64');
  const body = { kind: 'android', password: Builders.PASSWORD, phoneKey };
  const answer = await person.post('/api/v1/phones', body, { headers: cookie });
  const device = /__Host-parc_phone=([\w-]+)/.exec(String(answer.headers['set-cookie']))![1]!;
  return { id: answer.body.id, cookie: { cookie: `__Host-parc_phone=${device}` } };
}

const passkey = () => new SoftPasskey(ORIGIN);
const askWith = (person: Person, password: string, { id, cookie } = phone): Promise<Answer> =>
  person.post(`/api/v1/phones/${id}/passkey/challenge`, { password }, { headers: cookie });
const asks = async (person: Person, at = phone): Promise<string> =>
  (await askWith(person, Builders.PASSWORD, at)).body.challenge;
const register = (person: Person, body: object, { id, cookie } = phone): Promise<Answer> =>
  person.post(`/api/v1/phones/${id}/passkey`, body, { headers: cookie });
const asksToEnter = ({ id }: Pick<SoftPasskey, 'id'>, { cookie } = phone): Promise<Answer> =>
  house.nobody().post('/api/v1/session/passkey/challenge', { ids: [id.toString('base64url')] }, { headers: cookie });
const enter = (body: object, { cookie } = phone): Promise<Answer> =>
  house.nobody().post('/api/v1/session/passkey', body, { headers: cookie });

/** A passkey that stands on the phone. */
async function standing(): Promise<SoftPasskey> {
  const own = passkey();
  expect((await register(technician, own.attests(await asks(technician)))).status).toBe(204);
  return own;
}
const challenged = async (own: Pick<SoftPasskey, 'id'>): Promise<string> => (await asksToEnter(own)).body.challenge;
const kept = async (id = phone.id) =>
  (await house.sql<{ passkey_id: Buffer | null }>('select * from phone where id = $1', [id]))[0]!;

describe('a passkey', () => {
  it('is registered on the phone itself, and stands in the list until it is taken back', async () => {
    const own = await standing();
    const listed = async () => (await technician.get('/api/v1/phones', phone.cookie)).body.items;
    expect(await listed()).toMatchObject([{ passkey: true, here: true }]);
    expect((await kept()).passkey_id).toEqual(own.id);
    expect((await technician.delete(`/api/v1/phones/${phone.id}/passkey`)).status).toBe(204);
    expect(await listed()).toMatchObject([{ passkey: false }]);
    const events = await house.sql<{ kind: string }>(
      `select kind from security_event where account_id = $1 and kind like 'passkey%' order by at, id`,
      [technician.accountId],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['passkey-registered', 'passkey-ended']);
  });

  it.each<[string, Forged]>([
    ['for another address', { origin: 'https://parc.exemple.fr.voleur.example' }],
    ['for another host', { host: 'voleur.example' }],
    ['with another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['without a finger', { flags: 1 + 64 }],
    ['by what would only enter', { type: 'webauthn.get' }],
  ])('is not registered %s', async (_what, forged) => {
    const answer = await register(technician, passkey().attests(await asks(technician), forged));
    expect(answer).toMatchObject({ status: 403, body: { code: 'passkey.refused' } });
    expect((await kept()).passkey_id).toBeNull();
  });

  it('is registered once a challenge, within its time, with the password', async () => {
    expect((await askWith(technician, 'faux')).body.code).toBe('account.password-wrong');
    const challenge = await asks(technician);
    const other = new SoftPasskey('https://voleur.example');
    expect((await register(technician, other.attests(challenge))).body.code).toBe('passkey.refused');
    expect((await register(technician, passkey().attests(challenge))).body.code).toBe('passkey.refused');
    const late = passkey().attests(await asks(technician));
    house.setNow('2026-10-06T07:02:05Z');
    expect((await register(technician, late)).body.code).toBe('passkey.refused');
    expect((await kept()).passkey_id).toBeNull();
    expect((await register(technician, passkey().attests(await asks(technician)))).status).toBe(204);
  });

  it('is nobody else’s to register, and on no other phone', async () => {
    const other = await house.person('technician');
    expect((await askWith(other, Builders.PASSWORD)).body.code).toBe('phone.not-found');
    const nowhere = { id: phone.id, cookie: {} };
    expect((await askWith(technician, Builders.PASSWORD, nowhere)).body.code).toBe('phone.elsewhere');
    const elsewhere = await enrolled(technician);
    const challenge = await asks(technician, elsewhere);
    const crossed = { id: phone.id, cookie: elsewhere.cookie };
    expect((await register(technician, passkey().attests(challenge), crossed)).body.code).toBe('phone.elsewhere');
    const theirs = await enrolled(other, phone.cookie);
    // What one of two has asked for registers nothing for the other.
    expect((await register(other, passkey().attests(await asks(technician)), theirs)).body.code).toBe(
      'passkey.refused',
    );
    const twice = await standing();
    expect((await register(other, twice.attests(await asks(other, theirs)), theirs)).body.code).toBe('passkey.refused');
  });

  it('leaves none of it in the history', async () => {
    await challenged(await standing());
    const rows = await house.sql<{ after: object }>('select after from history where row_id = $1', [phone.id]);
    const names = new Set(rows.flatMap(({ after }) => Object.keys(after)));
    expect([...names].filter((name) => /passkey_(id|key|uses)|challenge/.test(name))).toEqual([]);
    expect(names).toContain('passkey_at');
  });
});

describe('entering by it', () => {
  it('opens a session as the password does, each time anew', async () => {
    const own = await standing();
    const entered = await enter(own.signs(await challenged(own)));
    expect(entered).toMatchObject({ status: 201, body: { account: { id: technician.accountId } } });
    expect(String(entered.headers['set-cookie'])).toMatch(/__Host-parc_session=[\w-]{43};.*Secure; SameSite=Strict/);
    expect((await enter(own.signs(await challenged(own)))).status).toBe(201);
  });

  it.each<[string, Forged]>([
    ['for another address', { origin: 'https://voleur.example' }],
    ['for another host', { host: 'voleur.example' }],
    ['with another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['without a finger', { flags: 1 }],
    ['by what would only register', { type: 'webauthn.create' }],
    ['by one that was used before', { uses: 1 }],
  ])('is refused %s, and takes the challenge along', async (what, forged) => {
    const own = await standing();
    if (what.includes('used before')) {
      await enter(own.signs(await challenged(own)));
      await enter(own.signs(await challenged(own)));
    }
    const challenge = await challenged(own);
    expect(await enter(own.signs(challenge, forged))).toMatchObject({ status: 403, body: { code: 'passkey.refused' } });
    expect((await enter(own.signs(challenge))).body.code).toBe('passkey.refused');
    expect((await enter(own.signs(await challenged(own)))).status).toBe(201);
  });

  it('is refused for a signature that is sent again, is old, or another’s', async () => {
    const own = await standing();
    const signed = own.signs(await challenged(own));
    expect((await enter(signed)).status).toBe(201);
    expect((await enter(signed)).body.code).toBe('passkey.refused');
    const late = own.signs(await challenged(own));
    house.setNow('2026-10-06T07:02:05Z');
    expect((await enter(late)).body.code).toBe('passkey.refused');
    const forged = new SoftPasskey(ORIGIN, own.id);
    for (let use = 0; use < 5; use += 1) forged.signs('');
    expect((await enter(forged.signs(await challenged(own)))).body.code).toBe('passkey.refused');
    expect((await enter(passkey().signs(await challenged(own)))).body.code).toBe('passkey.refused');
    // A challenge that was asked to register enters nobody.
    expect((await enter(own.signs(await asks(technician)))).body.code).toBe('passkey.refused');
  });

  it('sent eight times at once opens one session', async () => {
    const own = await standing();
    const signed = own.signs(await challenged(own));
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(signed)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(7).fill(403)]);
  });

  it('is another device’s for nobody, nor one’s that has none', async () => {
    const own = await standing();
    const elsewhere = await enrolled(technician);
    expect((await asksToEnter(passkey())).body.code).toBe('passkey.refused');
    expect((await asksToEnter(own, elsewhere)).body.code).toBe('passkey.refused');
    expect((await asksToEnter(own, { id: '', cookie: {} })).body.code).toBe('passkey.refused');
    const challenge = await challenged(own);
    expect((await enter(own.signs(challenge), elsewhere)).body.code).toBe('passkey.refused');
    expect((await enter(own.signs(challenge), { id: '', cookie: {} })).body.code).toBe('passkey.refused');
  });

  it('ends with the phone that is lost, and with an account that is closed', async () => {
    const own = await standing();
    const signed = own.signs(await challenged(own));
    const desk = await house.signIn((await emailOf(technician))!);
    expect((await desk.delete(`/api/v1/phones/${phone.id}`)).status).toBe(204);
    expect((await enter(signed)).body.code).toBe('passkey.refused');
    expect((await asksToEnter(own)).body.code).toBe('passkey.refused');
    expect(await kept()).toMatchObject({ passkey_id: null, passkey_key: null, challenge: null });
    await expect(
      house.arrange(
        `update phone set passkey_id = $2, passkey_key = $2, passkey_uses = 0, passkey_at = now() where id = $1`,
        [phone.id, randomBytes(32)],
      ),
    ).rejects.toThrow(/phone_passkey_ends/);
    phone = await enrolled(desk);
    const next = passkey();
    await register(desk, next.attests(await asks(desk)));
    const late = next.signs(await challenged(next));
    await house.arrange('update account set active = false where id = $1', [technician.accountId]);
    expect((await enter(late)).body.code).toBe('passkey.refused');
  });

  it('is slowed down when it is guessed at', async () => {
    const own = await standing();
    const codes: string[] = [];
    for (let guess = 0; guess < 7; guess += 1)
      codes.push((await enter(own.signs(await challenged(own), { flags: 1 }))).body.code);
    expect(codes).toEqual([...Array<string>(6).fill('passkey.refused'), 'session.throttled']);
  });
});

const emailOf = async ({ accountId }: Person) =>
  (await house.sql<{ email: string }>('select email from account where id = $1', [accountId]))[0]?.email;
