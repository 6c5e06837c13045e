import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCase, aDevice, aFleet, AT, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { aCirconscription, aModule, aSession, seated } from './harness/training-builders.js';

/** What a school's equipment asks of its teachers, and the two ways into service besides a session. */
let house: House;
let fleet: Fleet;
let manager: Person;
let technician: Person;
let inspector: Person;
let head: Person;
let teacher: Person;
let committee: Person;
let modelId: string;
let moduleId: string;
let circonscriptionId: string;

beforeAll(async () => {
  house = await House.open();
  circonscriptionId = await aCirconscription(house);
  manager = await house.person('plan-manager');
  technician = await house.person('technician');
  inspector = await house.person('inspector', { circonscription_id: circonscriptionId });
  committee = await house.person('committee');
});
afterAll(() => house.close());
beforeEach(async () => {
  fleet = await aFleet(house);
  modelId = fleet.taughtModelId;
  await house.arrange('update school set circonscription_id = $1 where id = $2', [circonscriptionId, fleet.school.id]);
  head = await house.person('school-head', { school_id: fleet.school.id });
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  moduleId = await aModule(house, [modelId]);
});

const SIGNATURE = 'M10 20L30 40';
const url = () => `/api/v1/schools/${fleet.school.id}/coherence`;
const pageOf = async (by: Person) => (await by.get(url())).body;
const said = ({ status, body }: Answer) => `${status} ${(body.code as string | undefined) ?? ''}`.trim();
const handOver = (given = {}, by = technician) =>
  by.post(`/api/v1/schools/${fleet.school.id}/coherence/handovers`, {
    modelId,
    accountId: teacher.accountId,
    signature: SIGNATURE,
    ...given,
  });
const waiting = (row = {}) => aDevice(house, fleet, 'awaiting-training', { model_id: modelId, ...row });
const stateOf = async (id: string) => (await deviceRow(house, id)).state;
const leave = ({ accountId }: Person) =>
  house.arrange(`update assignment set from_day = '2025-09-01', to_day = '2026-10-01' where account_id = $1`, [
    accountId,
  ]);

async function trained(accountId: string): Promise<void> {
  const trainer = await house.build.account('digital-trainer', { circonscription_id: circonscriptionId });
  const ground = { circonscriptionId, schoolId: fleet.school.id, trainerId: trainer.id, by: manager.accountId };
  const session = await aSession(house, ground, 'closed', { module_id: moduleId });
  const recorded = { present: true, recorded_by: trainer.id, recorded_at: AT };
  await seated(house, session, { accountId, schoolId: fleet.school.id }, recorded);
}

