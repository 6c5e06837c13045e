import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, aModel, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import {
  actOnSession,
  aCirconscription,
  aModule,
  aSession,
  heldAt,
  placesOf,
  seated,
  sessionRow,
  type TrainingGround,
} from './harness/training-builders.js';

/** From a model that waits for a training to the device that comes into service by itself. */
let house: House;
let fleet: Fleet;
let manager: Person;
let inspector: Person;
let trainer: Person;
let head: Person;
let teacher: Person;
let colleague: Person;
let stranger: Person;
let circonscriptionId: string;
let moduleId: string;
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
  colleague = await house.person('teacher', { school_id: fleet.school.id });
  stranger = await house.person('teacher', { school_id: (await house.build.school()).id });
  moduleId = await aModule(house, [fleet.taughtModelId]);
  ground = { circonscriptionId, schoolId: fleet.school.id, trainerId: trainer.accountId, by: manager.accountId };
});
afterAll(() => house.close());

const codeOf = ({ status, body }: Answer) => `${status} ${(body.code as string | undefined) ?? ''}`.trim();
const enrol = (by: Person, id: string, accountId: string | null = null) =>
  by.post(`/api/v1/training-sessions/${id}/enrol`, { accountId });
const leave = (by: Person, id: string, accountId: string | null = null) =>
  by.post(`/api/v1/training-sessions/${id}/leave`, { accountId });
const attend = (by: Person, id: string, people: { id: string; present: boolean }[]) =>
  by.post(`/api/v1/training-sessions/${id}/attendance`, { people });
const pageOf = async (by: Person, id: string) => (await by.get(`/api/v1/training-sessions/${id}`)).body;
const open = (row = {}) => aSession(house, ground, 'open', { module_id: moduleId, ...row });
const stateOf = async (id: string) => (await deviceRow(house, id)).state;
const mailsTo = async ({ accountId }: Person) =>
  (
    await house.sql<{ subject: string }>(
      'select m.subject from mail m join account c on c.email = m.recipient where c.id = $1 order by m.id',
      [accountId],
    )
  ).map(({ subject }) => subject.replace(/[\u00a0\u202f]/g, ' '));

const REQUEST = () => ({
  ...{ moduleId, circonscriptionId, schoolId: fleet.school.id, trainerId: trainer.accountId },
  ...{ outsideTrainer: null, outsideFirm: null },
  ...{ placeKind: 'school', placeName: null, remoteLink: null, capacity: 12, minimum: 1 },
  dates: [{ startsAt: '2026-11-18T13:00:00Z', endsAt: '2026-11-18T15:00:00Z' }],
  guestIds: [] as string[],
  cycles: [] as string[],
});
/** Starts and ends, in turn. */
const on = (...instants: string[]) => ({
  dates: instants.flatMap((startsAt, index) => (index % 2 === 0 ? [{ startsAt, endsAt: instants[index + 1]! }] : [])),
});
const propose = (given = {}, by = manager) => by.post('/api/v1/training-sessions', { ...REQUEST(), ...given });

