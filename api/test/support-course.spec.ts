import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aModel } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { actOnSupport, aSupport, supportRow, type SupportGround } from './harness/support-builders.js';
import { aCirconscription, aModule } from './harness/training-builders.js';

/** From a teacher who asks for a visit to the report that they read. */
let house: House;
let teacher: Person;
let colleague: Person;
let head: Person;
let trainer: Person;
let otherTrainer: Person;
let inspector: Person;
let stranger: Person;
let manager: Person;
let ground: SupportGround;
let moduleId: string;

beforeAll(async () => {
  house = await House.open();
  const circonscriptionId = await aCirconscription(house);
  const ofCirconscription = { circonscription_id: circonscriptionId };
  const school = await house.build.school(ofCirconscription);
  const ofSchool = { school_id: school.id };
  teacher = await house.person('teacher', ofSchool);
  colleague = await house.person('teacher', ofSchool);
  head = await house.person('school-head', ofSchool);
  trainer = await house.person('digital-trainer', ofCirconscription);
  otherTrainer = await house.person('digital-trainer', ofCirconscription);
  inspector = await house.person('inspector', ofCirconscription);
  stranger = await house.person('digital-trainer', { circonscription_id: await aCirconscription(house) });
  manager = await house.person('plan-manager');
  moduleId = await aModule(house);
  ground = {
    ...{ schoolId: school.id, circonscriptionId },
    ...{ teacherId: teacher.accountId, trainerId: trainer.accountId },
  };
});
afterAll(() => house.close());

const codeOf = ({ status, body }: Answer) => `${status} ${(body.code as string | undefined) ?? ''}`.trim();
const REQUEST = {
  ...{ about: 'use', moduleId: null, modelId: null, level: 'ce2', teacherId: null },
  ...{ wishedFrom: '2026-11-02', wishedTo: '2026-11-27', purpose: 'Programmer un robot avec ma classe' },
};
const ask = (by: Person, given = {}) => by.post('/api/v1/support-requests', { ...REQUEST, ...given });
const pageOf = async (by: Person, id: string) => (await by.get(`/api/v1/support-requests/${id}`)).body;
const mailsTo = async ({ accountId }: Person) =>
  (
    await house.sql<{ subject: string }>(
      'select m.subject from mail m join account c on c.email = m.recipient where c.id = $1 order by m.id',
      [accountId],
    )
  ).map(({ subject }) => subject.replace(/[\u00a0\u202f]/g, ' '));
const listed = async (by: Person, query = '') =>
  ((await by.get(`/api/v1/support-requests${query}`)).body.items as { id: string }[]).map(({ id }) => id);

let days = 0;
/** A morning of its own, ahead. */
function aMorning() {
  const startsAt = new Date(Date.parse('2026-11-03T08:00:00Z') + ++days * 86_400_000);
  return { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 5_400_000).toISOString() };
}
const past = (id: string) =>
  house.arrange(
    `update support_request set starts_at = starts_at - interval '60 days', ends_at = ends_at - interval '60 days' where id = $1`,
    [id],
  );

