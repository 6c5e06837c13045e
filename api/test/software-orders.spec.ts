import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCalendarDays, parisDateOf } from '@parc/domain';
import { said, type Body } from './harness/answers.js';
import { act, aDevice, deviceRow } from './harness/equipment-builders.js';
import { Held, isFree, waits } from './harness/held.js';
import { House } from './harness/house.js';
import { Installing } from './harness/installing.js';
import type { Answer, Person } from './harness/person.js';
import { fullReport, startedWith } from './harness/plan.js';
import { aLicence, aTitle, endsOf, licenceRow, standingOf } from './harness/software-builders.js';

/** What an order's report and a device's moves make of the register of software. */
let house: House;
let on: Installing;
let manager: Person;
let technician: Person;

beforeAll(async () => {
  house = await House.open();
  on = await Installing.in(house);
  manager = on.plan.manager;
  technician = on.plan.technician;
});
afterAll(() => house.close());

const today = () => parisDateOf(house.now());
const inService = () => aDevice(house, on.fleet, 'in-service');
const tagOf = async (id: string) => String((await deviceRow(house, id)).tag);
const pageOf = async (titleId: string) => (await manager.get(`/api/v1/software/${titleId}`)).body;
const install = (titleId: string, body: object, person = technician): Promise<Answer> =>
  person.post(`/api/v1/software-installations/of-title/${titleId}`, body);

describe('what stands on a device', () => {
  it('is over when the device is retired or lost, and its seat is free', async () => {
    for (const [state, action, body] of [
      ['in-service', 'lose', undefined],
      ['in-stock', 'retire', { decisionNumber: 'D-1' }],
    ] as const) {
      const titleId = await aTitle(house);
      const licence = await aLicence(house, titleId);
      const id = await aDevice(house, on.fleet, state);
      await install(titleId, { mark: await tagOf(id) });
      expect(await licenceRow(house, licence)).toMatchObject({ seats_used: 1 });
      expect(said(await act(house, manager, id, action, body))).toMatch(/^200/);
      expect(await standingOf(house, titleId)).toEqual([]);
      expect(await licenceRow(house, licence)).toMatchObject({ seats_used: 0 });
      expect(await endsOf(house, titleId)).toEqual(['gone plan-manager']);
    }
  });

  it('goes with it: the plan’s licence follows, a school’s stays, and what it covered is listed without one', async () => {
    const [ofPlan, ofSchool] = [await aTitle(house), await aTitle(house)];
    const plan = await aLicence(house, ofPlan);
    const own = await aLicence(house, ofSchool, { school_id: on.plan.school.id });
    const id = await inService();
    const code = await tagOf(id);
    await install(ofPlan, { mark: code });
    await install(ofSchool, { mark: code });
    const stored = { stockPlaceId: on.fleet.stockPlaceId, reason: 'À reprendre' };
    expect(said(await act(house, technician, id, 'withdraw', stored))).toMatch(/^200/);
    expect(await standingOf(house, ofPlan)).toMatchObject([{ equipment_id: id, school_id: null, licence_id: plan }]);
    expect(await standingOf(house, ofSchool)).toMatchObject([{ equipment_id: id, school_id: null, licence_id: null }]);
    expect(await licenceRow(house, own)).toMatchObject({ seats_used: 0 });
    const { body } = await manager.get('/api/v1/software-installations?unlicensed=true');
    expect(body.items.map((one: Body) => one.titleId)).toContain(ofSchool);
  });

  it('cannot be left behind by whoever moves devices another way', async () => {
    const titleId = await aTitle(house);
    const id = await inService();
    await install(titleId, { mark: await tagOf(id) });
    await expect(house.arrange(`update equipment set state = 'lost' where id = $1`, [id])).rejects.toThrow(
      'software stands on device',
    );
  });
});

