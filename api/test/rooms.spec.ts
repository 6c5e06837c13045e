import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, aDevice, aFleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { draft, smallPlan, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;
let url: string;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house);
  url = `/api/v1/schools/${plan.school.id}/rooms`;
});
afterAll(() => house.close());

const room = (name: string, changes = {}) => ({ name, floor: null, hasPower: true, hasNetwork: false, ...changes });
const names = async () => (await plan.teacher.get(url)).body.items.map(({ name }: { name: string }) => name);

describe('the rooms of a school', () => {
  it('are added by its head, each under a name of its own', async () => {
    const added = await plan.head.post(url, room('CE2 B', { floor: '1er étage' }));
    expect(added).toMatchObject({
      status: 201,
      body: { name: 'CE2 B', floor: '1er étage', hasPower: true, version: 1 },
    });
    expect((await plan.head.post(url, room('ce2 b'))).body).toMatchObject({ status: 409, code: 'room.name-taken' });
    expect((await plan.head.post(url, room(' '))).body).toMatchObject({
      code: 'request.invalid',
      fields: [{ name: 'name' }],
    });
    expect(await names()).toContain('CE2 B');
  });

  it('are changed at the version seen', async () => {
    const { id } = (await plan.head.post(url, room('Bibliothèque'))).body;
    expect(
      (await plan.manager.put(`${url}/${id}`, room('BCD', { hasNetwork: true }), { version: 1 })).body,
    ).toMatchObject({ name: 'BCD', hasNetwork: true, version: 2 });
    expect((await plan.head.put(`${url}/${id}`, room('Autre'), { version: 1 })).body.code).toBe('version.stale');
    expect((await plan.head.put(`${url}/${id}`, room('Autre'))).body.code).toBe('version.missing');
  });

  it('leave the list when removed, stay in the history, and free their name', async () => {
    const { id } = (await plan.head.post(url, room('Dortoir'))).body;
    const kept = await draft(plan, [{ itemId: plan.itemId, quantity: 1, roomId: id }]);
    expect((await plan.head.post(`${url}/${id}/remove`, undefined, { version: 1 })).status).toBe(200);
    expect(await names()).not.toContain('Dortoir');
    expect((await plan.head.get(`/api/v1/orders/${kept.id}`)).body.lines[0].roomName).toBe('Dortoir');
    expect(
      (
        await house.sql(`select operation from history where table_name = 'room' and row_id = $1 order by id`, [id])
      ).map(({ operation }) => operation),
    ).toEqual(['INSERT', 'UPDATE']);
    expect((await plan.head.post(`${url}/${id}/remove`, undefined, { version: 2 })).body.code).toBe('object.not-found');
    expect((await plan.head.post(url, room('Dortoir'))).status).toBe(201);
  });

  it('stay while devices stand in them: the refusal says how many, and two at once end one way', async () => {
    const { id } = (await plan.head.post(url, room('Occupée'))).body;
    await house.build.convention(plan.school);
    const fleet = { ...(await aFleet(house)), school: plan.school, roomId: id };
    const placed = await aDevice(house, fleet, 'in-service');
    await aDevice(house, fleet, 'under-repair', { room_id: id, school_id: plan.school.id, stock_place_id: null });
    const lost = await aDevice(house, fleet, 'lost', { room_id: id, school_id: plan.school.id, stock_place_id: null });
    const removed = () => plan.head.post(`${url}/${id}/remove`, undefined, { version: 1 });
    expect((await removed()).body).toMatchObject({ status: 409, code: 'room.not-empty', devices: 2 });
    expect((await removed()).body.title).toContain('2 appareils');
    // Not around the door either.
    await expect(house.arrange('update room set removed = true where id = $1', [id])).rejects.toThrow(
      /devices stand in this room/,
    );
    await expect(house.arrange(`update school set state = 'closed' where id = $1`, [plan.school.id])).rejects.toThrow(
      /devices stand in this school/,
    );

    await house.arrange(
      `update equipment set state = 'in-stock', room_id = null, school_id = null, stock_place_id = $2
        where room_id = $1 and id <> $3`,
      [id, fleet.stockPlaceId, lost],
    );
    const [gone, back] = await Promise.all([removed(), act(house, plan.technician, placed, 'place', { roomId: id })]);
    expect([
      [200, 422],
      [409, 200],
    ]).toContainEqual([gone.status, back.status]);
    expect([undefined, 'room.not-empty']).toContain(gone.body.code);
    expect([undefined, 'equipment.room-missing']).toContain(back.body.code);
  });

  it('of another school are absent', async () => {
    const other = await smallPlan(house);
    expect((await other.head.get(url)).body.code).toBe('object.not-found');
    expect((await other.head.post(url, room('Intruse'))).body.code).toBe('object.not-found');
    const body = room('Intruse');
    // Neither by the other school's address, nor by one's own with the other's room.
    expect((await other.head.put(`${url}/${plan.roomId}`, body, { version: 1 })).body.code).toBe('object.not-found');
    expect(
      (await other.head.put(`/api/v1/schools/${other.school.id}/rooms/${plan.roomId}`, body, { version: 1 })).body.code,
    ).toBe('object.not-found');
    expect(
      (
        await other.head.post(`/api/v1/schools/${other.school.id}/rooms/${plan.roomId}/remove`, undefined, {
          version: 1,
        })
      ).body.code,
    ).toBe('object.not-found');
    expect(await names()).not.toContain('Intruse');
  });

  it('are not a teacher’s, a technician’s or a commune’s to write', async () => {
    const commune = await house.person('commune-officer', { commune_id: plan.school.communeId });
    for (const person of [plan.teacher, plan.technician, commune]) {
      expect((await person.post(url, room('Refusée'))).body.code).toBe('role.may-not');
      expect((await person.put(`${url}/${plan.roomId}`, room('Refusée'), { version: 1 })).body.code).toBe(
        'role.may-not',
      );
    }
  });
});