describe('a device whose model asks for a training', () => {
  it('waits, and comes into service by itself once a teacher of its school has come to one', async () => {
    const device = await aDevice(house, fleet, 'awaiting-training', { model_id: fleet.taughtModelId });
    const other = await aDevice(house, fleet, 'awaiting-training', {
      model_id: await aModel(house, { training_module: 'Autre module' }),
    });
    const { body: proposed } = await propose();
    expect(proposed).toMatchObject({ state: 'proposed', number: expect.stringMatching(/^F-2026-\d{5}$/) });
    const id = proposed.id as string;
    expect(await pageOf(inspector, id)).toMatchObject({ opens: [{ schoolId: fleet.school.id, devices: 1 }] });
    expect((await actOnSession(house, manager, id, 'agree')).body.state).toBe('proposed');
    expect((await actOnSession(house, inspector, id, 'agree')).body.state).toBe('open');
    expect((await enrol(teacher, id)).status).toBe(200);
    expect((await actOnSession(house, inspector, id, 'confirm')).body.state).toBe('confirmed');
    expect(codeOf(await actOnSession(house, trainer, id, 'hold'))).toBe('409 training.too-early');
    await heldAt(house, id, '2026-10-05T12:00:00Z', '2026-10-05T14:00:00Z');
    expect((await actOnSession(house, trainer, id, 'hold')).body.state).toBe('held');
    expect(codeOf(await actOnSession(house, trainer, id, 'close'))).toBe('409 training.attendance-missing');
    const { enrolments } = await pageOf(trainer, id);
    expect((await attend(trainer, id, [{ id: enrolments[0].id as string, present: true }])).status).toBe(200);
    expect(await stateOf(device)).toBe('awaiting-training');
    expect((await actOnSession(house, trainer, id, 'close')).body.state).toBe('closed');
    expect([await stateOf(device), await stateOf(other)]).toEqual(['in-service', 'awaiting-training']);
    const [last] = await house.sql(
      'select action, role from equipment_move where equipment_id = $1 order by at desc, id desc limit 1',
      [device],
    );
    expect(last).toEqual({ action: 'release', role: 'system' });
  });

  /** A session that is held, closed by its inspector. */
  async function closed(modelId: string, present: boolean, by = colleague): Promise<void> {
    const id = await aSession(house, ground, 'held', { module_id: await aModule(house, [modelId]) });
    const noted = { present, recorded_by: trainer.accountId, recorded_at: house.now() };
    await seated(house, id, { accountId: by.accountId, schoolId: fleet.school.id }, noted);
    expect((await actOnSession(house, inspector, id, 'close')).status).toBe(200);
  }
  const taught = () => aModel(house, { training_module: 'À prendre en main' });

  it('goes on waiting when whoever was enrolled did not come', async () => {
    const modelId = await taught();
    const device = await aDevice(house, fleet, 'awaiting-training', { model_id: modelId });
    await closed(modelId, false);
    expect(await stateOf(device)).toBe('awaiting-training');
  });

  it('goes on waiting until as many have come as the plan asks for', async () => {
    await house.arrange(
      `insert into setting (name, from_day, value, source) values ('training.minTeachers', '2020-01-01', '2', 'Essai')`,
    );
    const modelId = await taught();
    const device = await aDevice(house, fleet, 'awaiting-training', { model_id: modelId });
    await closed(modelId, true);
    expect(await stateOf(device)).toBe('awaiting-training');
    await closed(modelId, true, teacher);
    await house.arrange(`delete from setting where name = 'training.minTeachers'`);
    expect(await stateOf(device)).toBe('in-service');
  });

  it('is in service at once where somebody has come before, and waits again where they have all left', async () => {
    const modelId = await taught();
    const leaver = await house.person('teacher', { school_id: fleet.school.id });
    await closed(modelId, true, leaver);
    const technician = await house.person('technician');
    const place = async () => {
      const id = await aDevice(house, fleet, 'in-stock', { model_id: modelId });
      const { version } = await deviceRow(house, id);
      await technician.post(`/api/v1/equipment/${id}/place`, { roomId: fleet.roomId }, { version: version as number });
      return stateOf(id);
    };
    expect(await place()).toBe('in-service');
    await house.arrange(`update assignment set to_day = '2026-01-01', from_day = '2025-09-01' where account_id = $1`, [
      leaver.accountId,
    ]);
    expect(await place()).toBe('awaiting-training');
  });

  it('in a case comes into service with it', async () => {
    const modelId = await taught();
    const box = await aDevice(house, fleet, 'awaiting-training', { is_container: true });
    const inside = await aDevice(house, fleet, 'awaiting-training', { model_id: modelId, container_id: box });
    await closed(modelId, true);
    expect([await stateOf(box), await stateOf(inside)]).toEqual(['in-service', 'in-service']);
  });
});

