import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOnRemedy, aRemedy, REMEDY_TEXTS, remedyMovesOf } from './harness/remedy-builders.js';
import { aTicket } from './harness/ticket-builders.js';

/** What is learnt from a repair: written, published, found before the next report, and counted. */
let house: House;
let fleet: Fleet;
let technician: Person;
let manager: Person;
let teacher: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
  teacher = await house.person('teacher', { school_id: fleet.school.id });
});
afterAll(() => house.close());

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => `${status} ${body.code ?? ''}`.trim();
const make = (given = {}, by = technician) =>
  by.post('/api/v1/remedies', { ...REMEDY_TEXTS, ticketId: null, ...given });
const change = (id: string, given: object, by: Person, version: number) =>
  by.put(`/api/v1/remedies/${id}`, { ...REMEDY_TEXTS, ...given }, { version });
const page = async (id: string, by = manager) => (await by.get(`/api/v1/remedies/${id}`)).body;
const ticket = (state: 'new' | 'resolved') =>
  aTicket(
    house,
    { schoolId: fleet.school.id, reporterId: teacher.accountId, technicianId: technician.accountId },
    state,
  );

describe('a remedy that is written', () => {
  it('is a draft, from a ticket that is resolved', async () => {
    const ticketId = await ticket('resolved');
    const { status, body } = await make({ ticketId });
    expect([status, body.state]).toEqual([201, 'draft']);
    expect(await page(body.id)).toMatchObject({ ticketId, shown: 0, helped: 0, versions: [], writes: true });
    expect(codeOf(await make({ ticketId: await ticket('new') }))).toBe('409 remedy.ticket-open');
  });

  it.each([
    [{ about: 'service', service: 'internet' }],
    [{ service: 'internet' }],
    [{ symptom: 'outage' }],
    [{ about: 'service', family: null, service: null, symptom: 'outage' }],
  ])('is of one thing, and of what shows on it: %j', async (given) => {
    expect(codeOf(await make(given))).toBe('422 remedy.about-unknown');
  });

  it('is changed by whoever repairs while it is a draft, then by the manager, each version kept', async () => {
    const { body } = await make();
    const id = body.id as string;
    expect((await change(id, { title: 'Charge' }, technician, 1)).status).toBe(200);
    await actOnRemedy(house, manager, id, 'publish');
    expect(codeOf(await change(id, { title: 'Autre' }, technician, 3))).toBe('409 remedy.not-yours');
    expect((await change(id, { title: 'Elle ne charge plus' }, manager, 3)).status).toBe(200);
    expect(codeOf(await change(id, {}, manager, 3))).toBe('412 version.stale');
    const { versions } = await page(id);
    expect(versions.map(({ number, title }: { number: number; title: string }) => [number, title])).toEqual([
      [2, 'Elle ne charge plus'],
      [1, 'Charge'],
    ]);
    expect((await remedyMovesOf(house, id)).map(({ action }) => action)).toEqual([
      ...['writing', 'change', 'publish', 'change'],
    ]);
    await actOnRemedy(house, technician, id, 'withdraw', { reason: 'Faux' });
    expect(codeOf(await change(id, {}, manager, 5))).toBe('409 remedy.not-yours');
  });
});

describe('a remedy that is published', () => {
  const found = (query: string, by = teacher) => by.get(`/api/v1/remedies/found?${query}`);
  const ids = async (query: string, by = teacher) =>
    (await found(query, by)).body.items.map(({ id }: { id: string }) => id) as string[];

  it('is found by what is seen on such a thing, that of the very kind first, without the part inside', async () => {
    const by = manager.accountId;
    const deviceId = await aDevice(house, fleet, 'in-service');
    const [device] = await house.sql<{ modelId: string }>('select model_id as "modelId" from equipment where id = $1', [
      deviceId,
    ]);
    await house.build.insert('equipment_model', { model_id: device!.modelId, family: 'tablet', stores_data: true });
    const any = await aRemedy(house, by, 'published');
    const tablet = await aRemedy(house, by, 'published', { family: 'tablet' });
    await aRemedy(house, by, 'published', { family: 'printer' });
    await aRemedy(house, by, 'draft', { family: 'tablet' });
    const asked = `subject=device&equipmentId=${deviceId}&symptom=black-screen`;
    expect(await ids(asked)).toEqual([tablet, any]);
    const { text, body } = await found(asked);
    expect(text).not.toContain('HDMI');
    expect(body.items[0]).toMatchObject({ inside: null, steps: 'Éteignez-le.\nRallumez-le.' });
    expect((await found(asked, technician)).body.items[0].inside).toContain('HDMI');
    expect(await ids(`subject=device&equipmentId=${deviceId}&symptom=no-sound`)).toEqual([]);
    expect(await ids('subject=service&service=internet&symptom=outage')).toEqual([]);
  });

  it('of a service is found by that service alone', async () => {
    const row = { about: 'service', service: 'workspace', symptom: 'no-access' };
    const id = await aRemedy(house, manager.accountId, 'published', row);
    expect(await ids('subject=service&service=workspace&symptom=no-access')).toEqual([id]);
    expect(await ids('subject=service&service=internet&symptom=no-access')).toEqual([]);
  });

  it('is counted, a repeated key once, by nobody’s name', async () => {
    const id = await aRemedy(house, manager.accountId, 'published');
    const answer = (word: string, key?: string) =>
      teacher.post(`/api/v1/remedies/${id}/answers`, { answer: word }, key === undefined ? {} : { key });
    for (const word of ['shown', 'shown', 'declined']) expect((await answer(word)).status).toBe(200);
    for (const _ of [1, 2]) expect((await answer('helped', 'key-of-the-same-tap')).status).toBe(200);
    expect(await page(id)).toMatchObject({ shown: 2, helped: 1, declined: 1 });
    await actOnRemedy(house, manager, id, 'withdraw', { reason: 'Dépassé' });
    expect(codeOf(await answer('helped'))).toBe('409 remedy.not-published');
  });

  it('counts every one of 40 that come at once', async () => {
    const id = await aRemedy(house, manager.accountId, 'published');
    await Promise.all(
      Array.from({ length: 40 }, () => teacher.post(`/api/v1/remedies/${id}/answers`, { answer: 'shown' })),
    );
    expect((await page(id)).shown).toBe(40);
  });

  it('is shown beside a ticket of the same, and found by its words in any order', async () => {
    const id = await aRemedy(house, manager.accountId, 'published', { symptom: 'no-light', title: 'Prises mortes' });
    const ticketId = await aTicket(
      house,
      { schoolId: fleet.school.id, reporterId: teacher.accountId, technicianId: technician.accountId },
      'new',
      { subject: 'room', room_id: fleet.roomId, symptom: 'no-light' },
    );
    const { body } = await technician.get(`/api/v1/remedies/of-ticket/${ticketId}`);
    expect(body.items.map((one: { id: string }) => one.id)).toEqual([id]);
    const search = async (words: string) =>
      (await technician.get(`/api/v1/remedies?search=${encodeURIComponent(words)}`)).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect(await search('mortes prises')).toEqual([id]);
    expect(await search('girafe')).toEqual([]);
  });
});
