import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 8).toString('base64');

let house: House;
let technician: Person;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow(House.START);
  technician = await house.person('technician');
});

const enrol = (person: Person, parts: { password?: string; key?: string; device?: string } = {}): Promise<Answer> => {
  const { password = Builders.PASSWORD, key = KEY, device } = parts;
  const body = { kind: 'android', password, phoneKey: key };
  return person.post('/api/v1/phones', body, { headers: cookie(device) });
};
const cookie = (device: string | undefined): Record<string, string> =>
  device === undefined ? {} : { cookie: `parc_phone=${device}` };
const deviceIn = ({ headers }: Answer): string => /parc_phone=([\w-]+)/.exec(String(headers['set-cookie']))![1]!;

describe('a phone', () => {
  it('is enrolled by who works without a network, with their password, and stands in their list', async () => {
    const enrolled = await enrol(technician);
    expect(enrolled).toMatchObject({ status: 201, body: { key: KEY } });
    expect(String(enrolled.headers['set-cookie'])).toMatch(/parc_phone=[\w-]{43};.*HttpOnly; SameSite=Strict/);
    const device = deviceIn(enrolled);
    const list = (await technician.get('/api/v1/phones', cookie(device))).body.items;
    expect(list).toEqual([expect.objectContaining({ id: enrolled.body.id, kind: 'android', here: true })]);
    expect((await technician.get('/api/v1/phones')).body.items[0].here).toBe(false);
    expect((await enrol(technician, { password: 'faux' })).body.code).toBe('account.password-wrong');
    const teacher = await house.person('teacher', { school_id: (await house.build.school()).id });
    expect((await enrol(teacher)).status).toBe(403);
  });

  it('gives its key to who has signed in on it, and to nobody else, on no other phone', async () => {
    const enrolled = await enrol(technician);
    const [device, path] = [deviceIn(enrolled), `/api/v1/phones/${enrolled.body.id}/key`];
    house.setNow('2026-10-06T09:00:00Z');
    technician = await house.signIn((await account(technician)).email);
    expect((await technician.post(path, undefined, { headers: cookie(device) })).body.key).toBe(KEY);
    expect((await technician.get('/api/v1/phones')).body.items[0].lastSeenAt).toMatch(/^2026-10-06T09:00:00/);
    expect((await technician.post(path)).body.code).toBe('phone.elsewhere');
    expect((await technician.post(path, undefined, { headers: cookie('x'.repeat(43)) })).status).toBe(403);
    const other = await house.person('technician');
    expect((await other.post(path, undefined, { headers: cookie(device) })).status).toBe(404);
    expect((await other.delete(`/api/v1/phones/${enrolled.body.id}`)).status).toBe(404);
  });

  it('that is in use stays known for as long again', async () => {
    const enrolled = await enrol(technician);
    const device = deviceIn(enrolled);
    const path = `/api/v1/phones/${enrolled.body.id}/key`;
    const opened = await technician.post(path, undefined, { headers: cookie(device) });
    expect(String(opened.headers['set-cookie'])).toMatch(new RegExp(`parc_phone=${device}; Max-Age=34560000;`));
    expect((await technician.post(path)).headers['set-cookie']).toBeUndefined();
  });

  it('enrolled again keeps the key of the work that lies on it; another person has another', async () => {
    const first = await enrol(technician);
    const device = deviceIn(first);
    expect((await enrol(technician, { key: OTHER_KEY, device })).body).toEqual(first.body);
    const other = await house.person('installer', { contract_holder_id: (await house.build.contract()).holderId });
    expect((await enrol(other, { key: OTHER_KEY, device })).body.key).toBe(OTHER_KEY);
    expect((await house.nobody().get('/api/v1/phones/here', cookie(device))).body.items).toHaveLength(2);
  });

  it('tapped twice at once is one', async () => {
    const device = 'd'.repeat(43);
    const answers = await Promise.all(Array.from({ length: 8 }, () => enrol(technician, { device })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('keeps its stores when somebody signs out on it, until all its people have revoked it', async () => {
    const enrolled = await enrol(technician);
    const device = deviceIn(enrolled);
    const leave = async () => {
      const guest = await house.person('technician');
      return (await guest.delete('/api/v1/session', { headers: cookie(device) })).headers['clear-site-data'];
    };
    expect(await leave()).toBe('"cache"');
    expect((await technician.delete(`/api/v1/phones/${enrolled.body.id}`)).status).toBe(204);
    expect(await leave()).toBe('"cache", "storage"');
  });

  it('that is lost: its key and every other session of the account end, and its next contact empties it', async () => {
    const enrolled = await enrol(technician);
    const device = deviceIn(enrolled);
    const here = () => house.nobody().get('/api/v1/phones/here', cookie(device));
    expect((await here()).headers['clear-site-data']).toBeUndefined();
    const desk = await house.signIn((await account(technician)).email);
    expect((await desk.delete(`/api/v1/phones/${enrolled.body.id}`)).status).toBe(204);
    expect((await technician.get('/api/v1/session')).status).toBe(204);
    expect((await desk.get('/api/v1/phones')).body.items).toEqual([]);
    const path = `/api/v1/phones/${enrolled.body.id}/key`;
    expect((await desk.post(path, undefined, { headers: cookie(device) })).status).toBe(404);
    expect(await house.sql('select key_escrow from phone where id = $1', [enrolled.body.id])).toEqual([
      { key_escrow: null },
    ]);
    const contact = await here();
    expect(contact.body.items).toEqual([{ id: enrolled.body.id, revoked: true }]);
    expect(contact.headers['clear-site-data']).toBe('"cache", "storage"');
    expect((await desk.delete(`/api/v1/phones/${enrolled.body.id}`)).status).toBe(404);
  });

  it('of an account that is closed is revoked with it', async () => {
    const enrolled = await enrol(technician);
    const administrator = await house.person('administrator');
    const { version } = (await account(technician)) as { version: number };
    const path = `/api/v1/accounts/${technician.accountId}/deactivate`;
    expect((await administrator.post(path, {}, { version })).status).toBe(200);
    const phone = 'select revoked_at is not null as revoked from phone where id = $1';
    expect(await house.sql(phone, [enrolled.body.id])).toEqual([{ revoked: true }]);
  });

  it('leaves neither its key nor its device in the history', async () => {
    const { body } = await enrol(technician);
    const rows = await house.sql<{ after: object }>('select after from history where row_id = $1', [body.id]);
    expect(rows.flatMap(({ after }) => Object.keys(after)).toSorted()).toEqual(
      ['account_id', 'enrolled_at', 'id', 'kind', 'passkey_at', 'revoked_at'].toSorted(),
    );
  });
});

it('names the key of a write in its answer: a portal between cannot', async () => {
  const head = await house.person('technician');
  const answer = await head.post(`/api/v1/orders/${head.accountId}/start`, {}, { key: 'a-key-of-its-own', version: 1 });
  expect(answer.headers['idempotency-key']).toBe('a-key-of-its-own');
});

const account = async ({ accountId }: Person): Promise<{ email: string; version: number }> =>
  (
    await house.sql<{ email: string; version: number }>('select email, version from account where id = $1', [accountId])
  )[0]!;
