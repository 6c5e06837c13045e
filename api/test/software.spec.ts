import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCalendarDays, parisDateOf } from '@parc/domain';
import { said, type Body } from './harness/answers.js';
import { act, aDevice, deviceRow } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { Installing } from './harness/installing.js';
import type { Answer, Person } from './harness/person.js';
import { fullReport, startedWith } from './harness/plan.js';
import { aLicence, anInstallation, aTitle } from './harness/software-builders.js';

/** The register of software: what is bought, where it stands, what an order's report and a device's moves make of it. */
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
const standing = (titleId: string) =>
  house.sql<Body>(
    `select equipment_id, room_id, school_id, licence_id, seats, order_id from software_installation
      where title_id = $1 and ended_at is null order by at, id`,
    [titleId],
  );
const endsOf = async (titleId: string) =>
  (
    await house.sql<{ why: string; role: string }>(
      `select ended_why as why, ended_role as role from software_installation where title_id = $1 and ended_at is not null order by id`,
      [titleId],
    )
  ).map(({ why, role }) => `${why} ${role}`);
const install = (titleId: string, body: object, person = technician): Promise<Answer> =>
  person.post(`/api/v1/software-installations/of-title/${titleId}`, body);
const licenceRow = async (id: string) =>
  (await house.sql<Body>('select seats, seats_used, over_used, version from software_licence where id = $1', [id]))[0]!;

describe('the register', () => {
  const title = (more: object = {}) => ({
    ...{ name: 'Calcul gradué', publisher: 'Atelier des Nombres', hosting: 'hosted', free: false },
    ...more,
  });

  it('is written by the manager: a title once, its opinion with who and when', async () => {
    const added = await manager.post('/api/v1/software', title());
    expect(added.status).toBe(201);
    expect(said(await manager.post('/api/v1/software', title()))).toBe('409 software.title-taken');
    expect(said(await manager.post('/api/v1/software', title({ name: 'Autre', itemId: on.fleet.modelId })))).toBe(
      '422 software.item-unknown',
    );
    expect((await technician.post('/api/v1/software', title())).status).toBe(403);
    const clear = (body: object, version: number) =>
      manager.post(`/api/v1/software/${added.body.id}/clearance`, body, { version });
    const by = { clearedBy: 'Délégué à la protection des données', clearedOn: '2026-09-01' };
    expect(said(await clear({ clearance: 'cleared' }, 1))).toBe('422 software.clearance-unsaid');
    expect(said(await clear({ clearance: 'with-conditions', ...by }, 1))).toBe('422 software.conditions-missing');
    expect(said(await clear({ clearance: 'cleared', ...by, reviewOn: '2026-09-01' }, 1))).toBe(
      '422 software.review-before',
    );
    const conditions = 'Sans nom d’élève';
    expect((await clear({ clearance: 'with-conditions', ...by, conditions, reviewOn: '2027-09-01' }, 1)).status).toBe(
      200,
    );
    expect(await pageOf(added.body.id)).toMatchObject({ ...by, clearanceConditions: conditions, version: 2 });
    expect((await clear({ clearance: 'not-asked' }, 2)).status).toBe(200);
    expect(await pageOf(added.body.id)).toMatchObject({ clearedBy: null, reviewOn: null, clearance: 'not-asked' });
  });

  it('lists what deserves a look: ending soon, over and still there, over-used, without licence, without an opinion', async () => {
    const titles = await Promise.all(
      ['expiring', 'expired', 'over-used', 'unlicensed', 'clearance'].map((name) =>
        aTitle(house, {
          ...{ name: `À regarder, ${name}` },
          ...(name === 'clearance'
            ? {}
            : { clearance: 'cleared', cleared_by: 'DPD', cleared_on: '2026-01-05', review_on: '2099-01-01' }),
        }),
      ),
    );
    const [expiring, expired, overUsed, unlicensed] = titles as [string, string, string, string];
    const in_ = (days: number) => addCalendarDays(today(), days);
    await aLicence(house, expiring, { until_day: in_(90) });
    await aLicence(house, unlicensed, { until_day: in_(91) });
    const over = await aLicence(house, expired, { until_day: in_(-1) });
    const few = await aLicence(house, overUsed, { seats: 1 });
    const place = { school_id: on.plan.school.id };
    await anInstallation(house, expired, { ...place, licence_id: over });
    await anInstallation(house, overUsed, { ...place, licence_id: few, seats: 2 });
    await anInstallation(house, unlicensed, place);
    for (const name of ['expiring', 'expired', 'over-used', 'unlicensed', 'clearance']) {
      const { body } = await technician.get(`/api/v1/software?attention=${name}&search=regarder`);
      expect(body.items.map((one: Body) => one.name)).toEqual([`À regarder, ${name}`]);
    }
    for (const name of ['expiring', 'expired', 'over-used']) {
      const { body } = await manager.get(`/api/v1/software-licences?attention=${name}`);
      expect(body.items.map((one: Body) => one.titleName)).toContain(`À regarder, ${name}`);
    }
    const counts = (await (await house.person('committee')).get('/api/v1/software/counts')).body;
    expect(counts).toMatchObject({ noticeDays: 90, overUsed: expect.any(Number) });
    expect(counts.expired).toBeGreaterThan(0);
    const { text } = await manager.get('/api/v1/software/export.csv?attention=over-used&search=regarder');
    expect(text.split('\r\n')[1]).toContain('À regarder, over-used;Éditions du Crêt');
  });
});

