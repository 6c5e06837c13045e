import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDelivery, enter, look, pageOf, undo, type DeliveryGround } from './harness/delivery-builders.js';
import { aStockPlace, movesOf } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { listOf, ReceivingDesk, row, run } from './harness/receiving-desk.js';

/** A receipt taken back, and several people at once in deliveries. */
let house: House;
let desk: ReceivingDesk;
let ground: DeliveryGround;
let manager: Person;
let technician: Person;

beforeAll(async () => {
  house = await House.open();
  desk = await ReceivingDesk.in(house);
  ({ ground, manager, technician } = desk);
});
afterAll(() => house.close());

describe('a receipt', () => {
  it('is undone as one: its devices are awaited again, by name, and the mended list takes them back with their labels', async () => {
    const { id, receiptId } = await desk.receivedDelivery('M', 3);
    const before = await desk.received(id);
    expect((await undo(manager, id, receiptId)).status).toBe(200);
    expect(await desk.received(id)).toEqual(before.map((device) => ({ ...device, state: 'ordered' })));
    const page = await pageOf(manager, id);
    expect(page).toMatchObject({
      received: 0,
      missing: 3,
      netCents: 0,
      receipts: [{ undoable: false, undoneByName: expect.any(String) }],
    });
    const twice = await undo(manager, id, receiptId);
    expect([twice.status, twice.body.code]).toEqual([409, 'delivery.undone']);

    // One serial number was wrong: the device that was awaited in its place is this one.
    const list = await desk.sent(id, listOf(row(`${run}M0`), row(`${run}M1`), row(`${run}N2`)));
    const seen = (await look(manager, list)).body;
    expect(seen).toMatchObject({ ready: 3, faulty: 0 });
    await enter(manager, list, seen);
    const after = await desk.received(id);
    expect(after.map(({ tag }) => tag)).toEqual(before.map(({ tag }) => tag));
    expect(after.map(({ serial }) => serial)).toEqual(['M0', 'M1', 'N2'].map((end) => run + end));
    expect(await pageOf(manager, id)).toMatchObject({ received: 3, missing: 0 });
    const [device] = await house.sql<{ id: string }>('select id from equipment where serial = $1', [`${run}N2`]);
    expect((await movesOf(house, device!.id)).map(({ action }) => action)).toEqual([
      'receive',
      'undo-receipt',
      'receive',
    ]);
  });

  it.each(['place', 'store'])('of which one device was %sd since is not undone, and says which', async (action) => {
    const { id, receiptId } = await desk.receivedDelivery(action[0]!.toUpperCase(), 2);
    const [device] = await house.sql<{ id: string; tag: string; version: number }>(
      `select id, tag, version from equipment where receipt_id = $1 order by tag`,
      [receiptId],
    );
    const body = action === 'place' ? { roomId: ground.roomId } : { stockPlaceId: await aStockPlace(house) };
    const moved = await manager.post(`/api/v1/equipment/${device!.id}/${action}`, body, { version: device!.version });
    expect(moved.status).toBe(200);
    const answer = await undo(manager, id, receiptId);
    expect([answer.status, answer.body.code]).toEqual([409, 'delivery.moved-since']);
    expect((await desk.received(id)).filter(({ state }) => state === 'ordered')).toEqual([]);
    expect((await pageOf(manager, id)).receipts).toMatchObject([{ undoable: false, undoneAt: null }]);
  });
});

describe('at the same moment', () => {
  it('the same serial number in two deliveries comes in once, and the other reads under which label', async () => {
    const ids = await Promise.all([aDelivery(manager, ground), aDelivery(technician, ground)]);
    const lists = await Promise.all(
      ids.map((id) => desk.sent(id, listOf(row(`${run}Z0`), row(`${run}Z${id[0]}${id[1]}${id.slice(-4)}`)))),
    );
    const seen = await Promise.all(lists.map(async (list) => (await look(manager, list)).body));
    const answers = await Promise.all(lists.map((list, n) => enter(n ? technician : manager, list, seen[n])));
    const told = answers.map(({ status, body }) => (status === 200 ? '200' : `${status} ${body.code}`)).sort();
    expect([
      ['200', '409 equipment.serial-taken'],
      ['200', '412 delivery.changed-since'],
    ]).toContainEqual(told);
    const lost = answers.findIndex(({ status }) => status !== 200);
    expect(await desk.received(ids[lost]!)).toEqual([]);
    const why = (await look(manager, lists[lost])).body;
    const [winner] = await house.sql<{ tag: string }>('select tag from equipment where serial = $1', [`${run}Z0`]);
    expect(why).toMatchObject({
      ready: 1,
      faulty: 1,
      faultyRows: [{ faults: [{ code: 'serial-known', other: winner!.tag }] }],
    });
  });

  it('eight receipts by hand are given as many labels, each once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => aDelivery(manager, ground)));
    const answers = await Promise.all(
      ids.map((id) =>
        manager.post(`/api/v1/deliveries/${id}/receipts`, {
          devices: [{ modelId: ground.modelId }, { modelId: ground.modelId }],
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(201));
    expect(new Set(answers.flatMap(({ body }) => body.tags)).size).toBe(16);
  });

  it('an undoing and a move: one is made, the other reads that it was too late', async () => {
    const { id, receiptId } = await desk.receivedDelivery('Q', 2);
    const [device] = await house.sql<{ id: string; version: number }>(
      'select id, version from equipment where receipt_id = $1',
      [receiptId],
    );
    const answers = await Promise.all([
      undo(manager, id, receiptId),
      technician.post(`/api/v1/equipment/${device!.id}/place`, { roomId: ground.roomId }, { version: device!.version }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const states = new Set((await desk.received(id)).map(({ state }) => state));
    expect(states).toEqual(new Set(answers[0]!.status === 200 ? ['ordered'] : ['in-service', 'in-stock']));
  });
});
