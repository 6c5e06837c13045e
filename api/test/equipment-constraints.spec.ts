import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EQUIPMENT_STATE_NAMES, EQUIPMENT_STATES } from '@parc/domain';
import { aCase, aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';

/** What the database itself refuses of devices, whoever writes: these statements go around the service. */
let house: House;
let fleet: Fleet;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
});
afterAll(() => house.close());

const set = (columns: string, id: string, ...values: unknown[]) =>
  house.arrange(`update equipment set ${columns} where id = $1`, [id, ...values]);

describe('the database', () => {
  it('has one device of a label, and one of a serial number', async () => {
    const [one, other] = [await aDevice(house, fleet, 'in-stock'), await aDevice(house, fleet, 'in-stock')];
    for (const column of ['tag', 'serial'])
      await expect(set(`${column} = (select ${column} from equipment where id = $2)`, one, other)).rejects.toThrow(
        `equipment_${column}_key`,
      );
  });

  it('has a device in one place, and nowhere once it is gone', async () => {
    const id = await aDevice(house, fleet, 'in-stock');
    await expect(set('room_id = $2, school_id = $3', id, fleet.roomId, fleet.school.id)).rejects.toThrow(
      'equipment_one_place',
    );
    await expect(set('stock_place_id = null', id)).rejects.toThrow('equipment_one_place');
    await expect(set(`state = 'disposed'`, id)).rejects.toThrow('equipment_one_place');
  });

  it('has a room’s device in the room’s school, and what lies in stock in none', async () => {
    const other = await house.build.school();
    const id = await aDevice(house, fleet, 'in-service');
    await expect(set('school_id = $2', id, other.id)).rejects.toThrow('equipment_room_of_its_school');
    await expect(set('school_id = null', id)).rejects.toThrow('equipment_school_of_its_place');
    const stored = await aDevice(house, fleet, 'in-stock');
    await expect(set('school_id = $2', stored, other.id)).rejects.toThrow('equipment_school_of_its_place');
  });

  it.each(EQUIPMENT_STATE_NAMES)('has one that is %s where the row of its state says', async (state) => {
    const { spot } = EQUIPMENT_STATES[state];
    const places = {
      nowhere: [null, null, null],
      stock: [fleet.stockPlaceId, null, null],
      room: [null, fleet.roomId, fleet.school.id],
    };
    const wanted = spot === 'stock-or-room' ? ['stock', 'room'] : [spot];
    const let_in: string[] = [];
    for (const [name, [stock, room, school]] of Object.entries(places)) {
      const tried = aDevice(house, fleet, state, { stock_place_id: stock, room_id: room, school_id: school });
      if (
        await tried.then(
          () => true,
          () => false,
        )
      )
        let_in.push(name);
    }
    expect(let_in).toEqual(wanted);
  });

  it('has nothing in what is no case, no case in a case, nothing in itself', async () => {
    const { id } = await aCase(house, fleet, 'in-stock', 0);
    const device = await aDevice(house, fleet, 'in-stock');
    const into = 'container_id = $2, stock_place_id = null';
    const apart = 'equipment_lies_with_its_container';
    await expect(set(into, await aDevice(house, fleet, 'in-stock'), device)).rejects.toThrow(apart);
    await expect(set(into, device, device)).rejects.toThrow(apart);
    const alone = 'equipment_container_stands_alone';
    await expect(set(into, (await aCase(house, fleet, 'in-stock', 0)).id, id)).rejects.toThrow(alone);
    await expect(set(into, id, id)).rejects.toThrow(alone);
    await set(into, device, id);
    await expect(set('is_container = false', id)).rejects.toThrow(apart);
  });

  it('has what a case contains in its state and its school, neither left behind', async () => {
    const { id, contents } = await aCase(house, fleet, 'in-service', 1);
    const apart = 'equipment_lies_with_its_container';
    await expect(set(`state = 'lost'`, contents[0]!)).rejects.toThrow(apart);
    await expect(set('school_id = null', contents[0]!)).rejects.toThrow(apart);
    await expect(set(`state = 'lost'`, id)).rejects.toThrow(apart);
    await expect(
      house.arrange(`update equipment set state = 'lost' where id = any($1)`, [[id, ...contents]]),
    ).resolves.toBeUndefined();
  });

  it('keeps every move as it was written', async () => {
    await aDevice(house, fleet, 'in-service');
    for (const statement of [
      'update equipment_move set reason = null',
      'delete from equipment_move',
      'truncate equipment_move',
    ])
      await expect(house.arrange(statement)).rejects.toThrow('only ever added');
  });
});