describe('a session that is proposed', () => {
  it.each([
    [on('2026-10-01T08:00:00Z', '2026-10-01T10:00:00Z'), '422 training.dates-wrong'],
    [on('2026-11-18T13:00:00Z', '2026-11-18T13:00:00Z'), '422 training.dates-wrong'],
    [on('2028-01-12T13:00:00Z', '2028-01-12T15:00:00Z'), '422 training.dates-wrong'],
    [on('2026-11-18T13:00:00Z', '2026-11-19T15:00:00Z'), '422 training.half-day-wrong'],
    [on('2026-11-18T09:00:00Z', '2026-11-18T14:00:00Z'), '422 training.half-day-wrong'],
    [
      on('2026-11-18T08:00:00Z', '2026-11-18T09:00:00Z', '2026-11-18T09:00:00Z', '2026-11-18T11:00:00Z'),
      '422 training.half-day-twice',
    ],
    [
      on('2026-11-18T11:00:00Z', '2026-11-18T12:30:00Z', '2026-11-18T12:00:00Z', '2026-11-18T15:00:00Z'),
      '422 training.half-day-twice',
    ],
    [{ schoolId: null }, '422 training.place-not-told'],
    [{ placeName: 'Centre Canopé' }, '422 training.place-not-told'],
    [{ placeKind: 'centre', schoolId: null, placeName: ' ' }, '422 training.place-not-told'],
    [{ placeKind: 'remote', schoolId: null }, '422 training.place-not-told'],
    [{ placeKind: 'remote', schoolId: null, remoteLink: 'http://visio.example/x' }, '400 request.invalid'],
    [{ minimum: 13 }, '422 training.capacity-wrong'],
    [{ moduleId: '01900000-0000-7000-8000-00000000dead' }, '422 training.module-unknown'],
    [{ schoolId: '01900000-0000-7000-8000-00000000dead' }, '422 training.place-unknown'],
    [{ guestIds: ['01900000-0000-7000-8000-00000000dead'] }, '422 training.place-unknown'],
    [{ circonscriptionId: '01900000-0000-7000-8000-00000000dead' }, '422 training.place-unknown'],
    [{ trainerId: '01900000-0000-7000-8000-00000000dead' }, '422 training.trainer-unknown'],
  ])('is whole: %j is %s', async (given, code) => {
    expect(codeOf(await propose(given))).toBe(code);
  });

  it('is of one’s own circonscription, and is no agreement', async () => {
    const elsewhere = await aCirconscription(house);
    expect(codeOf(await propose({ circonscriptionId: elsewhere }, inspector))).toBe('422 training.place-unknown');
    const at = on('2026-11-19T13:00:00Z', '2026-11-19T15:00:00Z');
    const { body } = await propose(at, inspector);
    expect(await sessionRow(house, body.id as string)).toMatchObject({ inspection_agreed_at: null });
    expect(codeOf(await propose(at))).toBe('409 training.trainer-taken');
    expect((await mailsTo(manager)).filter((subject) => subject.startsWith(`Formation ${body.number}`))).toHaveLength(
      1,
    );
  });

  it('is no school’s to read, nor to enrol in, before both sides have agreed', async () => {
    const id = await aSession(house, ground, 'proposed');
    expect((await teacher.get(`/api/v1/training-sessions/${id}`)).status).toBe(404);
    expect(codeOf(await enrol(teacher, id))).toBe('404 object.not-found');
    expect(codeOf(await enrol(inspector, id, teacher.accountId))).toBe('409 training.state');
  });
});

describe('a session that is postponed', () => {
  const DATES = { ...on('2027-02-03T13:00:00Z', '2027-02-03T15:00:00Z'), reason: 'Chauffage en panne' };

  it('keeps its places, asks both sides again, and tells them and the enrolled', async () => {
    const id = await open();
    await enrol(teacher, id);
    expect((await actOnSession(house, manager, id, 'postpone', DATES)).body.state).toBe('open');
    expect(await sessionRow(house, id)).toMatchObject({ metropole_agreed_at: null, inspection_agreed_at: null });
    expect(await placesOf(house, id)).toEqual([{ accountId: teacher.accountId, seat: 1 }]);
    const { number } = await pageOf(manager, id);
    for (const told of [teacher, inspector, trainer])
      expect(await mailsTo(told)).toContain(`Formation ${number} : nouvelle date`);
    expect(codeOf(await actOnSession(house, inspector, id, 'confirm'))).toBe('409 training.agreement-missing');
    await actOnSession(house, inspector, id, 'agree');
    expect(codeOf(await actOnSession(house, inspector, id, 'agree'))).toBe('409 training.agreed-already');
    await actOnSession(house, manager, id, 'agree');
    expect((await actOnSession(house, inspector, id, 'confirm')).body.state).toBe('confirmed');
  });

  it('is put to another date than its own, ahead', async () => {
    const id = await open();
    const { starts_at, ends_at } = (await sessionRow(house, id)) as { starts_at: Date; ends_at: Date };
    const same = { ...DATES, ...on(starts_at.toISOString(), ends_at.toISOString()) };
    expect(codeOf(await actOnSession(house, manager, id, 'postpone', same))).toBe('422 training.date-unchanged');
    const past = { ...DATES, ...on('2026-01-14T13:00:00Z', '2026-01-14T15:00:00Z') };
    expect(codeOf(await actOnSession(house, manager, id, 'postpone', past))).toBe('422 training.dates-wrong');
  });
});

