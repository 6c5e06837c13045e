import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hoursOf, certificateMinutes, type AttendanceFacts, type HourCategory } from '@parc/domain';
import { aDay, anAttendanceGround, placeOf, said, type AttendanceGround } from './harness/attendance-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOnSession } from './harness/training-builders.js';

/** Hours that count because the inspection, or the diocese, has said so. */
const HALVES = ['09:00-12:00', '13:30-16:30'];

let house: House;
let ground: AttendanceGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow('2026-10-06T15:00:00Z');
  ground = await anAttendanceGround(house);
});

/** A closed session at which each came to so many of its half-days. */
async function closed(came: [Person, boolean[]][], kind = 'functional'): Promise<{ id: string; places: string[] }> {
  const { id, dates } = await aDay(ground, '2026-10-06', HALVES, { kind });
  const places: string[] = [];
  for (const [person, presences] of came) {
    const place = await placeOf(ground, id, person);
    const people = presences.map((present, at) => ({ id: place, dateId: dates[at]!, present }));
    await ground.trainer.post(`/api/v1/training-sessions/${id}/attendance`, { people });
    places.push(place);
  }
  expect((await actOnSession(house, ground.trainer, id, 'close')).status).toBe(200);
  return { id, places };
}
const mark = (by: Person, people: { id: string; counts: boolean; category: HourCategory }[]) =>
  by.post('/api/v1/training-hours/marks', { people });
const counting = (id: string, category: HourCategory = 'functional') => ({ id, counts: true, category });
const listFor = async (by: Person, query = '') => (await by.get(`/api/v1/training-hours${query}`)).body.items;
const unmarkedFor = async (by: Person): Promise<string[]> =>
  (await by.get('/api/v1/training-hours/unmarked')).body.items.map(({ id }: { id: string }) => id);

