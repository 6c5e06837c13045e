import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aDay,
  anAttendanceGround,
  placeOf,
  presencesOf,
  said,
  sumOf,
  type AttendanceGround,
} from './harness/attendance-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOnSession } from './harness/training-builders.js';

/** Who came, half-day by half-day: said on the day, corrected with a reason, added on the spot. */
const DAY = '2026-10-06';
const NOW = '2026-10-06T15:00:00Z';
const HALVES = ['09:00-12:00', '13:30-16:30'];

let house: House;
let ground: AttendanceGround;
let people: Pick<AttendanceGround, 'trainer' | 'inspector' | 'teacher' | 'colleague' | 'manager'>;

beforeAll(async () => {
  house = await House.open();
  house.setNow(NOW);
  ground = await anAttendanceGround(house);
  people = ground;
});
afterAll(() => house.close());

const url = (id: string, path: string) => `/api/v1/training-sessions/${id}/${path}`;
const attend = (by: Person, id: string, list: { id: string; dateId?: string; present: boolean }[]) =>
  by.post(url(id, 'attendance'), { people: list });
const sheet = async (by: Person, id: string) => (await by.get(url(id, 'attendance'))).body;
const correct = (by: Person, id: string, body: object) => by.post(url(id, 'attendance/corrections'), body);

describe('who came', () => {
  it('is said half-day by half-day, and the place says the sum', async () => {
    const { id, dates } = await aDay(ground, DAY, HALVES);
    const place = await placeOf(ground, id, people.teacher);
    const say = (dateId: string, present: boolean) => attend(people.trainer, id, [{ id: place, dateId, present }]);
    expect((await say(dates[0]!, true)).status).toBe(200);
    expect([await presencesOf(house, place), await sumOf(house, place)]).toEqual([[true, null], null]);
    expect(said(await actOnSession(house, people.trainer, id, 'close'))).toBe('409 training.attendance-missing');
    expect((await say(dates[1]!, false)).status).toBe(200);
    expect([await presencesOf(house, place), await sumOf(house, place)]).toEqual([[true, false], false]);
    expect((await say(dates[1]!, true)).status).toBe(200);
    expect(await sumOf(house, place)).toBe(true);
    expect((await actOnSession(house, people.trainer, id, 'close')).body.state).toBe('closed');
  });

  it('is said of every half-day at once where none is named', async () => {
    const { id } = await aDay(ground, DAY, HALVES);
    const place = await placeOf(ground, id, people.teacher);
    expect((await attend(people.trainer, id, [{ id: place, present: true }])).status).toBe(200);
    expect(await presencesOf(house, place)).toEqual([true, true]);
  });

  it('is not said of what has not begun, of another session, nor of who has no place', async () => {
    const { id, dates } = await aDay(ground, '2026-10-06', ['09:00-12:00', '18:00-19:00']);
    const other = await aDay(ground, DAY, HALVES);
    const place = await placeOf(ground, id, people.teacher);
    const say = (dateId: string, of = place) => attend(people.trainer, id, [{ id: of, dateId, present: true }]);
    expect(said(await say(dates[1]!))).toBe('409 training.half-day-ahead');
    expect(said(await say(other.dates[0]!))).toBe('409 training.not-enrolled');
    expect(said(await say(dates[0]!, ground.schoolId))).toBe('409 training.not-enrolled');
    expect(await presencesOf(house, place)).toEqual([null, null]);
  });

  it('is read by Éducation nationale, school by school, and by nobody of the metropole', async () => {
    const { id, dates } = await aDay(ground, DAY, HALVES);
    const place = await placeOf(ground, id, people.teacher);
    await attend(people.trainer, id, [{ id: place, dateId: dates[0]!, present: true }]);
    for (const reader of [people.trainer, people.inspector])
      expect(await sheet(reader, id)).toMatchObject({
        people: [{ id: place, presences: [{ dateId: dates[0], present: true, byCode: false }] }],
        dates: [{ id: dates[0] }, { id: dates[1] }],
      });
    expect((await people.manager.get(url(id, 'attendance'))).status).toBe(403);
    expect((await people.teacher.get(url(id, 'attendance'))).status).toBe(403);
  });

  it('is held together by the database: one row a person and half-day, of one session', async () => {
    const { id, dates } = await aDay(ground, DAY, HALVES);
    const other = await aDay(ground, DAY, HALVES);
    const place = await placeOf(ground, id, people.teacher);
    const say = (dateId: string) =>
      house.arrange(
        `insert into training_attendance (enrolment_id, date_id, session_id, present, by_code, recorded_by, recorded_at)
         values ($1, $2, $3, true, false, $4, now())`,
        [place, dateId, id, people.trainer.accountId],
      );
    await expect(say(other.dates[0]!)).rejects.toThrow('training_attendance_of_date');
    await say(dates[0]!);
    await expect(say(dates[0]!)).rejects.toThrow('training_attendance_said_once');
    await expect(house.sql('delete from training_attendance where enrolment_id = $1', [place])).rejects.toThrow();
  });
});