describe('a visit that a teacher asks for', () => {
  it('is dated by a trainer, told about, and read by the teacher and their head; each is told by mail', async () => {
    const { status, body } = await ask(teacher, { about: 'module', moduleId });
    expect([status, body]).toMatchObject([201, { state: 'asked' }]);
    const id = body.id as string;
    for (const told of [trainer, otherTrainer])
      expect(await mailsTo(told)).toContain('Accompagnement : il est demandé');
    expect(await mailsTo(stranger)).toEqual([]);

    const date = aMorning();
    expect((await actOnSupport(house, trainer, id, 'date', date)).body.state).toBe('dated');
    for (const told of [teacher, head]) expect(await mailsTo(told)).toContain('Accompagnement : la date est fixée');
    expect(await pageOf(teacher, id)).toMatchObject({ ...date, trainerName: expect.any(String) });
    const report = { report: 'Un trajet programmé.', minutes: 90, followUp: 'Une séance de plus en janvier.' };
    expect(codeOf(await actOnSupport(house, trainer, id, 'report', report))).toBe('409 support.too-early');
    await past(id);
    expect(codeOf(await actOnSupport(house, otherTrainer, id, 'report', report))).toBe('409 support.not-your-visit');
    expect(codeOf(await actOnSupport(house, trainer, id, 'report', { ...report, minutes: 50 }))).toBe(
      '422 support.minutes-wrong',
    );
    expect((await actOnSupport(house, trainer, id, 'report', report)).body.state).toBe('reported');
    for (const reader of [teacher, head, inspector]) expect(await pageOf(reader, id)).toMatchObject(report);
    for (const told of [teacher, head])
      expect(await mailsTo(told)).toContain('Accompagnement : le compte rendu est écrit');
  });

  it.each([
    [{ about: 'module' }, '422 support.about-wrong'],
    [{ about: 'use', moduleId: '01900000-0000-7000-8000-00000000dead' }, '422 support.about-wrong'],
    [{ about: 'module', moduleId: '01900000-0000-7000-8000-00000000dead' }, '422 training.module-unknown'],
    [{ about: 'model', modelId: '01900000-0000-7000-8000-00000000dead' }, '422 support.model-unknown'],
    [{ wishedFrom: '2026-11-28' }, '422 support.period-wrong'],
    [{ wishedFrom: '2026-09-01', wishedTo: '2026-10-05' }, '422 support.period-wrong'],
    [{ wishedTo: '2027-10-08' }, '422 support.period-wrong'],
    [{ level: 'sixieme' }, '400 request.invalid'],
    [{ purpose: ' ' }, '400 request.invalid'],
  ])('is whole: %j is %s', async (given, code) => {
    expect(codeOf(await ask(teacher, given))).toBe(code);
  });

  it('is about a model of the catalogue, asked by a head for somebody of the team', async () => {
    const { status, body } = await ask(head, {
      ...{ about: 'model', modelId: await aModel(house), teacherId: colleague.accountId },
    });
    expect(status).toBe(201);
    expect(await supportRow(house, body.id as string)).toMatchObject({
      ...{ teacher_id: colleague.accountId, asked_by: head.accountId, circonscription_id: ground.circonscriptionId },
    });
    expect((await pageOf(colleague, body.id as string)).id).toBe(body.id);
    expect(codeOf(await ask(teacher, { teacherId: colleague.accountId }))).toBe('422 support.teacher-unknown');
    expect(codeOf(await ask(head, { teacherId: trainer.accountId }))).toBe('422 support.teacher-unknown');
  });

  it('is read by whom it concerns: no colleague, no other circonscription, and by the metropole without a name nor a word', async () => {
    const id = await aSupport(house, ground, 'asked');
    for (const reader of [colleague, stranger])
      expect(codeOf(await reader.get(`/api/v1/support-requests/${id}`))).toBe('404 object.not-found');
    expect(await pageOf(manager, id)).toMatchObject({ teacherName: null, purpose: '', history: [], possible: [] });
    expect(await listed(teacher)).toContain(id);
    expect(await listed(colleague)).not.toContain(id);
    const { body } = await manager.get('/api/v1/support-requests/counts');
    expect(body.year).toBe(2026);
    const [own] = body.items.filter(
      (line: { circonscriptionId: string }) => line.circonscriptionId === ground.circonscriptionId,
    );
    expect(own.asked).toBeGreaterThan(0);
    expect((await stranger.get('/api/v1/support-requests/counts')).body.items).toEqual([]);
  });

  it('of a private school goes to the circonscription of its commune; where there is none, it is refused', async () => {
    const { communeId } = await house.build.school({ circonscription_id: ground.circonscriptionId });
    const ofBody = async (name: string) => {
      const managing_body_id = await house.build.insert('managing_body', { name, kind: 'ogec' });
      return { sector: 'private', state_contract: 'association', managing_body_id };
    };
    const near = await house.build.school({ ...(await ofBody('OGEC Nord')), commune_id: communeId });
    const far = await house.build.school({ ...(await ofBody('OGEC Sud')), commune_id: await house.build.commune() });
    const { body } = await ask(await house.person('teacher', { school_id: near.id }));
    expect(await supportRow(house, body.id as string)).toMatchObject({ circonscription_id: ground.circonscriptionId });
    expect(codeOf(await ask(await house.person('teacher', { school_id: far.id })))).toBe('422 support.no-trainer');
  });
});

describe('what waits', () => {
  it('is to be dated by any trainer, and told about by whoever came', async () => {
    const asked = await aSupport(house, ground, 'asked');
    const done = await aSupport(house, ground, 'dated');
    const ahead = (await aSupport(house, ground, 'asked')) as string;
    await actOnSupport(house, trainer, ahead, 'date', aMorning());
    const ofTrainer = await listed(trainer, '?due=true&size=100');
    expect(ofTrainer).toEqual(expect.arrayContaining([asked, done]));
    expect(ofTrainer).not.toContain(ahead);
    const ofOther = await listed(otherTrainer, '?due=true&size=100');
    expect(ofOther).toContain(asked);
    expect(ofOther).not.toContain(done);
  });
});

