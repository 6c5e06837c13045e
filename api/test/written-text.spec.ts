import { hash } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writtenText } from '../src/platform/http/written-text.js';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import { askReset, linkSentTo, useLink } from './harness/letters.js';
import { smallPlan, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 1_000_000);
});
afterAll(() => house.close());

describe('a text is kept', () => {
  it.each([
    ['E\u0301cole', 'École'],
    ['  École ', 'École'],
    ['É\u200bco\u200dle\ufeff', 'École'],
    ['É\u00adcole\u2060\u180e\u200e\u200f\u061c', 'École'],
    ['École\u{e0041}\u{e0042}\u{e007f}', 'École'],
    ['École\u{e0100}\u034f\u3164', 'École'],
    ['\u200b\u200b', ''],
    ['\ud800', '\ufffd'],
    ['Merci 👩\u200d🏫 ❤\ufe0f', 'Merci 👩\u200d🏫 ❤\ufe0f'],
    ['🙂\u200d\u200d', '🙂\u200d'],
  ])('%j as %j', (sent, kept) => expect(writtenText(sent)).toBe(kept));

  it('so in the directory, by its field', async () => {
    const room = { floor: null, hasPower: true, hasNetwork: true };
    const rooms = `/api/v1/schools/${plan.school.id}/rooms`;
    expect((await plan.head.post(rooms, { ...room, name: 'Bibliothe\u0300\u200bque' })).status).toBe(201);
    const kept = await house.sql('select name from room where school_id = $1', [plan.school.id]);
    expect(kept).toContainEqual({ name: 'Bibliothèque' });
    const again = await plan.head.post(rooms, { ...room, name: 'Bibliothèque\u{e0041}' });
    expect([again.status, again.body.code]).toEqual([409, 'room.name-taken']);
    for (const name of ['\u200b', 'a\u202eb', 'a\u2067b', 'a\u009bb', 'a\u0000b'])
      expect((await plan.head.post(rooms, { ...room, name })).body.fields).toMatchObject([{ name: 'name' }]);
  });
});

describe('a password with accents', () => {
  const [composed, apart] = [
    'ardoise, équerre et forêt'.normalize('NFC'),
    'ardoise, équerre et forêt'.normalize('NFD'),
  ];

  it.each([
    ['set composed', composed, apart],
    ['set with its accents apart', apart, composed],
  ])('%s is the same however the keyboard sends them', async (_, chosen, typed) => {
    const { email } = await house.build.account('teacher', { school_id: plan.school.id });
    await askReset(house, email);
    expect((await useLink(house, await linkSentTo(house, email), chosen)).status).toBe(204);
    for (const form of [typed, chosen]) expect((await house.signIn(email, form)).session).not.toBeNull();
  });

  it.each([
    ['composed', composed],
    ['apart', apart],
  ])('kept as it was typed before, its accents %s, still signs in', async (_, before) => {
    const { email, id } = await house.build.account('teacher', { school_id: plan.school.id });
    await house.arrange('update account set password_hash = $1 where id = $2', [await hash(before), id]);
    for (const form of [composed, apart]) expect((await house.signIn(email, form)).session).not.toBeNull();
  });

  it('is long by its letters, not by its accents', async () => {
    const person = await house.signIn((await house.build.account('teacher', { school_id: plan.school.id })).email);
    const change = await person.put('/api/v1/account/password', {
      currentPassword: Builders.PASSWORD,
      newPassword: 'éèêëïôù'.normalize('NFD'),
    });
    expect(change.body.code).toBe('account.password-weak');
  });
});

describe('an address', () => {
  const invitation = { name: 'Jean Dupont', role: 'technician', scopeId: null, fromDay: '2026-10-06' };

  it.each([
    '"jean dupont"@exemple.fr',
    '"a\\"b"@exemple.fr',
    '"@"@exemple.fr',
    'jean dupont@exemple.fr',
    '<a>@exemple.fr',
  ])('%s is refused beside its field, wherever it is typed', async (email) => {
    const admin = await house.person('administrator');
    for (const answer of [
      await admin.post('/api/v1/accounts', { ...invitation, email }),
      await plan.manager.post('/api/v1/contract-holders', { name: 'Câbles et fils', email }),
      await house.nobody().post('/api/v1/password-links', { email }),
    ])
      expect([answer.status, answer.body.fields?.[0].name]).toEqual([400, 'email']);
  });

  it('with an accent or a plus is one', async () => {
    const admin = await house.person('administrator');
    for (const email of ['jérôme@exemple.fr', 'jean+classe@exemple.fr', "d'art@exemple.fr"])
      expect((await admin.post('/api/v1/accounts', { ...invitation, email })).status).toBe(201);
  });
});

describe('an id in capitals', () => {
  it('is the same id: in a path, a body, a list and for a repeated key', async () => {
    const line = { itemId: plan.itemId.toUpperCase(), quantity: 1, roomId: plan.roomId.toUpperCase() };
    const draft = { lines: [line], wishes: [], contact: '', note: '', prerequisites: [] };
    const sent = await plan.head.post('/api/v1/orders', draft);
    expect(sent.status).toBe(201);
    const id = sent.body.id as string;
    const page = (await plan.head.get(`/api/v1/orders/${id.toUpperCase()}`)).body;
    expect(page.id).toBe(id);
    const { version, askedCents: seenCents } = page;
    const submit = (path: string, key: string) => plan.head.post(path, { seenCents }, { key, version });
    const key = randomUUID();
    const first = await submit(`/api/v1/orders/${id}/submit`, key);
    expect(first.status).toBe(200);
    const again = await submit(`/api/v1/orders/${id.toUpperCase()}/submit`, key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const encoded = `/api/v1/orders/%${id.charCodeAt(0).toString(16)}${id.slice(1)}/submit`;
    expect((await submit(encoded, key)).body).toEqual(first.body);
    const listed = await plan.manager.get(`/api/v1/orders?schoolId=${plan.school.id.toUpperCase()}`);
    expect(listed.body.items.map((item: { id: string }) => item.id)).toContain(id);
  });
});
