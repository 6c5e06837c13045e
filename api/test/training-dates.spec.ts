import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

/** When and where a session is held: half-days, and a school, a centre or from afar. */
let house: House;
let manager: Person;
let inspector: Person;
let trainer: Person;
let otherTrainer: Person;
let teacher: Person;
let colleague: Person;
let ground: TrainingGround;
let moduleId: string;

beforeAll(async () => {
  house = await House.open();
  const circonscriptionId = await aCirconscription(house);
  const schoolId = (await house.build.school({ circonscription_id: circonscriptionId })).id;
  const there = { circonscription_id: circonscriptionId };
  manager = await house.person('plan-manager');
  inspector = await house.person('inspector', there);
  trainer = await house.person('digital-trainer', there);
  otherTrainer = await house.person('digital-trainer', there);
  teacher = await house.person('teacher', { school_id: schoolId });
  colleague = await house.person('teacher', { school_id: schoolId });
  ground = { circonscriptionId, schoolId, trainerId: trainer.accountId, by: manager.accountId };
  moduleId = await aModule(house);
});
afterAll(() => house.close());

const pageOf = async (by: Person, id: string) => (await by.get(`/api/v1/training-sessions/${id}`)).body;
const half = (day: string, from: string, to: string) => ({
  startsAt: `${day}T${from}:00Z`,
  endsAt: `${day}T${to}:00Z`,
});
const WHOLE_DAY = [half('2027-01-13', '12:30', '15:30'), half('2027-01-13', '08:00', '11:00')];

const propose = (given = {}) =>
  manager.post('/api/v1/training-sessions', {
    ...{ moduleId, circonscriptionId: ground.circonscriptionId, trainerId: trainer.accountId },
    ...{ outsideTrainer: null, outsideFirm: null },
    ...{ placeKind: 'school', schoolId: ground.schoolId, placeName: null, remoteLink: null },
    ...{ capacity: 12, minimum: 1, guestIds: [], cycles: [], dates: WHOLE_DAY, ...given },
  });
const instants = (dates: { startsAt: string; endsAt: string }[]) =>
  dates.map(({ startsAt, endsAt }) => [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()]);

describe('a session of several dates', () => {
  it('lists them in order, begins with the first and ends with the last', async () => {
    const { body } = await propose();
    const page = await pageOf(inspector, body.id as string);
    expect(instants(page.dates)).toEqual([
      ['2027-01-13T08:00:00.000Z', '2027-01-13T11:00:00.000Z'],
      ['2027-01-13T12:30:00.000Z', '2027-01-13T15:30:00.000Z'],
    ]);
    expect(instants([page])).toEqual([['2027-01-13T08:00:00.000Z', '2027-01-13T15:30:00.000Z']]);
  });

  it('takes its trainer at each of them, and leaves them free between', async () => {
    await propose({ dates: [half('2027-01-18', '08:00', '10:00'), half('2027-01-22', '08:00', '10:00')] });
    expect((await propose({ dates: [half('2027-01-20', '08:00', '10:00')] })).status).toBe(201);
    const taken = await propose({
      dates: [half('2027-01-21', '08:00', '10:00'), half('2027-01-22', '09:00', '11:00')],
    });
    expect([taken.status, taken.body.code]).toEqual([409, 'training.trainer-taken']);
  });

  it('gives the trainer back when it is cancelled', async () => {
    const dates = [half('2027-01-25', '08:00', '10:00')];
    const { body } = await propose({ dates });
    expect((await propose({ dates })).status).toBe(409);
    await actOnSession(house, manager, body.id as string, 'cancel', { reason: 'Salle prise' });
    expect((await propose({ dates })).status).toBe(201);
  });

  it('is postponed to others, which take the place of those that stood', async () => {
    const id = await aSession(house, ground, 'open');
    const dates = [half('2027-02-01', '08:00', '10:00'), half('2027-02-08', '08:00', '10:00')];
    const moved = await actOnSession(house, manager, id, 'postpone', { dates, reason: 'Chauffage en panne' });
    expect(moved.body.state).toBe('open');
    expect(instants((await pageOf(teacher, id)).dates)).toEqual(instants(dates));
    const again = await actOnSession(house, manager, id, 'postpone', { dates: [...dates].reverse(), reason: 'Encore' });
    expect(again.body.code).toBe('training.date-unchanged');
  });
});

