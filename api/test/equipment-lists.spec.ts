import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { aCase, act, aDevice, aFleet, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';

/** What each role reads of devices: of its own schools, of its orders, in one line a case. */
let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;
/** By name: in a room of ours, in stock, in another school of the commune that is private. */
let tags: Record<'ours' | 'stored' | 'neighbour', string>;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
  const neighbour = await house.build.school({
    ...{ commune_id: fleet.school.communeId, sector: 'private', state_contract: 'association' },
  });
  const roomId = await house.build.room(neighbour.id);
  const [ours, stored, theirs] = [
    await aDevice(house, fleet, 'in-service'),
    await aDevice(house, fleet, 'in-stock'),
    await aDevice(house, fleet, 'in-service', { room_id: roomId, school_id: neighbour.id }),
  ];
  const tagOf = async (id: string) => (await deviceRow(house, id)).tag as string;
  tags = { ours: await tagOf(ours), stored: await tagOf(stored), neighbour: await tagOf(theirs) };
});
afterAll(() => house.close());

const list = (role: Role, query = '') => people[role].get(`/api/v1/equipment${query}`);
const tagsIn = ({ body }: Answer) => (body.items as { tag: string }[]).map(({ tag }) => tag).sort();

describe('the list of devices', () => {
  it.each<[Role, ('ours' | 'stored' | 'neighbour')[]]>([
    ['plan-manager', ['ours', 'stored', 'neighbour']],
    ['technician', ['ours', 'stored', 'neighbour']],
    ['school-head', ['ours']],
    ['teacher', ['ours']],
    ['commune-officer', ['ours']],
    ['inspector', ['ours']],
    ['digital-trainer', ['ours']],
    ['private-body-officer', []],
    ['installer', []],
  ])('is, for the %s, what lies in its reach', async (role, names) => {
    expect(tagsIn(await list(role))).toEqual(names.map((name) => tags[name]).sort());
  });

  it('is no list for the committee, which counts', async () => {
    expect((await list('committee')).status).toBe(403);
    const { body } = await people.committee.get('/api/v1/equipment/counts');
    expect(body.states).toEqual([
      { state: 'in-stock', count: 1, lines: 1 },
      { state: 'in-service', count: 2, lines: 2 },
    ]);
    expect((await people['school-head'].get('/api/v1/equipment/counts')).body.states).toEqual([
      { state: 'in-service', count: 1, lines: 1 },
    ]);
  });
});

describe('a firm', () => {
  it('reads the devices of its orders, and nothing else of a school it works in', async () => {
    const [scope] = await house.sql<{ id: string }>(
      `select k.id from contract k join assignment a on a.contract_holder_id = k.holder_id where a.account_id = $1`,
      [people.installer.accountId],
    );
    const item = await house.build.item({ contract_id: scope!.id });
    await house.build.envelope(fleet.school.id, 1_000_000);
    const drafted = await people['school-head'].post('/api/v1/orders', {
      ...{ lines: [{ itemId: item, quantity: 4, roomId: fleet.roomId }], wishes: [], contact: '', note: '' },
      prerequisites: [],
    });
    await people['school-head'].act(drafted.body.id, 'submit');
    const approved = await people['plan-manager'].act(drafted.body.id, 'approve');
    expect(approved.status).toBe(200);
    const id = await aDevice(house, fleet, 'in-service', { order_id: drafted.body.id });
    const { tag } = await deviceRow(house, id);
    expect(tagsIn(await list('installer'))).toEqual([tag]);
    const school = await people.installer.get(`/api/v1/equipment/of-school/${fleet.school.id}`);
    expect(school.body.count).toBe(1);
    const [ours] = (await list('plan-manager', `?search=${tags.ours}`)).body.items as { id: string }[];
    const seen = async () => (await people.installer.get(`/api/v1/equipment/${ours!.id}`)).status;
    expect(await seen()).toBe(404);
    // One that its order only moved, which another brought.
    const { lines } = (await people['plan-manager'].get(`/api/v1/orders/${drafted.body.id}`)).body;
    const row = { order_id: drafted.body.id, line_id: lines[0].id, equipment_id: ours!.id, deed: 'moved' };
    await house.build.insert('order_device', row);
    expect(await seen()).toBe(200);
    // Once it has left the school, the order still names it, and says that it is there no more.
    const away = async (role: Role) =>
      (await people[role].get(`/api/v1/orders/${drafted.body.id}`)).body.lines[0].devices[0].away as boolean;
    expect(await away('school-head')).toBe(false);
    const shelf = { stockPlaceId: fleet.stockPlaceId, reason: 'Ailleurs' };
    await act(house, people.technician, ours!.id, 'withdraw', shelf);
    expect([await away('school-head'), await away('technician')]).toEqual([true, true]);
    expect((await people['school-head'].get(`/api/v1/equipment/${ours!.id}`)).status).toBe(404);
    expect(await seen()).toBe(200);
  });
});

