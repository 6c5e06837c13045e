import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SURVEY_DAYS, SURVEY_LEAST_ANSWERS } from '@parc/domain';
import { aDay, anAttendanceGround, placeOf, type AttendanceGround } from './harness/attendance-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { actOnSession } from './harness/training-builders.js';
import { LIMITS } from '../src/platform/limits.js';

/** What those who came think of a session: asked by mail, answered without an account, once, and by nobody's name. */
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

/** The session is closed: those named came, the rest of the places did not. */
async function closed(came: readonly Person[], away: readonly Person[] = []): Promise<string> {
  const { id, dates } = await aDay(ground, '2026-10-06', ['09:00-12:00']);
  for (const person of [...came, ...away]) {
    const place = await placeOf(ground, id, person);
    const people = [{ id: place, dateId: dates[0], present: came.includes(person) }];
    await ground.trainer.post(`/api/v1/training-sessions/${id}/attendance`, { people });
  }
  expect((await actOnSession(house, ground.trainer, id, 'close')).status).toBe(200);
  return id;
}

interface SurveyMail {
  recipient: string;
  body: string;
  secret: boolean;
}
const mailsOf = (id: string): Promise<SurveyMail[]> =>
  house.sql<SurveyMail>(
    `select m.recipient, m.body, m.secret from mail m join training_enrolment n on m.dedupe = 'training-survey:' || n.id
      where n.session_id = $1 order by n.turn`,
    [id],
  );