describe('a session from afar', () => {
  const LINK = 'https://visio.example/salon-42';
  const remote = { place_kind: 'remote', school_id: null, remote_link: LINK };

  it('tells its link to its seats, its trainer and both sides, and to nobody who waits or looks on', async () => {
    const id = await aSession(house, ground, 'open', { ...remote, capacity: 1 });
    await seated(house, id, { accountId: teacher.accountId, schoolId: ground.schoolId });
    await seated(
      house,
      id,
      { accountId: colleague.accountId, schoolId: ground.schoolId },
      { seat: null, seated_at: null },
    );
    const links = await Promise.all(
      [manager, inspector, trainer, teacher, otherTrainer, colleague].map(
        async (by) => (await pageOf(by, id)).remoteLink as string | null,
      ),
    );
    expect(links).toEqual([LINK, LINK, LINK, LINK, null, null]);
    const { body } = await colleague.get('/api/v1/training-sessions?size=200');
    expect(JSON.stringify(body)).not.toContain(LINK);
    expect(body.items.find((one: { id: string }) => one.id === id)).toMatchObject({
      placeKind: 'remote',
      schoolName: null,
    });
  });

  it('is in no story of the row: whoever has the link is in', async () => {
    const id = await aSession(house, ground, 'open', remote);
    const rows = await house.sql('select after::text as told from history where row_id = $1', [id]);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(LINK);
  });
});

it('a session in a centre says the centre, and no school', async () => {
  const { body } = await propose({
    placeKind: 'centre',
    schoolId: null,
    placeName: ' Centre Canopé ',
    dates: [half('2027-03-03', '08:00', '10:00')],
  });
  expect(await pageOf(inspector, body.id as string)).toMatchObject({
    placeKind: 'centre',
    placeName: 'Centre Canopé',
    schoolName: null,
  });
});

describe('the database itself', () => {
  const dated = (id: string, startsAt: string, endsAt: string) =>
    house.arrange(
      `insert into training_date (session_id, trainer_id, state, starts_at, ends_at)
       select id, trainer_id, state, $2, $3 from training_session where id = $1`,
      [id, startsAt, endsAt],
    );

  it('keeps a session’s own start and end to its dates, and no session without one', async () => {
    const id = await aSession(house, ground, 'open', {
      starts_at: '2027-04-07T08:00:00Z',
      ends_at: '2027-04-07T10:00:00Z',
    });
    const spans = 'training_session_spans_its_dates|begins and ends with its dates';
    await expect(dated(id, '2027-04-14T08:00:00Z', '2027-04-14T10:00:00Z')).rejects.toThrow(new RegExp(spans));
    await expect(
      house.arrange(`update training_session set ends_at = '2027-04-07T10:30:00Z' where id = $1`, [id]),
    ).rejects.toThrow(new RegExp(spans));
    await expect(house.arrange('delete from training_date where session_id = $1', [id])).rejects.toThrow(
      new RegExp(spans),
    );
  });

  it('knows half-days, each once', async () => {
    const id = await aSession(house, ground, 'open', {
      starts_at: '2027-04-21T07:00:00Z',
      ends_at: '2027-04-21T09:00:00Z',
    });
    await expect(dated(id, '2027-04-22T09:00:00Z', '2027-04-22T12:00:00Z')).rejects.toThrow(
      'training_date_within_half_day',
    );
    await expect(dated(id, '2027-04-21T09:00:00Z', '2027-04-21T10:00:00Z')).rejects.toThrow(
      'training_date_half_day_once',
    );
  });

  it('holds a session at one place', async () => {
    await expect(aSession(house, ground, 'open', { place_name: 'Centre Canopé' })).rejects.toThrow(
      'training_session_place_told',
    );
    await expect(aSession(house, ground, 'open', { place_kind: 'remote', school_id: null })).rejects.toThrow(
      'training_session_place_told',
    );
  });
});

