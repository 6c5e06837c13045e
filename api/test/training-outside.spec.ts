import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDay, anAttendanceGround, placeOf, said, type AttendanceGround } from './harness/attendance-builders.js';
import { House } from './harness/house.js';
import { heard } from './harness/pdf-reader.js';
import type { Person } from './harness/person.js';
import { actOnSession, aCirconscription, aModule, aSession, sessionRow } from './harness/training-builders.js';

/** A session that somebody of the maker holds: named with their firm, without an account. */
let house: House;
let ground: AttendanceGround;
let elsewhere: Person;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  ground = await anAttendanceGround(house);
  elsewhere = await house.person('digital-trainer', { circonscription_id: await aCirconscription(house) });
});

const MAKER = { outsideTrainer: 'Inès Faure', outsideFirm: 'Ardoise interactive' };
const ROW = { trainer_id: null, outside_trainer: MAKER.outsideTrainer, outside_firm: MAKER.outsideFirm };
const NAMED = 'Inès Faure, Ardoise interactive';

const propose = async (given = {}, by = ground.manager) =>
  by.post('/api/v1/training-sessions', {
    ...{ moduleId: await aModule(house), circonscriptionId: ground.session.circonscriptionId },
    ...{ placeKind: 'school', schoolId: ground.schoolId, placeName: null, remoteLink: null },
    ...{ trainerId: null, ...MAKER, capacity: 12, minimum: 1, guestIds: [], cycles: [] },
    dates: [{ startsAt: '2026-11-18T13:00:00Z', endsAt: '2026-11-18T15:00:00Z' }],
    ...given,
  });

/** Held by somebody of the maker, with a place of the teacher, on the fifth of October in the morning. */
async function ofMaker(state: 'confirmed' | 'held' = 'held'): Promise<{ id: string; place: string }> {
  const { id } = await aDay(ground, '2026-10-05', ['09:00-12:00'], { state });
  await house.arrange(
    'update training_session set trainer_id = null, outside_trainer = $2, outside_firm = $3 where id = $1',
    [id, MAKER.outsideTrainer, MAKER.outsideFirm],
  );
  return { id, place: await placeOf(ground, id, ground.teacher) };
}
const attend = (by: Person, id: string, place: string) =>
  by.post(`/api/v1/training-sessions/${id}/attendance`, { people: [{ id: place, present: true }] });
const mailed = async ({ accountId }: Person, number: unknown) =>
  house.sql(
    'select from mail m join account c on c.email = m.recipient where c.id = $1 and position($2 in m.subject) > 0',
    [accountId, number],
  );

/** What is read aloud of a document. */
async function printed(by: Person, address: string): Promise<string> {
  const { rawPayload } = await house.application.inject({
    ...{ method: 'GET', url: `/api/v1/${address}`, cookies: by.cookies! },
  });
  return (await heard(rawPayload)).elements.map(({ text }) => text).join(' ');
}

describe('a session that somebody of the maker holds', () => {
  it('names them with their firm, to whoever reads it', async () => {
    const { body } = await propose();
    const page = `/api/v1/training-sessions/${body.id as string}`;
    for (const reader of [ground.manager, ground.inspector, ground.trainer])
      expect((await reader.get(page)).body).toMatchObject({ trainerName: NAMED });
    await actOnSession(house, ground.manager, body.id as string, 'agree');
    await actOnSession(house, ground.inspector, body.id as string, 'agree');
    expect((await ground.teacher.get('/api/v1/training-sessions?ahead=true')).body.items).toContainEqual(
      expect.objectContaining({ id: body.id, trainerName: NAMED }),
    );
  });

  it.each([
    [{ outsideFirm: null }, '422 training.trainer-not-told'],
    [{ outsideTrainer: ' ' }, '422 training.trainer-not-told'],
    [{ outsideTrainer: null, outsideFirm: null }, '422 training.trainer-not-told'],
    [{ outsideTrainer: 'Inès '.repeat(25) }, '400 request.invalid'],
  ])('is told whole: %j is %s', async (given, code) => {
    expect(said(await propose(given))).toBe(code);
  });

  it('has no trainer with an account besides', async () => {
    expect(said(await propose({ trainerId: ground.trainer.accountId }))).toBe('422 training.trainer-not-told');
  });

  it('is proposed where a trainer of the circonscription can say who came, and nowhere else', async () => {
    await house.arrange(`update assignment set from_day = '2025-09-01', to_day = '2026-01-01' where account_id = $1`, [
      ground.trainer.accountId,
    ]);
    expect(said(await propose())).toBe('422 training.nobody-attends');
  });

  it('takes nobody’s time: two at once may stand, and the trainer of the circonscription is free meanwhile', async () => {
    const answers = [
      await propose(),
      await propose({ outsideTrainer: 'Paul Lenoir' }),
      await propose({ trainerId: ground.trainer.accountId, outsideTrainer: null, outsideFirm: null }),
    ];
    expect(answers.map(said)).toEqual(['201', '201', '201']);
    const again = { trainerId: ground.trainer.accountId, outsideTrainer: null, outsideFirm: null };
    expect(said(await propose(again))).toBe('409 training.trainer-taken');
  });

  it('tells the trainers of the circonscription, who answer for it', async () => {
    const { body } = await propose();
    expect(await mailed(ground.trainer, body.number)).toHaveLength(1);
    expect(await mailed(elsewhere, body.number)).toHaveLength(0);
  });
});