describe('an installation', () => {
  it('takes its seats of the licence with room, and the seats over are listed, or refused where the licence forbids them', async () => {
    const titleId = await aTitle(house);
    const plan = await aLicence(house, titleId, { seats: 1 });
    const own = await aLicence(house, titleId, { seats: 1, school_id: on.plan.school.id });
    const devices = [await inService(), await inService(), await inService()];
    const answers = [];
    for (const id of devices) answers.push((await install(titleId, { mark: await tagOf(id) })).body);
    expect(answers).toMatchObject([
      { licenceId: own, overUsed: false },
      { licenceId: plan, overUsed: false },
      { licenceId: own, overUsed: true },
    ]);
    expect(said(await install(titleId, { mark: await tagOf(devices[0]!) }))).toBe('409 software.already-there');
    expect(said(await install(titleId, {}))).toBe('422 software.place-one');
    await house.arrange('update software_licence set strict = true where id = $1', [plan]);
    const more = await install(titleId, { schoolId: on.plan.school.id, seats: 2, licenceId: plan });
    expect(said(more)).toBe('409 software.seats-none');
    const elsewhere = await house.build.school();
    expect(said(await install(titleId, { schoolId: elsewhere.id, licenceId: own }))).toBe(
      '422 software.licence-other-school',
    );
    expect(await pageOf(titleId)).toMatchObject({ seatsUsed: 3, seatsBought: 2, overUsed: 1 });
  });

  it('ends once, and frees its seat', async () => {
    const titleId = await aTitle(house);
    const licence = await aLicence(house, titleId);
    const { body } = await install(titleId, { mark: await tagOf(await inService()) });
    const remove = () => technician.post(`/api/v1/software-installations/${body.id}/remove`, undefined);
    expect((await remove()).status).toBe(200);
    expect(said(await remove())).toBe('409 software.removed-already');
    expect(await licenceRow(licence)).toMatchObject({ seats_used: 0 });
    expect(await endsOf(titleId)).toEqual(['removed technician']);
    await expect(house.arrange('delete from software_installation where id = $1', [body.id])).rejects.toThrow(
      'ends once',
    );
  });

  it('of the last seat by two at once stands twice and is listed; of a strict licence one reads why', async () => {
    for (const [strict, expected] of [
      [false, ['201', '201']],
      [true, ['201', '409 software.seats-none']],
    ] as const) {
      const titleId = await aTitle(house);
      const licence = await aLicence(house, titleId, { seats: 1, strict });
      const codes = await Promise.all([inService(), inService()].map(async (id) => tagOf(await id)));
      const answers = await Promise.all(
        codes.map((code, n) => install(titleId, { mark: code, licenceId: licence }, n ? manager : technician)),
      );
      expect(answers.map(({ status, body }) => (status < 400 ? `${status}` : `${status} ${body.code}`)).sort()).toEqual(
        expected,
      );
      expect(await licenceRow(licence)).toMatchObject({ over_used: !strict });
    }
  });

  it('of one title on one device by eight at once stands once', async () => {
    const titleId = await aTitle(house);
    const code = await tagOf(await inService());
    const answers = await Promise.all(Array.from({ length: 8 }, () => install(titleId, { mark: code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
    expect(await standing(titleId)).toHaveLength(1);
  });

  it('is made and taken away on many devices, row by row, after a preview that changes nothing', async () => {
    const titleId = await aTitle(house);
    const [one, other, gone] = [await inService(), await inService(), await aDevice(house, on.fleet, 'lost')];
    await install(titleId, { mark: await tagOf(other) });
    const devices = [one, other, gone].map((id) => ({ id, version: 1 }));
    const many = (path: string) =>
      technician.post(`/api/v1/software-installations/of-title/${titleId}/${path}`, { devices });
    const codes = ({ body }: Answer) => body.outcomes.map((outcome: Body) => outcome.code);
    const expected = [null, 'software.already-there', 'software.device-gone'];
    expect(codes(await many('many?preview=true'))).toEqual(expected);
    expect(await standing(titleId)).toHaveLength(1);
    expect(codes(await many('many'))).toEqual(expected);
    expect(await standing(titleId)).toHaveLength(2);
    expect(codes(await many('many-removed'))).toEqual([null, null, 'software.not-there']);
    expect(await standing(titleId)).toEqual([]);
  });
});

describe('a licence', () => {
  const bought = (more: object = {}) => ({
    seats: 5,
    strict: false,
    fromDay: '2026-10-01',
    untilDay: '2027-09-30',
    ...more,
  });

  it('that renews another takes over what stands under it, once', async () => {
    const titleId = await aTitle(house);
    const former = await aLicence(house, titleId, { until_day: '2026-08-31' });
    await anInstallation(house, titleId, { school_id: on.plan.school.id, seats: 3, licence_id: former });
    const buy = (body: object) => manager.post(`/api/v1/software/${titleId}/licences`, body);
    expect(said(await buy(bought({ untilDay: '2026-09-30' })))).toBe('422 software.days');
    expect(said(await buy(bought({ netCents: 100 })))).toBe('422 software.price-whole');
    const { body } = await buy(bought({ renewsId: former, netCents: 10_000, vatBasisPoints: 2_000 }));
    expect(await licenceRow(former)).toMatchObject({ seats_used: 0 });
    expect(await licenceRow(body.id)).toMatchObject({ seats_used: 3 });
    expect(await endsOf(titleId)).toEqual(['renewed plan-manager']);
    expect(said(await buy(bought({ renewsId: former })))).toBe('409 software.licence-renewed');
    const { body: list } = await manager.get(`/api/v1/software-licences?titleId=${titleId}`);
    expect(list.items).toMatchObject([
      { id: former, renewed: true },
      { id: body.id, priceCents: 12_000 },
    ]);
  });

  it('gets more seats, and never fewer than it forbids itself', async () => {
    const titleId = await aTitle(house);
    const licence = await aLicence(house, titleId, { seats: 1 });
    await anInstallation(house, titleId, { school_id: on.plan.school.id, seats: 4, licence_id: licence });
    const write = (body: object, version: number) =>
      manager.put(`/api/v1/software-licences/${licence}`, body, { version });
    expect(await licenceRow(licence)).toMatchObject({ over_used: true });
    expect((await write(bought(), 1)).status).toBe(200);
    expect(await licenceRow(licence)).toMatchObject({ over_used: false, seats: 5 });
    expect(said(await write(bought({ seats: 3, strict: true }), 2))).toBe('409 software.seats-none');
    expect(said(await write(bought({ schoolId: on.plan.school.id }), 2))).toBe('422 software.licence-other-school');
  });

  it('that ends soon is told to the managers once, in one mail', async () => {
    const titleId = await aTitle(house, { name: 'Qui finit' });
    const licence = await aLicence(house, titleId, { until_day: addCalendarDays(today(), 30) });
    const admin = await house.person('administrator');
    const mails = () => house.sql<{ body: string }>(`select body from mail where body like '%Qui finit (le plan)%'`);
    await admin.post('/api/v1/jobs/licences-near-term/run', undefined);
    const [{ told } = { told: null }] = await house.sql('select told_on as told from software_licence where id = $1', [
      licence,
    ]);
    expect(told).not.toBeNull();
    const first = await mails();
    expect(first.length).toBeGreaterThan(0);
    await admin.post('/api/v1/jobs/licences-near-term/run', undefined);
    expect(await mails()).toHaveLength(first.length);
  });
});

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
      expect(await licenceRow(licence)).toMatchObject({ seats_used: 1 });
      expect(said(await act(house, manager, id, action, body))).toMatch(/^200/);
      expect(await standing(titleId)).toEqual([]);
      expect(await licenceRow(licence)).toMatchObject({ seats_used: 0 });
      expect(await endsOf(titleId)).toEqual(['gone plan-manager']);
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
    expect(await standing(ofPlan)).toMatchObject([{ equipment_id: id, school_id: null, licence_id: plan }]);
    expect(await standing(ofSchool)).toMatchObject([{ equipment_id: id, school_id: null, licence_id: null }]);
    expect(await licenceRow(own)).toMatchObject({ seats_used: 0 });
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
    expect(await standing(titleId)).toMatchObject([
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
    expect(await standing(titleId)).toMatchObject([{ equipment_id: one, order_id: id }]);
    expect(await pageOf(titleId)).toMatchObject({ seatsUsed: 1, seatsBought: 1 });
    expect(await endsOf(titleId)).toEqual(['report technician']);
  });

  it('puts it in its room where no device is named, for as long as the register says', async () => {
    const itemId = await software({ name: 'Par classe' });
    const titleId = await aTitle(house, { name: 'Par classe', item_id: itemId, unit_seats: 30, term_months: 12 });
    expect(said(await report(await order(itemId, 2)))).toBe('200 installed');
    expect(await standing(titleId)).toMatchObject([
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
    expect(await standing(await titleOf(itemId))).toMatchObject([{ equipment_id: device, seats: 1 }]);
  });

  it('of other things touches no title', async () => {
    const before = await house.sql('select from software_title');
    await report(await on.ofService(1));
    expect(await house.sql('select from software_title')).toHaveLength(before.length);
  });
});

describe('a school', () => {
  it('reads what it has and whether it is cleared; by which licence and at what price, who may', async () => {
    const titleId = await aTitle(house, { name: 'Pour toute l’école' });
    await aLicence(house, titleId, {
      ...{ school_id: on.plan.school.id, until_day: '2099-08-31', net_cents: 10_000, vat_basis_points: 2_000 },
    });
    const id = await inService();
    await install(titleId, { mark: await tagOf(id) });
    const { id: schoolId } = on.plan.school;
    const read = async (person: Person) =>
      (await person.get(`/api/v1/software/of-school/${schoolId}`)).body.items.find(
        (one: Body) => one.titleId === titleId,
      );
    const teacher = await house.person('teacher', { school_id: schoolId });
    const commune = await house.person('commune-officer', { commune_id: on.plan.school.communeId });
    expect(await read(on.plan.head)).toMatchObject({ licensed: true, licensedUntil: '2099-08-31', priceCents: 12_000 });
    expect(await read(commune)).toMatchObject({ licensed: true, licensedUntil: '2099-08-31', priceCents: null });
    expect(await read(teacher)).toMatchObject({
      clearance: 'not-asked',
      licensed: null,
      licensedUntil: null,
      priceCents: null,
    });
    const elsewhere = await house.build.school();
    expect((await teacher.get(`/api/v1/software/of-school/${elsewhere.id}`)).status).toBe(404);
    expect((await teacher.get('/api/v1/software')).status).toBe(403);
    const { body } = await teacher.get(`/api/v1/software/of-device/${id}`);
    expect(body.items).toMatchObject([{ titleId, licensed: null }]);
  });
});