describe('what a school reads of its equipment and its trainings', () => {
  it('names who may sign a handover to its head and to a technician, and to nobody else', async () => {
    const team = (by: Person) => by.get(`/api/v1/schools/${fleet.school.id}/coherence/team`);
    const names = (await team(technician)).body.people.map(({ accountId }: { accountId: string }) => accountId);
    expect(names).toContain(teacher.accountId);
    expect((await team(head)).body.people).toHaveLength(names.length);
    expect(said(await team(manager))).toBe('403 role.may-not');
  });

  it('is each model that waits, with the sessions that open it, and then what serves', async () => {
    await waiting();
    await waiting();
    await aDevice(house, fleet, 'in-service', { model_id: modelId });
    const trainer = await house.build.account('digital-trainer', { circonscription_id: circonscriptionId });
    const ground = { circonscriptionId, schoolId: fleet.school.id, trainerId: trainer.id, by: manager.accountId };
    const open = await aSession(house, ground, 'open', { module_id: moduleId, capacity: 3 });
    await aSession(house, ground, 'proposed', { module_id: moduleId });
    const page = await pageOf(head);
    expect(page).toMatchObject({ teachers: 2, trainedTeachers: 0, minTeachers: 1, nextVisit: null });
    expect(page.models).toHaveLength(1);
    expect(page.models[0]).toMatchObject({
      ...{ coherence: 'waits', waiting: 2, serving: 1, trainedHere: 0, handover: true, handoverAskedAt: null },
      ...{ modules: [{ kind: 'functional' }], sessions: [{ id: open, placesLeft: 3 }] },
    });
  });

  it('is flagged once whoever was trained has left: nothing goes back, and the list says so too', async () => {
    const id = await aDevice(house, fleet, 'in-service', { model_id: modelId });
    await trained(teacher.accountId);
    expect((await pageOf(head)).models[0]).toMatchObject({ coherence: 'ready', trainedHere: 1, lastLeftOn: null });
    await leave(teacher);
    expect((await pageOf(head)).models[0]).toMatchObject({
      coherence: 'flagged',
      trainedHere: 0,
      lastLeftOn: '2026-09-30',
    });
    expect(await stateOf(id)).toBe('in-service');
    const { items } = (await manager.get(`/api/v1/equipment?schoolId=${fleet.school.id}`)).body;
    expect(items).toMatchObject([{ id, trainedGone: true }]);
    const flagged = (await inspector.get('/api/v1/coherence?coherence=flagged')).body.items;
    expect(flagged).toContainEqual(expect.objectContaining({ schoolId: fleet.school.id, modelId, serving: 1 }));
  });

  it('says in the list when the next session begins that opens the model, whatever other models’ sessions do', async () => {
    await waiting();
    const trainer = await house.build.account('digital-trainer', { circonscription_id: circonscriptionId });
    const ground = { circonscriptionId, schoolId: fleet.school.id, trainerId: trainer.id, by: manager.accountId };
    const nextAt = async () => {
      const { items } = (await inspector.get('/api/v1/coherence?coherence=waits&size=100')).body;
      return items.find(({ schoolId }: { schoolId: string }) => schoolId === fleet.school.id).nextAt as string | null;
    };
    await aSession(house, ground, 'open', { module_id: await aModule(house, [fleet.modelId]) });
    expect(await nextAt()).toBeNull();
    const opens = await aSession(house, ground, 'open', { module_id: moduleId });
    const { startsAt } = (await inspector.get(`/api/v1/training-sessions/${opens}`)).body;
    expect(new Date((await nextAt())!)).toEqual(new Date(startsAt as string));
  });

  it('names who is trained inside the school and to the inspection, to the metropole how many', async () => {
    await waiting();
    await trained(teacher.accountId);
    const names = async (by: Person) => (await pageOf(by)).trained.length;
    expect([await names(head), await names(inspector)]).toEqual([1, 1]);
    expect([await names(manager), await names(technician), await names(teacher)]).toEqual([0, 0, 0]);
    expect((await pageOf(manager)).models[0].trainedHere).toBe(1);
  });

  it('is counted for the committee, who reads no school', async () => {
    const before = (await committee.get('/api/v1/coherence/counts')).body;
    await waiting();
    const after = (await committee.get('/api/v1/coherence/counts')).body;
    expect([after.waitingDevices - before.waitingDevices, after.waitingSchools - before.waitingSchools]).toEqual([
      1, 1,
    ]);
    expect(said(await committee.get(url()))).toBe('403 role.may-not');
  });
});

