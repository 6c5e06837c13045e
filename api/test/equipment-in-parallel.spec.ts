import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, aDevice, aFleet, deviceRow, movesOf, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';

/** Several people at once on the same devices: one wins, the others read why, and every line of history is one that was. */
let house: House;
let fleet: Fleet;
let technician: Person;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const told = (answers: Answer[]) =>
  answers.map(({ status, body }) => (status < 400 ? String(status) : `${status} ${body.code}`)).sort();
const at = (id: string, action: string) => `/api/v1/equipment/${id}/${action}`;

describe('at the same moment', () => {
  it('a device is placed once, in one of eight rooms', async () => {
    const id = await aDevice(house, fleet, 'in-stock');
    const rooms = await Promise.all(Array.from({ length: 8 }, () => house.build.room(fleet.school.id)));
    const answers = await Promise.all(
      rooms.map((roomId, n) => (n % 2 ? manager : technician).post(at(id, 'place'), { roomId }, { version: 1 })),
    );
    expect(told(answers)).toEqual(['200', ...Array<string>(7).fill('412 version.stale')]);
    const won = rooms[answers.findIndex(({ status }) => status === 200)];
    expect(await deviceRow(house, id)).toMatchObject({ state: 'in-service', room_id: won });
    expect((await movesOf(house, id)).map(({ action }) => action)).toEqual(['receive', 'place', 'release']);
  });

  it('a move and a retirement: one is made, the other reads that it was too late', async () => {
    const id = await aDevice(house, fleet, 'in-stock');
    const answers = await Promise.all([
      manager.post(at(id, 'retire'), { decisionNumber: 'D-1' }, { version: 1 }),
      technician.post(at(id, 'place'), { roomId: fleet.roomId }, { version: 1 }),
    ]);
    expect(told(answers)).toEqual(['200', '412 version.stale']);
    expect(['retired', 'in-service']).toContain((await deviceRow(house, id)).state);
  });

  it('one serial number in two receipts, one label in two: each is known once', async () => {
    const body = (n: number) => ({
      modelId: fleet.modelId,
      stockPlaceId: fleet.stockPlaceId,
      tag: `PE-70000${n}`,
      serial: `S7-${n}`,
    });
    const serials = await Promise.all(
      [1, 2].map((n) => technician.post('/api/v1/equipment', { ...body(n), serial: 'S7' })),
    );
    expect(told(serials)).toEqual(['201', '409 equipment.serial-taken']);
    const tags = await Promise.all(
      [3, 4].map((n) => technician.post('/api/v1/equipment', { ...body(n), tag: 'PE-700009' })),
    );
    expect(told(tags)).toEqual(['201', '409 equipment.tag-taken']);
  });

  it('a case leaves and a device goes into it, or out of it: nothing is ever beside its case', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, contents } = await aCase(house, fleet, 'in-stock', 3);
      const coming = await aDevice(house, fleet, 'in-stock');
      const answers = await Promise.all([
        technician.post(at(id, 'place'), { roomId: fleet.roomId }, { version: 1 }),
        manager.post(at(coming, 'store'), { containerId: id }, { version: 1 }),
        manager.post(at(contents[1]!, 'store'), { stockPlaceId: fleet.stockPlaceId }, { version: 1 }),
        technician.post(at(contents[2]!, 'lose'), undefined, { version: 1 }),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => ![200, 409, 412].includes(status))).toEqual([]);
      const apart = await house.sql(
        `select e.tag from equipment e join equipment c on c.id = e.container_id
          where (e.state, e.school_id) is distinct from (c.state, c.school_id)`,
      );
      expect(apart).toEqual([]);
    }
  });
});