describe('hours of a closed session', () => {
  it('wait for the inspection where the school is public, for the diocese where it is private', async () => {
    const { places } = await closed([
      [ground.teacher, [true, true]],
      [ground.privateTeacher, [true, false]],
      [ground.colleague, [false, false]],
    ]);
    expect([await unmarkedFor(ground.inspector), await unmarkedFor(ground.diocese)]).toEqual([
      [places[0]],
      [places[1]],
    ]);
    expect(said(await mark(ground.inspector, [counting(places[1]!)]))).toBe('422 training.hours-unknown');
    expect(said(await mark(ground.diocese, [counting(places[0]!)]))).toBe('422 training.hours-unknown');
    expect(said(await mark(ground.inspector, [counting(places[2]!)]))).toBe('409 training.hours-not-now');
    expect((await mark(ground.trainer, [counting(places[0]!)])).status).toBe(403);
    expect((await mark(ground.manager, [counting(places[0]!)])).status).toBe(403);
    expect((await mark(ground.inspector, [counting(places[0]!)])).body).toEqual({ marked: 1 });
    expect((await mark(ground.diocese, [counting(places[1]!, 'continuing')])).body).toEqual({ marked: 1 });
    expect([await unmarkedFor(ground.inspector), await unmarkedFor(ground.diocese)]).toEqual([[], []]);
    expect(await listFor(ground.inspector)).toEqual([
      expect.objectContaining({
        accountId: ground.teacher.accountId,
        attended: 360,
        counted: 360,
        unmarked: 0,
        functional: 360,
      }),
    ]);
    expect(await listFor(ground.diocese)).toEqual([
      expect.objectContaining({
        accountId: ground.privateTeacher.accountId,
        attended: 180,
        counted: 180,
        continuing: 180,
      }),
    ]);
  });

  it('are not marked before it is closed, may be said again, and are of their school year', async () => {
    const { id } = await aDay(ground, '2026-10-06', HALVES);
    const open = await placeOf(ground, id, ground.teacher);
    await ground.trainer.post(`/api/v1/training-sessions/${id}/attendance`, { people: [{ id: open, present: true }] });
    expect(said(await mark(ground.inspector, [counting(open)]))).toBe('409 training.hours-not-now');
    const { places } = await closed([[ground.teacher, [true, false]]]);
    await mark(ground.inspector, [counting(places[0]!)]);
    await mark(ground.inspector, [{ id: places[0]!, counts: false, category: 'pedagogical' }]);
    expect(await listFor(ground.inspector)).toEqual([
      expect.objectContaining({ trainings: 1, attended: 180, counted: 0, unmarked: 0, pedagogical: 0 }),
    ]);
    expect(await listFor(ground.inspector, '?year=2025')).toEqual([]);
    const history = await house.sql(`select from history where table_name = 'training_hours' and operation = 'UPDATE'`);
    expect(history.length).toBeGreaterThan(0);
  });

  it('go to Éducation nationale as a file, of its own scope, in which no cell runs as a formula', async () => {
    await house.arrange(`update account set name = '=HYPERLINK("x")' where id = $1`, [ground.teacher.accountId]);
    const { places } = await closed([[ground.teacher, [true, false]]]);
    await mark(ground.inspector, [counting(places[0]!)]);
    const csv = await ground.trainer.get('/api/v1/training-hours/export?year=2026');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="heures-de-formation-2026-2027.csv"');
    const [head, line, ...more] = csv.text
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(head).toContain(
      'Enseignant;École;Sessions suivies;Heures suivies;Heures comptées dans les 18 h;Heures à dire',
    );
    expect(line).toMatch(/^"?'=HYPERLINK.*;1;3;3;0;0;0;3$/);
    expect(more).toEqual([]);
    const elsewhere = await anAttendanceGround(house);
    expect(await listFor(elsewhere.inspector)).toEqual([]);
    expect((await ground.manager.get('/api/v1/training-hours/export')).status).toBe(403);
    expect((await ground.teacher.get('/api/v1/training-hours')).status).toBe(403);
  });

  it('are one’s own to read, beside one’s certificates', async () => {
    const { places } = await closed([[ground.teacher, [true, true]]]);
    await closed([[ground.teacher, [false, true]]]);
    await mark(ground.inspector, [counting(places[0]!)]);
    const { body } = await ground.teacher.get('/api/v1/training-certificates');
    expect(body).toMatchObject({ year: '2026-2027', attended: 540, counted: 360, unmarked: 180 });
    expect(
      body.items.map(({ minutes, counts }: { minutes: number; counts: boolean | null }) => [minutes, counts]).sort(),
    ).toEqual([
      [180, null],
      [360, true],
    ]);
  });
});

describe('of sessions drawn at random', () => {
  /** The same sequence at each run. */
  const drawing = (seed: number) => () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;

  it('what the database sums is what the rule says of who came', async () => {
    const draw = drawing(18);
    const facts: AttendanceFacts[] = [];
    for (let session = 0; session < 40; session += 1) {
      const halves = HALVES.slice(0, 1 + Math.floor(draw() * 2));
      const { id, dates } = await aDay(ground, '2026-10-06', halves);
      const place = await placeOf(ground, id, ground.teacher);
      const presences = dates.map((dateId) => ({ dateId, present: draw() < 0.6 }));
      const people = presences.map(({ dateId, present }) => ({ id: place, dateId, present }));
      await ground.trainer.post(`/api/v1/training-sessions/${id}/attendance`, { people });
      const isClosed = draw() < 0.8;
      if (isClosed) await actOnSession(house, ground.trainer, id, 'close');
      const spans = await house.sql<{ id: string; startsAt: Date; endsAt: Date }>(
        'select id, starts_at as "startsAt", ends_at as "endsAt" from training_date where session_id = $1',
        [id],
      );
      const whole = {
        closed: isClosed,
        presences,
        mark: null,
        dates: spans.map((span) => ({
          id: span.id,
          startsAt: span.startsAt.toISOString(),
          endsAt: span.endsAt.toISOString(),
        })),
      };
      const isMarked = draw() < 0.5 && certificateMinutes(whole) !== null;
      const counts = draw() < 0.7;
      if (isMarked) await mark(ground.inspector, [{ id: place, counts, category: 'functional' }]);
      facts.push({ ...whole, mark: isMarked ? { counts, category: 'functional' } : null });
    }
    const { body } = await ground.teacher.get('/api/v1/training-certificates');
    expect(hoursOf(facts)).toEqual({ attended: body.attended, counted: body.counted, unmarked: body.unmarked });
    const earned = facts.map(certificateMinutes).filter((minutes) => minutes !== null);
    expect(body.items.map(({ minutes }: { minutes: number }) => minutes).sort()).toEqual(earned.sort());
    const [row] = await listFor(ground.inspector);
    expect(row).toMatchObject(hoursOf(facts));
  });
});
