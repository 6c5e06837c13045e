import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDay, anAttendanceGround, placeOf, said, type AttendanceGround } from './harness/attendance-builders.js';
import { House } from './harness/house.js';
import { elementsOf, heard } from './harness/pdf-reader.js';
import type { Person } from './harness/person.js';
import { actOnSession } from './harness/training-builders.js';

/** What a person is given of the hours at which they came, and what is told of it to whoever asks. */
let house: House;
let ground: AttendanceGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow('2026-10-06T15:00:00Z');
  await house.sql('delete from training_window');
  ground = await anAttendanceGround(house);
});

interface Item {
  id: string;
  number: string;
  minutes: number;
  revokedAt: string | null;
}

/** The teacher came in the morning; the session is closed. */
async function certified(): Promise<{ id: string; place: string; dates: string[] }> {
  const { id, dates } = await aDay(ground, '2026-10-06', ['09:00-12:00', '13:30-16:30']);
  const place = await placeOf(ground, id, ground.teacher);
  const people = dates.map((dateId, at) => ({ id: place, dateId, present: at === 0 }));
  await ground.trainer.post(`/api/v1/training-sessions/${id}/attendance`, { people });
  await actOnSession(house, ground.trainer, id, 'close');
  return { id, place, dates };
}
const mine = async (by: Person = ground.teacher): Promise<Item[]> =>
  (await by.get('/api/v1/training-certificates')).body.items;
const codeOf = async (id: string) =>
  (await house.sql<{ code: string }>('select code from training_certificate where id = $1', [id]))[0]!.code;
const verify = (code: string) => house.nobody().get(`/api/v1/training-certificates/verify/${code}`);
const correct = (id: string, enrolmentId: string, dateId: string, present: boolean) =>
  ground.inspector.post(`/api/v1/training-sessions/${id}/attendance/corrections`, {
    ...{ enrolmentId, dateId, present, reason: 'Feuille relue' },
  });
const printed = async (by: Person, id: string) => {
  const answer = await house.application.inject({
    ...{ method: 'GET', url: `/api/v1/training-certificates/${id}/document`, cookies: by.cookies! },
  });
  const type = answer.headers['content-type'] as string;
  const code = type.includes('json') ? answer.json<{ code: string }>().code : null;
  return { status: answer.statusCode, body: answer.rawPayload, code, type };
};

describe('a certificate', () => {
  it('is given by the closing, to who came, of the hours at which they came', async () => {
    await certified();
    expect(await mine()).toEqual([
      expect.objectContaining({ number: expect.stringMatching(/^A-2026-\d{5}$/), minutes: 180, revokedAt: null }),
    ]);
    expect(await mine(ground.colleague)).toEqual([]);
  });

  it('is valid for whoever asks by its code, and that is all that is told', async () => {
    await certified();
    const code = await codeOf((await mine())[0]!.id);
    const shown = (code.match(/.{5}/g) as string[]).join('-').toLowerCase();
    expect([(await verify(code)).body, (await verify(shown)).body]).toEqual([{ valid: true }, { valid: true }]);
    const nearly = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    for (const wrong of [nearly, 'n-importe-quoi', '0'.repeat(20)]) {
      const answer = await verify(wrong);
      expect([answer.status, answer.body]).toEqual([200, { valid: false }]);
    }
  });

  it('is asked about thirty times an hour from one network', async () => {
    const answers = await Promise.all(Array.from({ length: 31 }, () => verify('0'.repeat(20))));
    expect(answers.map(said).filter((one) => one !== '200')).toEqual(['429 training.verify-throttled']);
  });

  it('is revoked by a correction, and another takes its place where hours are left', async () => {
    const { id, place, dates } = await certified();
    const [first] = await mine();
    const code = await codeOf(first!.id);
    expect((await correct(id, place, dates[1]!, true)).status).toBe(200);
    const [renewed] = (await mine()).filter(({ revokedAt }) => revokedAt === null);
    expect([renewed!.minutes, renewed!.number === first!.number]).toEqual([360, false]);
    expect([(await verify(code)).body, (await verify(await codeOf(renewed!.id))).body]).toEqual([
      ...[{ valid: false }, { valid: true }],
    ]);
    expect((await printed(ground.teacher, first!.id)).code).toBe('training.certificate-revoked');
    await correct(id, place, dates[0]!, false);
    await correct(id, place, dates[1]!, false);
    expect((await mine()).filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
  });

  it('is given to who was away until it was corrected', async () => {
    const { id, dates } = await aDay(ground, '2026-10-06', ['09:00-12:00']);
    const place = await placeOf(ground, id, ground.colleague);
    await ground.trainer.post(`/api/v1/training-sessions/${id}/attendance`, {
      people: [{ id: place, present: false }],
    });
    await actOnSession(house, ground.trainer, id, 'close');
    expect(await mine(ground.colleague)).toEqual([]);
    await correct(id, place, dates[0]!, true);
    expect(await mine(ground.colleague)).toEqual([expect.objectContaining({ minutes: 180 })]);
  });

  it('is printed for its holder alone, with the address that verifies it', async () => {
    await certified();
    const [{ id, number }] = (await mine()) as [Item];
    expect((await printed(ground.colleague, id)).status).toBe(404);
    expect((await printed(ground.manager, id)).status).toBe(403);
    const { body, type } = await printed(ground.teacher, id);
    expect(type).toBe('application/pdf');
    const document = await heard(body);
    expect(document).toMatchObject({ accessible: '1', tagged: true, language: 'fr' });
    expect(elementsOf(document.elements, 'H1').map(({ text }) => text)).toEqual([`Attestation de présence ${number}`]);
    const told = document.elements.map(({ text }) => text).join(' ');
    expect(told.replace(/\s/g, '')).toContain(`/verifier/${(await codeOf(id)).match(/.{5}/g)!.join('-')}`);
    expect(told).toContain('3 h');
  });

  it('is one at a time, by the database', async () => {
    const { place } = await certified();
    const again = house.sql(
      `insert into training_certificate (number, enrolment_id, minutes, code, code_digest, issued_at)
       values ('A-2026-99999', $1, 60, repeat('0', 20), sha256('x'), now())`,
      [place],
    );
    await expect(again).rejects.toThrow('training_certificate_valid_once');
  });
});
