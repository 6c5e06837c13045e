import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import {
  actOnSession,
  aCirconscription,
  aModule,
  aSession,
  seated,
  type TrainingGround,
} from './harness/training-builders.js';

/** What each reader finds in the list of sessions, and whom the forms propose. */
let house: House;
let fleet: Fleet;
let manager: Person;
let inspector: Person;
let trainer: Person;
let head: Person;
let teacher: Person;
let circonscriptionId: string;
let ground: TrainingGround;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  circonscriptionId = await aCirconscription(house);
  const ofCirconscription = { circonscription_id: circonscriptionId };
  await house.arrange('update school set circonscription_id = $1 where id = $2', [circonscriptionId, fleet.school.id]);
  manager = await house.person('plan-manager');
  inspector = await house.person('inspector', ofCirconscription);
  trainer = await house.person('digital-trainer', ofCirconscription);
  head = await house.person('school-head', { school_id: fleet.school.id });
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  ground = { circonscriptionId, schoolId: fleet.school.id, trainerId: trainer.accountId, by: manager.accountId };
});
afterAll(() => house.close());

type Row = Record<string, unknown> & { id: string };
const listed = async (by: Person, query: string): Promise<Row[]> =>
  (await by.get(`/api/v1/training-sessions?${query}`)).body.items as Row[];
const idsIn = async (by: Person, query: string) => (await listed(by, query)).map(({ id }) => id);
const pageStatus = async (by: Person, id: string) => (await by.get(`/api/v1/training-sessions/${id}`)).status;

describe('what waits for a reader', () => {
  it('is an agreement of their side, until it is given', async () => {
    const id = await aSession(house, ground, 'proposed');
    expect(await idsIn(manager, 'due=true')).toContain(id);
    expect(await idsIn(inspector, 'due=true')).toContain(id);
    expect(await idsIn(trainer, 'due=true')).not.toContain(id);
    await actOnSession(house, manager, id, 'agree');
    expect(await idsIn(manager, 'due=true')).not.toContain(id);
    expect(await idsIn(inspector, 'due=true')).toContain(id);
  });

  it('is a confirmation once enough are enrolled', async () => {
    const id = await aSession(house, ground, 'open');
    expect(await idsIn(manager, 'due=true')).not.toContain(id);
    await seated(house, id, { accountId: teacher.accountId, schoolId: fleet.school.id });
    expect(await idsIn(manager, 'due=true')).toContain(id);
  });

  it('is who came, to its trainer alone and to the inspection', async () => {
    const id = await aSession(house, ground, 'held');
    const other = await house.person('digital-trainer', { circonscription_id: circonscriptionId });
    expect(await idsIn(trainer, 'due=true')).toContain(id);
    expect(await idsIn(inspector, 'due=true')).toContain(id);
    expect(await idsIn(other, 'due=true')).not.toContain(id);
    expect(await idsIn(manager, 'due=true')).not.toContain(id);
  });
});

describe('a teacher’s own sessions', () => {
  it('are those in which they have a place or wait, with their turn', async () => {
    const id = await aSession(house, ground, 'open', { capacity: 1 });
    const elsewhere = await aSession(house, ground, 'open');
    await seated(house, id, { accountId: head.accountId, schoolId: fleet.school.id });
    const first = await house.person('teacher', { school_id: fleet.school.id });
    for (const one of [first, teacher]) await one.post(`/api/v1/training-sessions/${id}/enrol`, { accountId: null });
    const own = await listed(teacher, 'mine=true');
    expect(own.find((row) => row.id === id)).toMatchObject({ mine: 'waiting', rank: 2 });
    expect(own.map((row) => row.id)).not.toContain(elsewhere);
    expect((await listed(head, 'mine=true')).find((row) => row.id === id)).toMatchObject({
      mine: 'seated',
      rank: null,
    });
  });

  it('stay in sight once they are given up, of others of the school they do not', async () => {
    const id = await aSession(house, ground, 'open');
    await seated(house, id, { accountId: teacher.accountId, schoolId: fleet.school.id });
    await actOnSession(house, inspector, id, 'cancel', { reason: 'Chauffage en panne' });
    expect(await pageStatus(teacher, id)).toBe(200);
    expect(await pageStatus(head, id)).toBe(404);
  });
});

