import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailSender } from '../src/platform/mail/mail.sender.js';
import { TrainingTerms } from '../src/training/training-terms.service.js';
import { House } from './harness/house.js';
import { MailServer } from './harness/mail-server.js';
import type { Person } from './harness/person.js';
import { actOnSession, aCirconscription, aSession, seated, type TrainingGround } from './harness/training-builders.js';

/** What those who have a place find in their calendar, and are reminded of. */
let house: House;
let server: MailServer;
let manager: Person;
let teacher: Person;
let colleague: Person;
let ground: TrainingGround;

beforeAll(async () => {
  server = await MailServer.open();
  house = await House.open({ SMTP_URL: server.url, MAIL_FROM: 'Parc École <parc@exemple.fr>' });
  const circonscriptionId = await aCirconscription(house);
  const schoolId = (await house.build.school({ circonscription_id: circonscriptionId })).id;
  manager = await house.person('plan-manager');
  const trainer = await house.person('digital-trainer', { circonscription_id: circonscriptionId });
  teacher = await house.person('teacher', { school_id: schoolId });
  colleague = await house.person('teacher', { school_id: schoolId });
  ground = { circonscriptionId, schoolId, trainerId: trainer.accountId, by: manager.accountId };
});
afterAll(async () => {
  await house.close();
  await server.goAway();
});
beforeEach(() => house.sql('delete from mail'));

const ask = (by: Person, id: string, what: 'enrol' | 'leave') =>
  by.post(`/api/v1/training-sessions/${id}/${what}`, { accountId: null });
/** The calendar texts of the mails to somebody, unfolded, the oldest first; null: a mail without one. */
const calendarsTo = async ({ accountId }: Person) =>
  (
    await house.sql<{ calendar: string | null }>(
      'select m.calendar from mail m join account c on c.email = m.recipient where c.id = $1 order by m.id',
      [accountId],
    )
  ).map(({ calendar }) => calendar?.replaceAll('\r\n ', '') ?? null);
const wordOf = (calendar: string | null | undefined, name: string) =>
  new RegExp(`^${name}:(.*)\r$`, 'm').exec(calendar ?? '')?.[1];

describe('the calendar of who has a place', () => {
  it('has it when they enrol, moved when it is postponed, and gone when they leave, always under one name', async () => {
    const id = await aSession(house, ground, 'open');
    await ask(teacher, id, 'enrol');
    const dates = [{ startsAt: '2027-02-03T13:00:00Z', endsAt: '2027-02-03T15:00:00Z' }];
    await actOnSession(house, manager, id, 'postpone', { dates, reason: 'Chauffage en panne' });
    await ask(teacher, id, 'leave');
    const calendars = await calendarsTo(teacher);
    expect(calendars.map((one) => wordOf(one, 'METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(new Set(calendars.map((one) => wordOf(one, 'UID')))).toEqual(new Set([`${id}@parc-ecole`]));
    expect(calendars.map((one) => Number(wordOf(one, 'SEQUENCE')))).toEqual([1, 2, 2]);
    expect(wordOf(calendars[1], 'DTSTART')).toBe('20270203T130000Z');
    expect(wordOf(calendars[0], 'ORGANIZER')).toBe('mailto:parc@exemple.fr');
  });

  it('has nothing of a session that they wait for, and loses one that is cancelled', async () => {
    const id = await aSession(house, ground, 'open', { capacity: 1 });
    await ask(teacher, id, 'enrol');
    await ask(colleague, id, 'enrol');
    await actOnSession(house, manager, id, 'cancel', { reason: 'Trop peu d’inscrits' });
    expect((await calendarsTo(teacher)).map((one) => wordOf(one, 'METHOD'))).toEqual(['REQUEST', 'CANCEL']);
    expect(await calendarsTo(colleague)).toEqual([null]);
  });

  it('says from where one comes in from afar, to who has a place', async () => {
    const link = 'https://visio.example/salon-7';
    const remote = { place_kind: 'remote', school_id: null, remote_link: link };
    const id = await aSession(house, ground, 'open', remote);
    await ask(teacher, id, 'enrol');
    expect(wordOf((await calendarsTo(teacher))[0], 'LOCATION')).toBe(link);
  });

  it('gets it as an invitation that the mail carries', async () => {
    const id = await aSession(house, ground, 'open');
    await ask(teacher, id, 'enrol');
    server.received.length = 0;
    expect(await house.application.get(MailSender).sendDue()).toBe(1);
    expect(server.received[0]!.source).toMatch(/text\/calendar[^]*method=REQUEST/);
  });
});

describe('who has a place in a confirmed session', () => {
  const remind = (day: string) => house.application.get(TrainingTerms).remind(day);
  const reminders = async () =>
    (
      await house.sql<{ told: string }>(
        `select substring(subject from ': (.*)') as told from mail where dedupe like 'training-reminder:%' order by id`,
      )
    ).map(({ told }) => told);

  it('is reminded within five school days and the day before, each once; who waits is not', async () => {
    const at = { starts_at: '2026-10-16T12:00:00Z', ends_at: '2026-10-16T14:00:00Z' };
    const id = await aSession(house, ground, 'confirmed', { ...at, capacity: 1 });
    await seated(house, id, { accountId: teacher.accountId, schoolId: ground.schoolId });
    await seated(
      house,
      id,
      { accountId: colleague.accountId, schoolId: ground.schoolId },
      { seat: null, seated_at: null },
    );
    expect(await remind('2026-10-06')).toBe(0);
    for (const day of ['2026-10-08', '2026-10-09', '2026-10-13', '2026-10-15', '2026-10-15']) await remind(day);
    expect((await reminders()).map((told) => told.replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
      'elle a lieu bientôt',
      'c’est demain',
    ]);
    expect(await remind('2026-10-16')).toBe(0);
  });

  it('is not reminded of one that is only open', async () => {
    const at = { starts_at: '2026-10-13T12:00:00Z', ends_at: '2026-10-13T14:00:00Z' };
    const id = await aSession(house, ground, 'open', at);
    await seated(house, id, { accountId: teacher.accountId, schoolId: ground.schoolId });
    const before = (await reminders()).length;
    await house.arrange(
      `update training_enrolment set seat = null, seated_at = null where session_id <> $1 and seat is not null`,
      [id],
    );
    await remind('2026-10-12');
    expect(await reminders()).toHaveLength(before);
  });
});