describe('the date of a visit', () => {
  it('lies within a half-day, ahead; a new one says why, tells the school, and is another', async () => {
    const id = await aSupport(house, ground, 'asked');
    const at = (startsAt: string, endsAt: string) => actOnSupport(house, trainer, id, 'date', { startsAt, endsAt });
    expect(codeOf(await at('2026-10-05T08:00:00Z', '2026-10-05T09:00:00Z'))).toBe('422 training.dates-wrong');
    expect(codeOf(await at('2026-11-03T09:00:00Z', '2026-11-03T14:00:00Z'))).toBe('422 training.half-day-wrong');
    const date = aMorning();
    expect((await actOnSupport(house, trainer, id, 'date', date)).status).toBe(200);
    const move = (given: object) => actOnSupport(house, trainer, id, 'move', { reason: 'Formateur absent', ...given });
    expect(codeOf(await move(date))).toBe('422 support.date-unchanged');
    expect(codeOf(await move({ ...aMorning(), reason: ' ' }))).toMatch(/reason-missing|request.invalid/);
    expect((await move(aMorning())).status).toBe(200);
    expect(await mailsTo(teacher)).toContain('Accompagnement : la date change');
    const [line] = (await pageOf(teacher, id)).history;
    expect(line).toMatchObject({ action: 'move', reason: 'Formateur absent', wasAt: date.startsAt });
  });

  it('is taken over by another trainer, and whoever was to come is told', async () => {
    const id = await aSupport(house, ground, 'dated');
    await actOnSupport(house, otherTrainer, id, 'move', { ...aMorning(), reason: 'Je prends le relais' });
    expect(await supportRow(house, id)).toMatchObject({ trainer_id: otherTrainer.accountId });
    expect(await mailsTo(trainer)).toContain('Accompagnement : la date change');
    await actOnSupport(house, head, id, 'cancel', { reason: 'Classe en sortie' });
    expect(await mailsTo(otherTrainer)).toContain('Accompagnement : il est annulé');
  });

  it('says before it is saved what it meets', async () => {
    const id = await aSupport(house, ground, 'asked', { wished_to: '2026-11-20' });
    const met = async (startsAt: string, endsAt: string) =>
      (
        await trainer.get(`/api/v1/support-requests/${id}/clashes?startsAt=${startsAt}&endsAt=${endsAt}`)
      ).body.items.map(({ kind }: { kind: string }) => kind);
    expect(await met('2026-11-28T08:00:00Z', '2026-11-28T09:00:00Z')).toEqual(['week-end', 'not-wished']);
    const taken = aMorning();
    const other = await aSupport(house, ground, 'asked');
    await actOnSupport(house, trainer, other, 'date', taken);
    expect(await met(taken.startsAt, taken.endsAt)).toContain('trainer');
  });
});

describe('a trainer', () => {
  const propose = (dates: { startsAt: string; endsAt: string }) =>
    inspector.post('/api/v1/training-sessions', {
      ...{ moduleId, circonscriptionId: ground.circonscriptionId, schoolId: ground.schoolId },
      ...{ placeKind: 'school', placeName: null, remoteLink: null, capacity: 12, minimum: 1, guestIds: [], cycles: [] },
      ...{ trainerId: trainer.accountId, outsideTrainer: null, outsideFirm: null, dates: [dates] },
    });

  it('is in no two classes at once, nor in a class and at a session, whichever was there first', async () => {
    const [visit, session] = [aMorning(), aMorning()];
    const [one, other] = [await aSupport(house, ground, 'asked'), await aSupport(house, ground, 'asked')];
    expect((await actOnSupport(house, trainer, one, 'date', visit)).status).toBe(200);
    expect(codeOf(await actOnSupport(house, trainer, other, 'date', visit))).toBe('409 training.trainer-taken');
    expect(codeOf(await propose(visit))).toBe('409 training.trainer-taken');
    expect((await propose(session)).status).toBe(201);
    expect(codeOf(await actOnSupport(house, trainer, other, 'date', session))).toBe('409 training.trainer-taken');
    expect((await actOnSupport(house, otherTrainer, other, 'date', session)).status).toBe(200);
  });

  it('asked at the same instant for a session and for classes, is at one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const date = aMorning();
      const ids = await Promise.all([1, 2, 3].map(() => aSupport(house, ground, 'asked')));
      const answers = await Promise.all([
        propose(date),
        ...ids.map((id) => actOnSupport(house, trainer, id, 'date', date)),
        propose(date),
      ]);
      const done = answers.filter(({ status }) => status < 300);
      const refused = answers.filter(({ body }) => body.code === 'training.trainer-taken');
      expect([done.length, refused.length]).toEqual([1, 4]);
    }
  });

  it('is free again once a visit is cancelled', async () => {
    const date = aMorning();
    const id = await aSupport(house, ground, 'asked');
    await actOnSupport(house, trainer, id, 'date', date);
    await actOnSupport(house, teacher, id, 'cancel', { reason: 'Classe en sortie' });
    expect((await propose(date)).status).toBe(201);
  });
});