describe('a case', () => {
  it('is one line, opened by its filter, its content found by its label', async () => {
    const { id, contents } = await aCase(house, fleet, 'in-stock', 3);
    const [box, content] = [await deviceRow(house, id), await deviceRow(house, contents[1]!)];
    const stored = await list('plan-manager', '?state=in-stock');
    const line = (stored.body.items as { tag: string; contents: number }[]).find(({ tag }) => tag === box.tag);
    expect(line).toMatchObject({ contents: 3 });
    expect(tagsIn(stored)).not.toContain(content.tag);
    expect(tagsIn(await list('plan-manager', `?containerId=${id}`))).toHaveLength(3);
    expect(tagsIn(await list('plan-manager', `?search=${content.tag as string}`))).toEqual([content.tag]);
    expect(tagsIn(await list('plan-manager', '?state=in-stock&contents=true'))).toContain(content.tag);
    const cases = tagsIn(await list('plan-manager', '?state=in-stock&cases=true&size=100'));
    expect(cases).toContain(box.tag);
    expect(cases).not.toContain(content.tag);
  });
});

describe('a search', () => {
  it('finds by label, serial, model, school and commune, in any order, accents or not, where it stands now', async () => {
    const school = await house.build.school({ name: 'École Sainte-Hélène' });
    await house.build.convention(school);
    const roomId = await house.build.room(school.id);
    const modelId = await house.build.item({ kind: 'model', category: 'hardware', name: 'Écran géant' });
    const body = { tag: 'PE-777001', serial: 'ZX-81', modelId, stockPlaceId: fleet.stockPlaceId };
    const { id } = (await people.technician.post('/api/v1/equipment', body)).body as { id: string };
    const found = async (search: string) => tagsIn(await list('plan-manager', `?search=${encodeURIComponent(search)}`));
    expect(await found('helene geant')).toEqual([]);
    await act(house, people.technician, id, 'place', { roomId });
    for (const search of ['pe-777001', 'zx 81', 'geant ecran', 'ste helene', 'Hélène écran'])
      expect([search, await found(search)]).toEqual([search, ['PE-777001']]);
    await act(house, people.technician, id, 'withdraw', { stockPlaceId: fleet.stockPlaceId, reason: 'Fermée' });
    expect(await found('helene')).toEqual([]);
  });
});

describe('a whole label or serial number', () => {
  it('names one device, though others read alike; a part of it finds them all', async () => {
    await aDevice(house, fleet, 'in-stock', { tag: 'QR-4471', serial: 'NS-88201', words: ' qr 4471 ns 88201 ' });
    await aDevice(house, fleet, 'in-stock', { tag: 'QR-44712', serial: 'NS-88201-B', words: ' qr 44712 ns 88201 b ' });
    const found = async (search: string) => tagsIn(await list('plan-manager', `?search=${search}`));
    expect(await found('qr-4471')).toEqual(['QR-4471']);
    expect(await found('NS-88201')).toEqual(['QR-4471']);
    expect(await found('QR-447')).toEqual(['QR-4471', 'QR-44712']);
    const { text } = await people['plan-manager'].get('/api/v1/equipment/export.csv?search=qr-4471');
    expect([text.includes('QR-4471;'), text.includes('QR-44712')]).toEqual([true, false]);
  });

  it('tells nobody of a device that is not theirs', async () => {
    await aDevice(house, fleet, 'in-stock', { tag: 'QR-5571' });
    expect(tagsIn(await list('commune-officer', '?search=QR-5571'))).toEqual([]);
  });
});