describe('a presence that is corrected', () => {
  it('has a reason, once the day is over, and stays readable', async () => {
    const { id, dates } = await aDay(ground, '2026-10-02', HALVES);
    const place = await placeOf(ground, id, people.teacher);
    await attend(people.trainer, id, [{ id: place, present: false }]);
    const again = { id: place, dateId: dates[0]!, present: true };
    expect(said(await attend(people.trainer, id, [again]))).toBe('409 training.recorded-already');
    const body = { enrolmentId: place, dateId: dates[0]!, present: true, reason: 'Arrivée en retard' };
    expect(said(await correct(people.trainer, id, { ...body, present: false }))).toBe(
      '409 training.presence-unchanged',
    );
    expect((await correct(people.trainer, id, { ...body, reason: '' })).status).toBe(400);
    expect((await correct(people.trainer, id, body)).status).toBe(200);
    expect(await presencesOf(house, place)).toEqual([true, false]);
    expect(await sheet(people.trainer, id)).toMatchObject({
      corrections: [{ present: true, reason: 'Arrivée en retard', roleLabel: expect.any(String) }],
    });
    await expect(house.sql('update training_correction set reason = $1', ['Autre'])).rejects.toThrow();
  });

  it('is the inspection’s once the session is closed', async () => {
    const { id, dates } = await aDay(ground, DAY, HALVES);
    const place = await placeOf(ground, id, people.teacher);
    await attend(people.trainer, id, [{ id: place, present: true }]);
    const body = { enrolmentId: place, dateId: dates[1]!, present: false, reason: 'Partie à midi' };
    expect(said(await correct(people.inspector, id, body))).toBe('409 training.not-your-session');
    await actOnSession(house, people.trainer, id, 'close');
    expect(said(await correct(people.trainer, id, body))).toBe('409 training.inspection-corrects');
    expect(await sheet(people.inspector, id)).toMatchObject({ mayAttend: false, mayCorrect: true });
    expect((await correct(people.inspector, id, body)).status).toBe(200);
    expect([await presencesOf(house, place), await sumOf(house, place)]).toEqual([[true, false], false]);
  });
});

describe('who came without a place', () => {
  const arrive = (id: string, accountId: string, dateId: string) =>
    people.trainer.post(url(id, 'arrivals'), { accountId, dateId });

  it('is found by name among the schools that are invited, and takes a free place', async () => {
    const { id, dates } = await aDay(ground, DAY, HALVES);
    await placeOf(ground, id, people.teacher);
    const [{ name }] = (await house.sql<{ name: string }>('select name from account where id = $1', [
      people.colleague.accountId,
    ])) as [{ name: string }];
    const { body } = await people.trainer.get(`${url(id, 'arrivals')}?search=${encodeURIComponent(name)}`);
    const found = body.items.map(({ accountId }: { accountId: string }) => accountId);
    expect(found).toContain(people.colleague.accountId);
    expect(found).not.toContain(people.teacher.accountId);
    expect((await arrive(id, people.colleague.accountId, dates[0]!)).status).toBe(200);
    const { people: list } = await sheet(people.trainer, id);
    expect(list).toHaveLength(2);
    expect(list.flatMap(({ presences }: { presences: unknown[] }) => presences)).toEqual([
      { dateId: dates[0], present: true, byCode: false },
    ]);
    expect(said(await arrive(id, people.colleague.accountId, dates[0]!))).toBe('409 training.enrolled-already');
    expect((await arrive(id, ground.privateTeacher.accountId, dates[0]!)).status).toBe(200);
  });

  it('takes none where none is free, nor from a school that is not invited; nobody waits any more', async () => {
    const { id, dates } = await aDay(ground, DAY, HALVES, { capacity: 1 });
    await placeOf(ground, id, people.teacher);
    const stranger = await house.person('teacher', { school_id: (await house.build.school()).id });
    expect(said(await arrive(id, stranger.accountId, dates[0]!))).toBe('422 training.person-unknown');
    expect(said(await arrive(id, people.colleague.accountId, dates[0]!))).toBe('409 training.full');
  });

  it('takes the last place once, of two who are added at the same instant', async () => {
    const { id, dates } = await aDay(ground, DAY, HALVES, { capacity: 2 });
    await placeOf(ground, id, people.teacher);
    const both = [people.colleague, ground.privateTeacher];
    const answers = await Promise.all(both.map(({ accountId }) => arrive(id, accountId, dates[0]!)));
    expect(answers.map(said).sort()).toEqual(['200', '409 training.full']);
  });
});

describe('what a trainer takes along', () => {
  it('holds the lists of two days and of what is not closed, and says when it is unchanged', async () => {
    const held = await aDay(ground, '2026-09-30', HALVES);
    const tomorrow = await aDay(ground, '2026-10-07', HALVES, { state: 'confirmed' });
    const later = await aDay(ground, '2026-10-08', HALVES, { state: 'confirmed' });
    const packet = await people.trainer.get('/api/v1/training-attendance?day=2026-10-06');
    const ids = packet.body.sessions.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([held.id, tomorrow.id]));
    expect(ids).not.toContain(later.id);
    const again = await people.trainer.get('/api/v1/training-attendance?day=2026-10-06', {
      'if-none-match': packet.headers.etag as string,
    });
    expect(again.status).toBe(304);
    const other = await house.person('digital-trainer', { circonscription_id: ground.session.circonscriptionId });
    expect((await other.get('/api/v1/training-attendance')).body.sessions).toEqual([]);
  });
});