describe('dates that meet something', () => {
  const clashes = async (by: Person, query: string) =>
    (await by.get(`/api/v1/training-sessions/clashes?trainerId=${trainer.accountId}&${query}`)).body;
  const kindsOf = (body: { items: { kind: string }[] }) => body.items.map(({ kind }) => kind);
  const inClass = 'dates=2027-05-11T08:00:00Z/2027-05-11T10:00:00Z';

  it('are said before they are saved: class, the trainer’s other session, which alone is refused, and the place’s', async () => {
    const query = `${inClass},2027-05-12T08:00:00Z/2027-05-12T10:00:00Z&schoolId=${ground.schoolId}`;
    expect(kindsOf(await clashes(inspector, query))).toEqual(['class']);
    await propose({ dates: [half('2027-05-12', '09:00', '11:00')] });
    const { items } = await clashes(inspector, query);
    expect(items).toMatchObject([
      { kind: 'class', blocks: false },
      { kind: 'trainer', blocks: true, startsAt: '2027-05-12T08:00:00.000Z' },
      { kind: 'place', blocks: false },
    ]);
    expect((await propose({ dates: [half('2027-05-11', '08:00', '10:00')] })).status).toBe(201);
  });

  it('are no clash with the session itself, and count who has a place in another', async () => {
    const at = { starts_at: '2027-05-19T08:00:00Z', ends_at: '2027-05-19T10:00:00Z' };
    const other = { ...ground, trainerId: otherTrainer.accountId };
    const [moved, beside] = [await aSession(house, ground, 'open', at), await aSession(house, other, 'open', at)];
    for (const id of [moved, beside])
      await seated(house, id, { accountId: teacher.accountId, schoolId: ground.schoolId });
    const query = `dates=2027-05-19T09:00:00Z/2027-05-19T11:00:00Z&sessionId=${moved}`;
    expect((await clashes(manager, query)).items).toMatchObject([
      { kind: 'place', blocks: false },
      { kind: 'people', count: 1, blocks: false },
    ]);
  });

  it('are those of the trainer and the place of the session, which its new date is not asked to repeat', async () => {
    const at = { starts_at: '2027-05-26T08:00:00Z', ends_at: '2027-05-26T10:00:00Z' };
    const late = { starts_at: '2027-05-28T08:00:00Z', ends_at: '2027-05-28T10:00:00Z' };
    await aSession(house, ground, 'open', at);
    const moved = await aSession(house, ground, 'open', late);
    const asked = `dates=2027-05-26T09:00:00Z/2027-05-26T11:00:00Z&sessionId=${moved}`;
    const { body } = await manager.get(`/api/v1/training-sessions/clashes?${asked}`);
    expect(kindsOf(body)).toEqual(['trainer', 'place']);
  });

  it('are read by those who propose, of sessions that they reach, and are dates', async () => {
    expect((await clashes(teacher, inClass)).code).toBe('role.may-not');
    const elsewhere = await aSession(house, { ...ground, circonscriptionId: await aCirconscription(house) }, 'open');
    expect((await clashes(inspector, `${inClass}&sessionId=${elsewhere}`)).code).toBe('object.not-found');
    expect((await clashes(manager, 'dates=2027-13-11T08:00:00Z/2027-05-11T10:00:00Z')).code).toBe(
      'training.dates-wrong',
    );
    expect((await clashes(manager, 'dates=demain')).code).toBe('request.invalid');
  });
});