describe('the database', () => {
  const told = (row: object) => aSession(house, ground.session, 'open', { ...ROW, ...row });

  it.each([
    [{ trainer_id: null, outside_trainer: null, outside_firm: null }],
    [{ outside_firm: null }],
    [{ outside_trainer: null }],
  ])('keeps one trainer a session, whole: %j', async (row) => {
    await expect(told(row)).rejects.toThrow('training_session_trainer_told');
  });

  it('keeps one trainer a session, never two', async () => {
    await expect(told({ trainer_id: ground.trainer.accountId })).rejects.toThrow('training_session_trainer_told');
  });

  it('lets no half-day of a trainer with an account go without their time', async () => {
    const id = await aSession(house, ground.session, 'open');
    await expect(
      house.arrange('update training_date set trainer_id = null where session_id = $1', [id]),
    ).rejects.toThrow('training_date_outside_as_session');
  });

  it('copies no name of somebody of the maker into the story of the row', async () => {
    const id = await told({});
    const rows = await house.sql(`select before, after from history where row_id = $1`, [id]);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(MAKER.outsideTrainer);
  });
});

describe('who came to a session of the maker', () => {
  it('is said by any trainer of the circonscription, who holds and closes it, and by nobody else', async () => {
    const { id, place } = await ofMaker('confirmed');
    const colleague = await house.person('digital-trainer', {
      circonscription_id: ground.session.circonscriptionId,
    });
    expect((await ground.trainer.get('/api/v1/training-sessions?due=true')).body.items).toContainEqual(
      expect.objectContaining({ id }),
    );
    expect((await elsewhere.get('/api/v1/training-sessions?due=true')).body.items).toEqual([]);
    expect(said(await actOnSession(house, elsewhere, id, 'hold'))).toBe('404 object.not-found');
    expect((await actOnSession(house, ground.trainer, id, 'hold')).body.state).toBe('held');
    expect((await colleague.get(`/api/v1/training-sessions/${id}`)).body.mayAttend).toBe(true);
    for (const one of [ground.inspector, ground.manager]) expect((await attend(one, id, place)).status).toBe(403);
    expect((await ground.inspector.get(`/api/v1/training-sessions/${id}`)).body.mayAttend).toBe(false);
    expect((await ground.inspector.get(`/api/v1/training-sessions/${id}/attendance`)).body).toMatchObject({
      ...{ mayAttend: false, mayCorrect: false },
    });
    expect(said(await attend(elsewhere, id, place))).toBe('404 object.not-found');
    expect((await attend(colleague, id, place)).status).toBe(200);
    expect((await actOnSession(house, colleague, id, 'close')).body.state).toBe('closed');
  });

  it('goes along on the phone of each of them', async () => {
    const { id } = await ofMaker();
    const packetOf = async (by: Person) =>
      ((await by.get('/api/v1/training-attendance?day=2026-10-05')).body.sessions as { id: string }[]).map(
        (session) => session.id,
      );
    expect(await packetOf(ground.trainer)).toContain(id);
    expect(await packetOf(elsewhere)).not.toContain(id);
  });

  it('is said of a trainer’s own session by that trainer alone, as before', async () => {
    const { id } = await aDay(ground, '2026-10-06', ['09:00-12:00']);
    const place = await placeOf(ground, id, ground.teacher);
    const colleague = await house.person('digital-trainer', {
      circonscription_id: ground.session.circonscriptionId,
    });
    expect(said(await attend(colleague, id, place))).toBe('409 training.not-your-session');
  });

  it('is certified and signed for under their name and firm', async () => {
    const { id, place } = await ofMaker();
    expect(await printed(ground.trainer, `training-sessions/${id}/attendance/document`)).toContain(NAMED);
    await attend(ground.trainer, id, place);
    await actOnSession(house, ground.inspector, id, 'close');
    const [certificate] = (await ground.teacher.get('/api/v1/training-certificates')).body.items as { id: string }[];
    expect(await printed(ground.teacher, `training-certificates/${certificate!.id}/document`)).toContain(NAMED);
  });

  it('has its link read by those who answer for it, its seats and both sides', async () => {
    const remote = { place_kind: 'remote', school_id: null, remote_link: 'https://visio.example/salle' };
    const id = await aSession(house, ground.session, 'open', { ...ROW, ...remote });
    const linkFor = async (by: Person) => (await by.get(`/api/v1/training-sessions/${id}`)).body.remoteLink;
    expect(await Promise.all([ground.trainer, ground.inspector, ground.manager, ground.teacher].map(linkFor))).toEqual([
      ...Array.from({ length: 3 }, () => remote.remote_link),
      null,
    ]);
    expect(await sessionRow(house, id)).toMatchObject({ outside: true });
  });
});