it('sessions that equipment of the school waits for are found, and how much waits', async () => {
  const moduleId = await aModule(house, [fleet.taughtModelId]);
  const id = await aSession(house, ground, 'open', { module_id: moduleId });
  const other = await aSession(house, ground, 'open');
  expect(await idsIn(teacher, 'opens=true')).not.toContain(id);
  await aDevice(house, fleet, 'awaiting-training', { model_id: fleet.taughtModelId });
  const found = await listed(teacher, 'opens=true');
  expect(found.find((row) => row.id === id)).toMatchObject({ opensHere: 1 });
  expect(found.map((row) => row.id)).not.toContain(other);
  expect((await listed(manager, `moduleId=${moduleId}`)).map((row) => [row.id, row.opensHere])).toEqual([[id, 0]]);
});

it('a period is asked for by its days, in Paris', async () => {
  const id = await aSession(house, ground, 'open', {
    ...{ starts_at: '2026-10-14T22:30:00Z', ends_at: '2026-10-14T23:30:00Z' },
  });
  expect(await idsIn(manager, 'from=2026-10-15&to=2026-10-15')).toContain(id);
  expect(await idsIn(manager, 'from=2026-10-14&to=2026-10-14')).not.toContain(id);
  expect(await idsIn(manager, `from=2026-10-15&to=2026-10-15&circonscriptionId=${circonscriptionId}`)).toEqual([id]);
});

describe('whom the forms propose', () => {
  const people = async (by: Person, id: string, search = '') => {
    const { status, body } = await by.get(`/api/v1/training-sessions/${id}/people?search=${search}`);
    return status === 200 ? (body.items as { accountId: string; schoolName: string }[]) : status;
  };

  it('is a head’s own team, and to the inspection whoever works in the circonscription; nobody who is enrolled', async () => {
    const id = await aSession(house, ground, 'open');
    const next = await house.build.school();
    await house.arrange('update school set circonscription_id = $1 where id = $2', [circonscriptionId, next.id]);
    const colleague = await house.person('teacher', { school_id: next.id });
    await seated(house, id, { accountId: head.accountId, schoolId: fleet.school.id });
    const ofHead = (await people(head, id)) as { accountId: string }[];
    expect(ofHead.map(({ accountId }) => accountId)).toContain(teacher.accountId);
    for (const { accountId } of [head, colleague]) expect(ofHead.map((one) => one.accountId)).not.toContain(accountId);
    const [{ name }] = (await house.sql<{ name: string }>('select name from account where id = $1', [
      colleague.accountId,
    ])) as [{ name: string }];
    const ofInspector = (await people(inspector, id, encodeURIComponent(name))) as { accountId: string }[];
    expect(ofInspector.map(({ accountId }) => accountId)).toContain(colleague.accountId);
    expect(await people(teacher, id)).toBe(403);
    expect(await people(manager, id)).toBe(403);
  });

  it('is who trains in each circonscription that the reader proposes in', async () => {
    const grounds = async (by: Person) =>
      (await by.get('/api/v1/training-grounds')).body.items as { id: string; trainers: { accountId: string }[] }[];
    const own = await grounds(inspector);
    expect(own.map(({ id }) => id)).toEqual([circonscriptionId]);
    expect(own[0]!.trainers.map(({ accountId }) => accountId)).toContain(trainer.accountId);
    expect((await grounds(manager)).length).toBeGreaterThan(0);
  });

  it('is each model that calls for a training', async () => {
    const { body } = await manager.get('/api/v1/training-modules/models');
    expect((body.items as { id: string }[]).map(({ id }) => id)).toContain(fleet.taughtModelId);
  });
});