describe('a school that is renamed', () => {
  it('is found by its new name after the night, and no longer by the old one', async () => {
    const school = await house.build.school({ name: 'École Ancienne' });
    await house.build.convention(school);
    const roomId = await house.build.room(school.id);
    const id = await aDevice(house, fleet, 'in-stock');
    await act(house, people.technician, id, 'place', { roomId });
    const { tag } = await deviceRow(house, id);
    await house.arrange(`update school set name = 'École Nouvelle' where id = $1`, [school.id]);
    const night = () => people.administrator.post('/api/v1/jobs/equipment-words/run');
    const first = await night();
    expect(first.body).toMatchObject({ failed: false });
    expect(tagsIn(await list('plan-manager', '?search=nouvelle'))).toEqual([tag]);
    expect(tagsIn(await list('plan-manager', '?search=ancienne'))).toEqual([]);
    expect((await night()).body.outcome).toBe('Aucun nom n’a changé.');
  });
});

describe('the history of a device', () => {
  it('tells a school nothing of another, neither rooms nor reasons, and names to the metropole alone', async () => {
    const before = await house.build.school({ name: 'École d’avant' });
    await house.build.convention(before);
    const id = await aDevice(house, fleet, 'in-stock');
    const roomId = await house.build.room(before.id, { name: 'Salle secrète' });
    const { technician } = people;
    await act(house, technician, id, 'place', { roomId });
    await act(house, technician, id, 'withdraw', { stockPlaceId: fleet.stockPlaceId, reason: 'Vol dans la classe' });
    await act(house, technician, id, 'place', { roomId: fleet.roomId });
    const asHead = await people['school-head'].get(`/api/v1/equipment/${id}`);
    expect(asHead.text).not.toMatch(/secrète|Vol dans la classe|avant/);
    const told = (asHead.body.history as { action: string; name: string | null }[]).map(({ action, name }) => [
      action,
      name,
    ]);
    expect(told).toEqual([
      ['release', null],
      ['place', null],
      ['receive', null],
    ]);
    const asTechnician = await technician.get(`/api/v1/equipment/${id}`);
    expect(asTechnician.text).toMatch(/secrète/);
    expect(asTechnician.body.history).toHaveLength(6);
    expect(asTechnician.body.history[1].name).toEqual(expect.any(String));
  });
});

describe('what a school has', () => {
  it('is told room by room, cases with what is in them, what is missing apart', async () => {
    const school = await house.build.school({ name: 'École des Salles' });
    const roomId = await house.build.room(school.id, { name: 'Salle 1' });
    const here = { room_id: roomId, school_id: school.id };
    const { id } = await aCase(house, fleet, 'in-service', 0, here);
    await aDevice(house, fleet, 'in-service', { container_id: id, school_id: school.id });
    await aDevice(house, fleet, 'awaiting-training', here);
    await aDevice(house, fleet, 'lost', here);
    const { body } = await people['plan-manager'].get(`/api/v1/equipment/of-school/${school.id}`);
    expect(body).toMatchObject({
      schoolName: 'École des Salles',
      count: 3,
      rooms: [{ roomId, roomName: 'Salle 1', count: 3 }],
    });
    expect(body.rooms[0].looks).toEqual([
      { state: 'awaiting-training', count: 1 },
      { state: 'lost', count: 1 },
    ]);
    expect((await people['school-head'].get(`/api/v1/equipment/of-school/${school.id}`)).status).toBe(404);
  });
});
