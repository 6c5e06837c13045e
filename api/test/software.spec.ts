import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCalendarDays, parisDateOf } from '@parc/domain';
import { said, type Body } from './harness/answers.js';
import { aDevice, deviceRow } from './harness/equipment-builders.js';
import { Held, waits } from './harness/held.js';
import { House } from './harness/house.js';
import { Installing } from './harness/installing.js';
import type { Answer, Person } from './harness/person.js';
import { aLicence, anInstallation, aTitle, endsOf, licenceRow, standingOf } from './harness/software-builders.js';

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
const install = (titleId: string, body: object, person = technician): Promise<Answer> =>
  person.post(`/api/v1/software-installations/of-title/${titleId}`, body);

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
    expect(await licenceRow(house, licence)).toMatchObject({ seats_used: 0 });
    expect(await endsOf(house, titleId)).toEqual(['removed technician']);
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
      expect(await licenceRow(house, licence)).toMatchObject({ over_used: !strict });
    }
  });

  it('of one title on one device by eight at once stands once', async () => {
    const titleId = await aTitle(house);
    const code = await tagOf(await inService());
    const answers = await Promise.all(Array.from({ length: 8 }, () => install(titleId, { mark: code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
    expect(await standingOf(house, titleId)).toHaveLength(1);
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
    expect(await standingOf(house, titleId)).toHaveLength(1);
    expect(codes(await many('many'))).toEqual(expected);
    expect(await standingOf(house, titleId)).toHaveLength(2);
    expect(codes(await many('many-removed'))).toEqual([null, null, 'software.not-there']);
    expect(await standingOf(house, titleId)).toEqual([]);
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
    expect(await licenceRow(house, former)).toMatchObject({ seats_used: 0 });
    expect(await licenceRow(house, body.id)).toMatchObject({ seats_used: 3 });
    expect(await endsOf(house, titleId)).toEqual(['renewed plan-manager']);
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
    expect(await licenceRow(house, licence)).toMatchObject({ over_used: true });
    expect((await write(bought(), 1)).status).toBe(200);
    expect(await licenceRow(house, licence)).toMatchObject({ over_used: false, seats: 5 });
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

describe('at the same moment', () => {
  it('two take the last seats of two licences: each has its own, and neither licence is over-used', async () => {
    const titleId = await aTitle(house);
    const licences = [await aLicence(house, titleId, { seats: 1 }), await aLicence(house, titleId, { seats: 1 })];
    const marks = await Promise.all([inService(), inService()].map(async (id) => tagOf(await id)));
    const other = await Held.row(house, 'software_title', await aTitle(house));
    await other.run(`select pg_advisory_xact_lock(hashtext('software seats'))`);
    const answers = marks.map((mark) => install(titleId, { mark }));
    await waits(house, Promise.all(answers), 2);
    await other.letGo('rollback');
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([201, 201]);
    const used = await Promise.all(licences.map((id) => licenceRow(house, id)));
    expect(used.map(({ seats_used }) => seats_used)).toEqual([1, 1]);
  });
});