describe('a place in a session', () => {
  it('is one’s own to take, a head’s for the team, an inspector’s for the schools', async () => {
    const id = await open();
    expect(codeOf(await enrol(teacher, id, colleague.accountId))).toBe('422 training.person-unknown');
    expect(codeOf(await enrol(head, id, stranger.accountId))).toBe('422 training.person-unknown');
    expect(codeOf(await enrol(inspector, id, stranger.accountId))).toBe('422 training.person-unknown');
    expect(codeOf(await enrol(stranger, id))).toBe('404 object.not-found');
    expect((await enrol(head, id, colleague.accountId)).status).toBe(200);
    expect(codeOf(await enrol(colleague, id))).toBe('409 training.enrolled-already');
    expect((await enrol(inspector, id, teacher.accountId)).status).toBe(200);
    expect((await leave(head, id, teacher.accountId)).status).toBe(200);
    expect(codeOf(await leave(teacher, id))).toBe('409 training.not-enrolled');
  });

  it('is a guest’s too: a private school has no circonscription', async () => {
    const id = await open();
    await house.arrange('insert into training_guest (session_id, school_id) values ($1, $2)', [
      ...[
        id,
        (
          await house.sql<{ id: string }>('select school_id as id from assignment where account_id = $1', [
            stranger.accountId,
          ])
        )[0]!.id,
      ],
    ]);
    expect((await enrol(stranger, id)).status).toBe(200);
  });

  it('goes, when it is left, to whoever has waited longest, who is told', async () => {
    const id = await open({ capacity: 1 });
    for (const one of [head, teacher, colleague]) await enrol(one, id);
    expect((await placesOf(house, id)).map(({ seat }) => seat)).toEqual([1, null, null]);
    expect((await leave(head, id)).status).toBe(200);
    expect(await placesOf(house, id)).toEqual([
      { accountId: teacher.accountId, seat: 1 },
      { accountId: colleague.accountId, seat: null },
    ]);
    const { number } = await pageOf(manager, id);
    expect(await mailsTo(teacher)).toContain(`Formation ${number} : vous avez une place`);
    expect(await mailsTo(colleague)).not.toContain(`Formation ${number} : vous avez une place`);
  });

  it('is read by name by Éducation nationale, by a school of its own people, and by the metropole as a number', async () => {
    const id = await open();
    for (const one of [head, teacher]) await enrol(one, id);
    const namesFor = async (by: Person) => (await pageOf(by, id)).enrolments.length;
    expect([await namesFor(inspector), await namesFor(trainer), await namesFor(head), await namesFor(teacher)]).toEqual(
      [...[2, 2, 2, 1]],
    );
    expect(await pageOf(manager, id)).toMatchObject({ enrolled: 2, enrolments: [] });
    const { body } = await teacher.get('/api/v1/training-sessions?ahead=true&state=open');
    const mine = body.items.find((item: { id: string }) => item.id === id);
    expect(mine).toMatchObject({ enrolled: 2, waiting: 0, mine: 'seated' });
  });
});

describe('who came', () => {
  it('is said by the session’s own trainer, of who has a place, while it is held', async () => {
    const id = await aSession(house, ground, 'held');
    const place = await seated(house, id, { accountId: teacher.accountId, schoolId: fleet.school.id });
    const other = await house.person('digital-trainer', { circonscription_id: circonscriptionId });
    const present = [{ id: place, present: true }];
    expect(codeOf(await attend(other, id, present))).toBe('409 training.not-your-session');
    expect(codeOf(await attend(trainer, id, [{ ...present[0]!, id: fleet.school.id }]))).toBe(
      '409 training.not-enrolled',
    );
    expect((await attend(trainer, id, present)).status).toBe(200);
    // Of another day than today, it is corrected with a reason (training-attendance.spec.ts).
    expect(codeOf(await attend(trainer, id, [{ id: place, present: false }]))).toBe('409 training.recorded-already');
    await actOnSession(house, inspector, id, 'close');
    expect(codeOf(await attend(trainer, id, present))).toBe('409 training.attendance-not-now');
  });
});

describe('a module', () => {
  const MODULE = {
    title: 'Programmer un robot',
    kind: 'functional',
    minutes: 90,
    counts: false,
    competences: [],
    materials: [],
  };
  const make = (given = {}) => manager.post('/api/v1/training-modules', { ...MODULE, modelIds: [], ...given });

  it('opens models that call for a training, and is read by every school', async () => {
    expect(codeOf(await make({ modelIds: [fleet.modelId] }))).toBe('422 training.model-unknown');
    expect(codeOf(await make({ modelIds: [fleet.taughtModelId], kind: 'plan' }))).toBe('422 training.model-not-opened');
    expect(codeOf(await make({ minutes: 50 }))).toBe('422 training.duration-wrong');
    expect((await make({ modelIds: [fleet.taughtModelId] })).status).toBe(201);
    expect(codeOf(await make())).toBe('409 training.title-taken');
    const { body } = await stranger.get('/api/v1/training-modules?size=200');
    const made = body.items.find(({ title }: { title: string }) => title === MODULE.title);
    expect(made).toMatchObject({ minutes: 90, counts: false, models: [expect.stringContaining('Tablette')] });
  });
});