describe('a handover', () => {
  it('signed by a teacher brings into service what waits of the model there, in its case too, and nothing else', async () => {
    const device = await waiting();
    const { id: box, contents } = await aCase(house, fleet, 'awaiting-training', 1);
    await house.arrange('update equipment set model_id = $1 where container_id = $2', [modelId, box]);
    const elsewhere = await aDevice(house, await aFleet(house), 'awaiting-training', { model_id: modelId });
    const { status, body } = await handOver();
    expect([status, body]).toEqual([200, { released: 2 }]);
    expect([await stateOf(device), await stateOf(box), await stateOf(contents[0]!)]).toEqual(
      Array(3).fill('in-service'),
    );
    expect(await stateOf(elsewhere)).toBe('awaiting-training');
    expect((await pageOf(head)).models[0]).toMatchObject({ coherence: 'ready', trainedHere: 1, waived: 0 });
    const [mail] = await house.sql<{ subject: string }>(
      'select m.subject from mail m join account c on c.email = m.recipient where c.id = $1',
      [teacher.accountId],
    );
    expect(mail!.subject).toBe('Remise en main signée');
  });

  it('opens where two would have to be trained', async () => {
    await house.arrange(
      `insert into setting (name, from_day, value, source) values ('training.minTeachers', '2020-01-01', '2', 'Essai')`,
    );
    const device = await waiting();
    await handOver();
    await house.arrange(`delete from setting where name = 'training.minTeachers'`);
    expect(await stateOf(device)).toBe('in-service');
  });

  it('is signed by somebody of the school, about what waits, of the functional kind', async () => {
    expect(said(await handOver())).toBe('409 coherence.nothing-waits');
    const device = await waiting();
    const stranger = await house.person('teacher', { school_id: (await house.build.school()).id });
    expect(said(await handOver({ accountId: stranger.accountId }))).toBe('422 handover.signer-unknown');
    expect(said(await handOver({ accountId: technician.accountId }))).toBe('422 handover.signer-unknown');
    expect((await handOver({ signature: '<svg>' })).status).toBe(400);
    await house.arrange(`update training_module set kind = 'pedagogical' where id = $1`, [moduleId]);
    expect(said(await handOver())).toBe('409 handover.not-functional');
    expect(await stateOf(device)).toBe('awaiting-training');
  });

  it('is asked by the head once, shown to technicians, and answered by the handover', async () => {
    await waiting();
    const ask = () => head.post(`/api/v1/schools/${fleet.school.id}/coherence/handovers-asked`, { modelId });
    const asked = async () =>
      (await technician.get('/api/v1/coherence/handovers-asked')).body.items.filter(
        (item: { schoolId: string }) => item.schoolId === fleet.school.id,
      );
    expect((await ask()).status).toBe(201);
    expect(said(await ask())).toBe('409 handover.asked-already');
    expect(await asked()).toMatchObject([{ modelId, waiting: 1, nextVisit: null }]);
    expect((await pageOf(head)).models[0].handoverAskedAt).toEqual(expect.any(String));
    await handOver();
    expect(await asked()).toEqual([]);
    expect(
      said(await technician.post(`/api/v1/schools/${fleet.school.id}/coherence/handovers-asked`, { modelId })),
    ).toBe('403 role.may-not');
  });

  it('signed by two at once leaves each device in service once', async () => {
    const device = await waiting();
    const answers = await Promise.all([handOver(), handOver(), handOver(), handOver()]);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    const moves = await house.sql(`select from equipment_move where equipment_id = $1 and action = 'release'`, [
      device,
    ]);
    expect([await stateOf(device), moves.length]).toEqual(['in-service', 1]);
  });
});

describe('a waiver', () => {
  const waive = (reason: string, by = manager) =>
    by.post(`/api/v1/schools/${fleet.school.id}/coherence/waivers`, { modelId, reason });

  it('says why, is counted, and flags nothing', async () => {
    const device = await waiting();
    expect(said(await waive(' '))).toBe('422 equipment.reason-missing');
    expect(said(await waive('Déjà formés ailleurs', head))).toBe('403 role.may-not');
    expect((await waive('Déjà formés ailleurs')).body).toEqual({ released: 1 });
    expect(await stateOf(device)).toBe('in-service');
    expect((await pageOf(head)).models[0]).toMatchObject({ coherence: 'ready', waived: 1, trainedHere: 0 });
    const { items } = (await manager.get('/api/v1/coherence?waived=true')).body;
    expect(items).toContainEqual(expect.objectContaining({ schoolId: fleet.school.id, waived: 1 }));
    expect(said(await waive('Encore'))).toBe('409 coherence.nothing-waits');
  });
});