describe('the report of an order', () => {
  const software = (row = {}, price = {}) =>
    house.build.item(
      { kind: 'software', category: 'software', name: 'Lire pas à pas', maker: 'Éditions du Crêt', ...row },
      { unitNetCents: 1_200, ...price },
    );
  const order = (itemId: string, quantity: number, more: { itemId: string; quantity: number }[] = []) =>
    startedWith(on.plan, [{ itemId, quantity, roomId: on.plan.roomId }, ...more]);
  const report = async (id: string, devices: object[] = [], quantity?: number) => {
    const body = await fullReport(technician, id);
    if (quantity !== undefined) body.lines[0] = { ...body.lines[0], quantity, lessReason: 'Moins' };
    const lines = body.lines.map(({ lineId }: { lineId: string }) => lineId);
    return technician.act(id, 'report', {
      ...body,
      devices: devices.map((one) => ({ lineId: lines[0], roomId: null, ...one })),
    });
  };
  const titleOf = async (itemId: string) =>
    String((await house.sql<{ id: string }>('select id from software_title where item_id = $1', [itemId]))[0]?.id);

  it('enters the title, the seats that it bought and the devices that it names; a second one replaces the first', async () => {
    const itemId = await software();
    const id = await order(itemId, 2);
    const [one, other] = [await inService(), await inService()];
    const named = await Promise.all([one, other].map(async (device) => ({ mark: await tagOf(device) })));
    expect(said(await report(id, named))).toBe('200 installed');
    const titleId = await titleOf(itemId);
    expect(await standingOf(house, titleId)).toMatchObject([
      { equipment_id: one, order_id: id, seats: 1 },
      { equipment_id: other, order_id: id, seats: 1 },
    ]);
    expect(await pageOf(titleId)).toMatchObject({
      ...{ name: 'Lire pas à pas', publisher: 'Éditions du Crêt', clearance: 'not-asked' },
      ...{ seatsUsed: 2, seatsBought: 2 },
    });
    const { body } = await manager.get(`/api/v1/software-licences?titleId=${titleId}`);
    expect(body.items).toMatchObject([{ schoolId: on.plan.school.id, orderId: id, netCents: 2_400, seats: 2 }]);
    await on.dispute(id);
    await technician.act(id, 'start');
    expect(said(await report(id, [named[0]!], 1))).toBe('200 installed');
    expect(await standingOf(house, titleId)).toMatchObject([{ equipment_id: one, order_id: id }]);
    expect(await pageOf(titleId)).toMatchObject({ seatsUsed: 1, seatsBought: 1 });
    expect(await endsOf(house, titleId)).toEqual(['report technician']);
  });

  it('waits its turn for seats before it holds a licence, so that who installs meanwhile does not wait for it', async () => {
    const itemId = await software({ name: 'À son tour' });
    const id = await order(itemId, 2);
    expect(said(await report(id))).toBe('200 installed');
    const titleId = await titleOf(itemId);
    const [licence] = await house.sql<{ id: string }>('select id from software_licence where order_id = $1', [id]);
    await on.dispute(id);
    await technician.act(id, 'start');
    const installing = await Held.row(house, 'software_title', titleId);
    await installing.run(`select pg_advisory_xact_lock(hashtext('software seats'))`);
    const second = report(id, [], 1);
    const seen = [await waits(house, second), await isFree(house, 'software_licence', licence!.id)];
    await installing.letGo('rollback');
    expect(seen).toEqual([true, true]);
    expect(said(await second)).toBe('200 installed');
  });

  it('puts it in its room where no device is named, for as long as the register says', async () => {
    const itemId = await software({ name: 'Par classe' });
    const titleId = await aTitle(house, { name: 'Par classe', item_id: itemId, unit_seats: 30, term_months: 12 });
    expect(said(await report(await order(itemId, 2)))).toBe('200 installed');
    expect(await standingOf(house, titleId)).toMatchObject([
      { equipment_id: null, room_id: on.plan.roomId, school_id: on.plan.school.id, seats: 60 },
    ]);
    const { body } = await manager.get(`/api/v1/software-licences?titleId=${titleId}`);
    expect(body.items).toMatchObject([
      { fromDay: today(), untilDay: addCalendarDays(`${Number(today().slice(0, 4)) + 1}${today().slice(4)}`, -1) },
    ]);
  });

  it('of a service that puts software in place names the devices of the software that it was ordered with', async () => {
    const [itemId, service] = [
      await software({ name: 'À déployer' }),
      await house.build.item({ kind: 'service', category: 'software', name: 'Installation d’un logiciel' }),
    ];
    const id = await order(itemId, 1, [{ itemId: service, quantity: 1 }]);
    const device = await inService();
    const lines = (await on.linesOf(id)).map((line) => line.id);
    expect(said(await report(id, [{ lineId: lines[1], mark: await tagOf(device) }]))).toBe('200 installed');
    expect(await standingOf(house, await titleOf(itemId))).toMatchObject([{ equipment_id: device, seats: 1 }]);
  });

  it('of other things touches no title', async () => {
    const before = await house.sql('select from software_title');
    await report(await on.ofService(1));
    expect(await house.sql('select from software_title')).toHaveLength(before.length);
  });
});