const secretsOf = async (id: string): Promise<string[]> =>
  (await mailsOf(id)).map(({ body }) => /\/questionnaire#([\w-]{43})/.exec(body)![1]!);

const GIVEN = { useful: 4, level: 3, uses: 'yes', remark: 'À refaire avec la classe mobile' };
const read = (secret: string) => house.nobody().post('/api/v1/training-surveys/read', { token: secret });
const answer = (secret: string, given: object = GIVEN) =>
  house.nobody().post('/api/v1/training-surveys/answer', { token: secret, ...given });
const answersOf = (id: string) =>
  house.sql('select useful, level, uses, remark from training_survey_answer where session_id = $1', [id]);
const toldTo = async (person: Person, id: string) => (await person.get(`/api/v1/training-sessions/${id}`)).body.survey;

/** Four who came and were asked. */
async function asked(): Promise<{ id: string; secrets: string[] }> {
  const one = await house.person('teacher', { school_id: ground.schoolId });
  const id = await closed([ground.teacher, ground.colleague, ground.privateTeacher, one]);
  return { id, secrets: await secretsOf(id) };
}

describe('those who came to a session', () => {
  it('are asked once it is closed, each by one mail that is forgotten when it has left; who stayed away is not', async () => {
    const id = await closed([ground.teacher, ground.privateTeacher], [ground.colleague]);
    const mails = await mailsOf(id);
    expect(mails).toHaveLength(2);
    expect(mails.every(({ secret }) => secret)).toBe(true);
    expect(new Set(await secretsOf(id)).size).toBe(2);
    expect(await house.sql('select asked from training_survey where session_id = $1', [id])).toEqual([{ asked: 2 }]);
  });

  it('are not asked of a session to which nobody came', async () => {
    const id = await closed([], [ground.teacher]);
    expect(await mailsOf(id)).toEqual([]);
    expect(await house.sql('select from training_survey where session_id = $1', [id])).toEqual([]);
  });

  it('answer without an account, and change what they said until thirty days are over', async () => {
    const { id, secrets } = await asked();
    expect((await read(secrets[0]!)).body).toEqual({
      ...{ moduleTitle: expect.stringMatching(/^Prendre en main/), startsAt: '2026-10-06T07:00:00.000Z' },
      ...{ lastDay: '2026-11-04', given: null },
    });
    expect((await answer(secrets[0]!)).body.given).toEqual(GIVEN);
    house.setNow('2026-11-04T20:00:00Z');
    expect((await answer(secrets[0]!, { ...GIVEN, useful: 1, remark: '  ' })).body.given).toMatchObject({
      ...{ useful: 1, remark: null },
    });
    expect((await read(secrets[0]!)).body.given).toMatchObject({ useful: 1, remark: null });
    expect(await answersOf(id)).toHaveLength(1);
    house.setNow('2026-11-05T15:05:00Z');
    expect((await read(secrets[0]!)).body.code).toBe('training.survey-over');
    expect((await answer(secrets[0]!)).body.code).toBe('training.survey-over');
    expect(await answersOf(id)).toMatchObject([{ useful: 1 }]);
  });

  it('answer once each, whoever sends how often at the same instant', async () => {
    const { id, secrets } = await asked();
    const sent = [0, 1, 2, 3, 4, 5].flatMap((time) =>
      secrets.map((secret) => answer(secret, { ...GIVEN, useful: 1 + (time % 4) })),
    );
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(sent.map(() => 200));
    expect(await answersOf(id)).toHaveLength(secrets.length);
  });

  it('answer within the bounds of each question', async () => {
    const { id, secrets } = await asked();
    for (const wrong of [{ useful: 0 }, { useful: 5 }, { level: null }, { uses: 'never' }, { remark: 'x'.repeat(501) }])
      expect((await answer(secrets[0]!, { ...GIVEN, ...wrong })).status).toBe(400);
    expect(await answersOf(id)).toEqual([]);
  });
});

describe('an address that opens nothing', () => {
  it('is answered alike whether it is wrong, cut or over, and counts against the network that asks; a right one never', async () => {
    const { secrets } = await asked();
    const [first] = secrets;
    const wrong = ['a'.repeat(43), first!.slice(0, 20), `${first}a`];
    const answers = await Promise.all(wrong.flatMap((secret) => [read(secret), answer(secret)]));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code} ${body.title}`)).size).toBe(1);
    for (let time = answers.length; time < LIMITS.training.survey.most; time++)
      expect((await read('b'.repeat(43))).status).toBe(404);
    expect((await read('b'.repeat(43))).body.code).toBe('training.survey-throttled');
    expect((await answer('b'.repeat(43))).body.code).toBe('training.survey-throttled');
    expect((await answer(first!)).status).toBe(200);
  });
});

describe('what is told of the answers', () => {
  it('is nothing but how many were asked until three have answered, to each who looks after the session', async () => {
    const { id, secrets } = await asked();
    for (const secret of secrets.slice(0, SURVEY_LEAST_ANSWERS - 1)) await answer(secret);
    const few = { asked: 4, answered: null, useful: [], level: [], uses: [], remarks: [] };
    const { manager, inspector, trainer } = ground;
    for (const person of [manager, inspector, trainer]) expect(await toldTo(person, id)).toEqual(few);
    expect(await textsOf(manager, id)).not.toContain(GIVEN.remark);
    await answer(secrets[2]!, { useful: 1, level: 1, uses: 'no', remark: null });
    for (const person of [manager, inspector, trainer])
      expect(await toldTo(person, id)).toEqual({
        ...{ asked: 4, answered: 3 },
        useful: [1, 0, 0, 2].map((people, at) => ({ grade: at + 1, people })),
        level: [1, 0, 2, 0].map((people, at) => ({ grade: at + 1, people })),
        uses: [
          { use: 'yes', people: 2 },
          { use: 'perhaps', people: 0 },
          { use: 'no', people: 1 },
        ],
        remarks: [GIVEN.remark, GIVEN.remark],
      });
    expect(await textsOf(manager, id)).toContain(GIVEN.remark);
    expect(await toldTo(ground.teacher, id)).toBeNull();
  });

  it('leads back to nobody: no row of an answer or of the right to it names a person, and none says when', async () => {
    const { id, secrets } = await asked();
    for (const secret of secrets) await answer(secret);
    const people = [ground.teacher, ground.colleague, ground.privateTeacher].map(({ accountId }) => accountId);
    const places = await house.sql<{ id: string }>('select id from training_enrolment where session_id = $1', [id]);
    const kept = await house.sql<{ row: string }>(
      `select a::text as row from training_survey_answer a where session_id = $1
       union all select k::text from training_survey_ticket k where session_id = $1
       union all select h::text from history h where h.table_name like 'training_survey%'`,
      [id],
    );
    const telling = [...people, ...places.map((place) => place.id), ...secrets, '2026-10-06'];
    expect(kept).toHaveLength(2 * secrets.length);
    expect(kept.filter(({ row }) => telling.some((word) => row.includes(word)))).toEqual([]);
    expect(await timesOf()).toEqual([]);
    const repeated = await house.sql<{ row: string }>('select i::text as row from idempotency_key i');
    expect(repeated.filter(({ row }) => secrets.some((secret) => row.includes(secret)))).toEqual([]);
  });

  it('is tied to no mail any more once the night after its term has passed', async () => {
    const { id, secrets } = await asked();
    await answer(secrets[0]!);
    await house.arrange(`update mail set body = '' where dedupe like 'training-survey:%'`);
    const late = new Date(Date.parse('2026-10-06T15:00:00Z') + (SURVEY_DAYS + 1) * 86_400_000);
    house.setNow(late.toISOString());
    const { status, body } = await (await house.person('administrator')).post('/api/v1/jobs/purge/run');
    expect({ status, outcome: body.outcome }).toMatchObject({
      ...{ status: 200, outcome: expect.stringContaining('droits de réponse à un questionnaire') },
    });
    expect(await house.sql('select secret_digest from training_survey_answer where session_id = $1', [id])).toEqual([
      { secret_digest: null },
    ]);
    expect(await house.sql('select from training_survey_ticket where session_id = $1', [id])).toEqual([]);
  });

  it('keeps a remark that was taken out so, whatever its writer sends again', async () => {
    const { id, secrets } = await asked();
    for (const secret of secrets) await answer(secret);
    const texts = await ground.manager.get(`/api/v1/free-texts/training-session/${id}`);
    const text = texts.body.items.find((one: { text: string }) => one.text === GIVEN.remark);
    const { place, rowId, part } = text;
    const taken = await ground.manager.post(`/api/v1/free-texts/training-session/${id}/redactions`, {
      ...{ place, rowId, part, reason: 'pupil' },
    });
    expect(taken.status).toBeLessThan(300);
    expect((await answer(secrets[0]!)).body.given.remark).toMatch(/^\[texte retiré /);
    expect((await answersOf(id)).map(({ remark }) => remark)).not.toContain(GIVEN.remark);
  });
});

const textsOf = async (person: Person, id: string): Promise<string[]> =>
  (await person.get(`/api/v1/free-texts/training-session/${id}`)).body.items.map((one: { text: string }) => one.text);

const timesOf = () =>
  house.sql(
    `select table_name, column_name from information_schema.columns
      where table_name in ('training_survey_answer', 'training_survey_ticket') and (data_type like 'timestamp%' or data_type = 'date')`,
  );

describe('the database', () => {
  it('refuses a second answer of one ticket, and an answer to another session than its own', async () => {
    const { id, secrets } = await asked();
    await answer(secrets[0]!);
    const other = await closed([ground.teacher]);
    const [{ digest }] = (await house.sql<{ digest: Buffer }>(
      'select secret_digest as digest from training_survey_answer where session_id = $1',
      [id],
    )) as [{ digest: Buffer }];
    const insert = (sessionId: string, secret: Buffer) =>
      house.arrange(
        `insert into training_survey_answer (session_id, secret_digest, useful, level, uses) values ($1, $2, 1, 1, 'no')`,
        [sessionId, secret],
      );
    await expect(insert(id, digest)).rejects.toThrow(/training_survey_answered_once/);
    const [free] = await house.sql<{ digest: Buffer }>(
      'select secret_digest as digest from training_survey_ticket where session_id = $1 and secret_digest <> $2',
      [id, digest],
    );
    await expect(insert(other, free!.digest)).rejects.toThrow(/training_survey_answer_of_ticket/);
  });
});
