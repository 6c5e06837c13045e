import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { aCase, aDevice, aFleet, deviceRow, movesOf, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
});
afterAll(() => house.close());

const named = (ids: string[]) =>
  Promise.all(ids.map(async (id) => ({ id, version: (await deviceRow(house, id)).version })));
const bulk = (what: string, body: Record<string, unknown>, person: Person = people['plan-manager'], key?: string) =>
  person.post(`/api/v1/equipment/bulk/${what}`, body, key ? { key } : undefined);
const toldOf = ({ body }: { body: { outcomes: { done: boolean; code: string | null; state: string | null }[] } }) =>
  body.outcomes.map(({ done, code, state }) => (done ? state : code));
const states = async (ids: string[]) => Promise.all(ids.map(async (id) => (await deviceRow(house, id)).state));

describe('many devices that move together', () => {
  it('are previewed without a trace; then each goes by its own row, and what cannot says why', async () => {
    const shelved = await aDevice(house, fleet, 'in-stock');
    const served = await aDevice(house, fleet, 'in-service');
    const lost = await aDevice(house, fleet, 'lost');
    const devices = await named([shelved, served, lost]);
    devices.push({ id: await aDevice(house, fleet, 'in-stock'), version: 99 });
    const body = { devices, roomId: fleet.otherRoomId };
    const expected = ['in-service', 'in-service', 'equipment.state', 'version.stale'];

    expect(toldOf(await bulk('place?preview=true', body))).toEqual(expected);
    expect(await states([shelved, served, lost])).toEqual(['in-stock', 'in-service', 'lost']);
    expect(await deviceRow(house, served)).toMatchObject({ room_id: fleet.roomId, version: devices[1]!.version });

    expect(toldOf(await bulk('place', body))).toEqual(expected);
    expect(await deviceRow(house, shelved)).toMatchObject({ state: 'in-service', room_id: fleet.otherRoomId });
    expect((await movesOf(house, served)).at(-1)).toMatchObject({ action: 'move', role: 'plan-manager' });
    expect(await states([lost, devices[3]!.id])).toEqual(['lost', 'in-stock']);
  });

  it('are put on a shelf from another one, and out of a school where a reason is given', async () => {
    const ids = [await aDevice(house, fleet, 'in-stock'), await aDevice(house, fleet, 'in-service')];
    const body = { devices: await named(ids), stockPlaceId: fleet.otherStockPlaceId };
    expect(toldOf(await bulk('store?preview=true', body))).toEqual(['in-stock', 'equipment.reason-missing']);
    expect(toldOf(await bulk('store', { ...body, reason: 'Classe fermée' }))).toEqual(['in-stock', 'in-stock']);
    expect((await movesOf(house, ids[1]!)).at(-1)).toMatchObject({ action: 'withdraw', reason: 'Classe fermée' });
  });

  it('are retired under one decision, but for what still contains devices', async () => {
    const { id: caseId } = await aCase(house, fleet, 'in-stock', 1);
    const ids = [await aDevice(house, fleet, 'in-stock'), caseId];
    const body = { devices: await named(ids), decisionNumber: 'D-2026-12' };
    expect(toldOf(await bulk('retire', body))).toEqual(['retired', 'equipment.not-empty']);
    expect(await deviceRow(house, ids[0]!)).toMatchObject({ retirement_number: 'D-2026-12' });
  });

  it('take with them what lies in a case, named beside it or not', async () => {
    const { id: caseId, contents } = await aCase(house, fleet, 'in-stock', 2);
    const devices = await named([caseId, contents[0]!]);
    const answer = await bulk('place', { devices, roomId: fleet.roomId });
    expect(toldOf(answer)).toEqual(['in-service', 'version.stale']);
    expect(await states([caseId, ...contents])).toEqual(['in-service', 'in-service', 'in-service']);
  });

  it('answer a repeated request as the first time, and never the same key for others', async () => {
    const ids = [await aDevice(house, fleet, 'in-stock'), await aDevice(house, fleet, 'in-stock')];
    const body = { devices: await named(ids), roomId: fleet.roomId };
    const first = await bulk('place', body, people.technician, 'bulk-place-1');
    expect(toldOf(first)).toEqual(['in-service', 'in-service']);
    expect((await bulk('place', body, people.technician, 'bulk-place-1')).body).toEqual(first.body);
    const others = { ...body, devices: body.devices.slice(1) };
    expect(await bulk('place', others, people.technician, 'bulk-place-1')).toMatchObject({
      ...{ status: 422, body: { code: 'idempotency.other-body' } },
    });
    expect((await movesOf(house, ids[0]!)).filter(({ action }) => action === 'place')).toHaveLength(1);
  });

  it('are told apart: one that is named twice counts once, one that nobody knows is not found', async () => {
    const [device] = await named([await aDevice(house, fleet, 'in-stock')]);
    const unknown = { id: '00000000-0000-4000-8000-000000000000', version: 1 };
    const answer = await bulk('place', { devices: [device, device, unknown], roomId: fleet.roomId });
    expect(toldOf(answer)).toEqual(['in-service', 'object.not-found']);
  });
});

describe('the list as a file', () => {
  const csv = async (person: Person, query = '') => {
    const answer = await person.get(`/api/v1/equipment/export.csv?${query}`);
    return answer.text.trim().split('\r\n');
  };

  it('has the rows of the list as it is filtered, in its order, and runs no cell as a formula', async () => {
    const stockPlaceId = await aShelf();
    const price = { net_cents: 100_000, vat_basis_points: 2_000 };
    await aDevice(house, fleet, 'in-stock', { tag: 'PE-CSV-2', stock_place_id: stockPlaceId, ...price });
    await aDevice(house, fleet, 'in-stock', { tag: 'PE-CSV-1', stock_place_id: stockPlaceId, serial: '=2+2' });
    const [heading, ...lines] = await csv(people['plan-manager'], `stockPlaceId=${stockPlaceId}`);
    expect(heading).toContain('Étiquette;N° de série;Modèle;État');
    expect(lines.map((line) => line.split(';')[0])).toEqual(['PE-CSV-1', 'PE-CSV-2']);
    expect(lines[0]).toContain(`;'=2+2;`);
    expect(lines[1]).toMatch(/;1200,00$/);
  });

  it('has no column of prices for who reads none', async () => {
    expect((await csv(people['commune-officer']))[0]).not.toContain('Prix');
    expect((await csv(people['plan-manager']))[0]).toContain('Prix TTC, €');
  });

  const aShelf = () => house.build.insert('stock_place', { name: 'Étagère du fichier' });
});
