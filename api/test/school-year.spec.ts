import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { aCase, act, aDevice, aFleet, deviceRow, movesOf, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;
let url: string;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
  url = `/api/v1/equipment/school-year/${fleet.school.id}`;
});
afterAll(() => house.close());

const page = async (person: Person = people['school-head']) => (await person.get(url)).body;
const standing = async (id: string) => (await page()).standing.find((each: { id: string }) => each.id === id);
const gathered = async (id: string) => (await page()).gathered.find((each: { id: string }) => each.id === id);
const seen = async (id: string) => ({ id, version: (await deviceRow(house, id)).version });
const stay = (ids: string[], person: Person = people['school-head']) =>
  person.post(`${url}/stay`, { equipmentIds: ids });
const toldOf = ({ body }: { body: { outcomes: { done: boolean; code: string | null; state: string | null }[] } }) =>
  body.outcomes.map(({ done, code, state }) => (done ? state : code));

describe('the end of a school year', () => {
  it('shows a head what stands room by room, a case and each thing in it, and what nobody finds', async () => {
    const { id: caseId, contents } = await aCase(house, fleet, 'in-service', 2);
    const lost = await aDevice(house, fleet, 'lost', {
      room_id: fleet.roomId,
      school_id: fleet.school.id,
      stock_place_id: null,
    });
    const { tag } = await deviceRow(house, caseId);
    expect(await standing(caseId)).toMatchObject({ roomId: fleet.roomId, isContainer: true, stays: false });
    expect(await standing(contents[0]!)).toMatchObject({
      roomId: fleet.roomId,
      containerId: caseId,
      containerTag: tag,
    });
    expect((await page()).missing).toEqual([expect.objectContaining({ id: lost })]);
    expect(await page(people.technician)).toEqual(await page());
  });

  it('keeps who said what stays, once, and dates what was seen; it moves nothing', async () => {
    const device = await aDevice(house, fleet, 'in-service');
    const shelved = await aDevice(house, fleet, 'in-stock');
    const before = await seen(device);
    expect((await stay([device, shelved])).body).toEqual({ stays: 1 });
    expect((await stay([device], people.technician)).body).toEqual({ stays: 1 });
    expect(await standing(device)).toMatchObject({ stays: true });
    expect(await seen(device)).toEqual(before);
    expect(await deviceRow(house, device)).toMatchObject({ last_seen_by: people.technician.accountId });
    expect(
      await house.sql(
        'select account_id as "accountId", room_id as "roomId" from summer_stay where equipment_id = $1',
        [device],
      ),
    ).toEqual([{ accountId: people['school-head'].accountId, roomId: fleet.roomId }]);
  });

  it('is not a teacher’s to run, nor another school’s to read', async () => {
    expect((await people.teacher.get(url)).body.code).toBe('role.may-not');
    const other = await aFleet(house);
    const head = await house.person('school-head', { school_id: other.school.id });
    expect((await head.get(url)).body.code).toBe('object.not-found');
    const device = await aDevice(house, fleet, 'in-service');
    expect(
      (await head.post(`/api/v1/equipment/school-year/${other.school.id}/stay`, { equipmentIds: [device] })).body,
    ).toEqual({ stays: 0 });
    expect(await standing(device)).toMatchObject({ stays: false });
  });

  it('tells of many at once that they are missing: the head’s own, and nobody else’s', async () => {
    const { contents } = await aCase(house, fleet, 'in-service', 1);
    const elsewhere = await aFleet(house);
    const devices = [await seen(contents[0]!), await seen(await aDevice(house, elsewhere, 'in-service'))];
    const answer = await people['school-head'].post('/api/v1/equipment/bulk/lose', { devices });
    expect(toldOf(answer)).toEqual(['lost', 'object.not-found']);
    expect((await movesOf(house, contents[0]!)).at(-1)).toMatchObject({ action: 'lose', role: 'school-head' });
  });
});

describe('the start of a school year', () => {
  it('puts each device back where the history says that it stood, and classes into other rooms, in one go', async () => {
    const first = await aDevice(house, fleet, 'in-stock');
    const { id: caseId, contents } = await aCase(house, fleet, 'in-stock', 1);
    await act(house, people.technician, first, 'place', { roomId: fleet.roomId });
    await act(house, people.technician, caseId, 'place', { roomId: fleet.otherRoomId });
    const devices = [await seen(first), await seen(caseId)];
    const away = { devices, stockPlaceId: fleet.stockPlaceId, reason: 'Fin d’année' };
    expect(toldOf(await people.technician.post('/api/v1/equipment/bulk/store', away))).toEqual([
      'in-stock',
      'in-stock',
    ]);

    expect(await standing(first)).toBeUndefined();
    expect(await gathered(first)).toMatchObject({ roomId: fleet.roomId, contents: 0 });
    expect(await gathered(caseId)).toMatchObject({ roomId: fleet.otherRoomId, contents: 1 });
    expect(await gathered(contents[0]!)).toBeUndefined();

    const stays = await aDevice(house, fleet, 'in-service');
    const back = {
      devices: [
        { ...(await seen(first)), roomId: fleet.roomId },
        { ...(await seen(caseId)), roomId: fleet.otherRoomId },
        { ...(await seen(stays)), roomId: fleet.otherRoomId },
      ],
    };
    const states = ['in-service', 'in-service', 'in-service'];
    expect(toldOf(await people.technician.post('/api/v1/equipment/bulk/rooms?preview=true', back))).toEqual(states);
    expect(await deviceRow(house, first)).toMatchObject({ state: 'in-stock' });
    expect(toldOf(await people.technician.post('/api/v1/equipment/bulk/rooms', back))).toEqual(states);
    expect(await deviceRow(house, first)).toMatchObject({ room_id: fleet.roomId });
    expect(await deviceRow(house, caseId)).toMatchObject({ room_id: fleet.otherRoomId });
    expect(await deviceRow(house, stays)).toMatchObject({ room_id: fleet.otherRoomId });
    expect(await gathered(first)).toBeUndefined();
  });

  it('forgets what was put away before this summer, and a room that is gone', async () => {
    const device = await aDevice(house, fleet, 'in-stock');
    const roomId = await house.build.room(fleet.school.id);
    await act(house, people.technician, device, 'place', { roomId });
    await act(house, people.technician, device, 'withdraw', { stockPlaceId: fleet.stockPlaceId, reason: 'Été' });
    await house.arrange('update room set removed = true where id = $1', [roomId]);
    expect(await gathered(device)).toMatchObject({ roomId: null });
    const shelved = await aDevice(house, fleet, 'in-stock');
    await house.build.insert('equipment_move', {
      ...{ equipment_id: shelved, action: 'withdraw', from_state: 'in-service', to_state: 'in-stock', role: 'system' },
      ...{ at: '2026-04-30T08:00:00Z', school_id: fleet.school.id, stock_place_id: fleet.stockPlaceId },
    });
    expect(await gathered(shelved)).toBeUndefined();
  });
});
