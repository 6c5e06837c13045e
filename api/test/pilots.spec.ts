import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import { aPilot } from './harness/pilot-builders.js';

/** An item tried in a school before it is decided, and what those who work there think of it. */
let house: House;
let manager: Person;
let teacher: Person;
let head: Person;
let stranger: Person;
let schoolId: string;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  const school = await house.build.school();
  schoolId = school.id;
  await house.build.convention(school);
  teacher = await house.person('teacher', { school_id: schoolId });
  head = await house.person('school-head', { school_id: schoolId });
  stranger = await house.person('teacher', { school_id: (await house.build.school()).id });
});
afterAll(() => house.close());

const codeOf = ({ status, body }: Answer) => `${status} ${(body.code as string | undefined) ?? ''}`.trim();
const undecided = (state = 'proposed') => house.build.item({ state });
const start = async (given: object = {}, by = manager) =>
  by.post('/api/v1/pilots', {
    ...{ itemId: await undecided(), schoolId, fromDay: '2026-10-06', toDay: '2026-11-06' },
    ...{ lookedFor: 'Est-ce que le son porte ?', ...given },
  });
const YES = { easy: 'yes', useful: 'yes', keep: 'yes', text: null };
const say = (by: Person, id: string, given: object = {}) =>
  by.put(`/api/v1/pilots/${id}/opinion`, { ...YES, ...given });
const pageOf = async (by: Person, id: string) => (await by.get(`/api/v1/pilots/${id}`)).body;
const pilot = (row = {}) => aPilot(house, { schoolId, by: manager.accountId }, row);

describe('a trial', () => {
  it('is started by the manager, said something of by the school, and read at the item with counts and texts, no names', async () => {
    const itemId = await undecided('under-review');
    const { status, body } = await start({ itemId });
    expect(status).toBe(201);
    const id = body.id as string;
    expect(await pageOf(teacher, id)).toMatchObject({ standing: 'running', mayAnswer: true, mine: null, texts: null });
    expect((await say(teacher, id, { useful: 'partly', text: 'Le son porte peu.' })).status).toBe(200);
    expect((await say(head, id, { keep: 'no' })).status).toBe(200);
    const { items } = (await manager.get(`/api/v1/pilots?itemId=${itemId}`)).body;
    expect(items).toMatchObject([
      {
        ...{ id, opinions: 2, texts: ['Le son porte peu.'] },
        tallies: [
          { question: 'easy', yes: 2, partly: 0, no: 0 },
          { question: 'useful', yes: 1, partly: 1, no: 0 },
          { question: 'keep', yes: 1, partly: 0, no: 1 },
        ],
      },
    ]);
    const [account] = await house.sql<{ name: string }>('select name from account where id = $1', [teacher.accountId]);
    expect(JSON.stringify(items)).not.toContain(account!.name);
    expect(JSON.stringify(items)).not.toContain(teacher.accountId);
  });

  it('is said something of once by each, anew until it is over', async () => {
    const id = await pilot();
    const answers = await Promise.all([1, 2, 3, 4].map(() => say(teacher, id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await say(teacher, id, { keep: 'no', text: 'Trop lourd' });
    expect(await pageOf(teacher, id)).toMatchObject({ opinions: 1, mine: { ...YES, keep: 'no', text: 'Trop lourd' } });
    const { version } = await pageOf(manager, id);
    expect((await manager.post(`/api/v1/pilots/${id}/end`, undefined, { version })).status).toBe(200);
    expect(codeOf(await say(teacher, id))).toBe('409 pilot.not-running');
    expect(await pageOf(teacher, id)).toMatchObject({ standing: 'over', mayAnswer: false });
    expect(codeOf(await manager.post(`/api/v1/pilots/${id}/end`, undefined, { version: version + 1 }))).toBe(
      '409 pilot.over',
    );
  });

  it.each([
    ['before it begins', { from_day: '2026-10-07' }, 'coming'],
    ['after its last day', { from_day: '2026-09-01', to_day: '2026-10-05' }, 'over'],
  ])('is said nothing of %s', async (_when, row, standing) => {
    const id = await pilot(row);
    expect(await pageOf(teacher, id)).toMatchObject({ standing, mayAnswer: false });
    expect(codeOf(await say(teacher, id))).toBe('409 pilot.not-running');
  });

  it('is over once its item is decided', async () => {
    const itemId = await undecided('under-review');
    const id = await aPilot(house, { schoolId, by: manager.accountId, itemId });
    await house.arrange(`update catalogue_item set state = 'rejected' where id = $1`, [itemId]);
    expect(codeOf(await say(teacher, id))).toBe('409 pilot.not-running');
    expect((await pageOf(manager, id)).mayEnd).toBe(false);
  });

  it('is the school’s own: another one neither reads it nor says anything', async () => {
    const id = await pilot();
    expect(codeOf(await stranger.get(`/api/v1/pilots/${id}`))).toBe('404 object.not-found');
    expect(codeOf(await say(stranger, id))).toBe('404 object.not-found');
    expect(codeOf(await say(manager, id))).toBe('403 role.may-not');
    expect(codeOf(await start({}, head))).toBe('403 role.may-not');
    const { items } = (await stranger.get('/api/v1/pilots')).body;
    expect(items).toEqual([]);
    const running = (await teacher.get('/api/v1/pilots?running=true')).body.items as { id: string; standing: string }[];
    expect(running.map((one) => one.id)).toContain(id);
    expect(new Set(running.map(({ standing }) => standing))).toEqual(new Set(['running']));
  });
});

describe('a trial is told by mail', () => {
  const mailsOf = async (id: string) =>
    house.sql<{ recipient: string; subject: string; body: string }>(
      'select recipient, subject, body from mail where position($1 in dedupe) > 0 order by id',
      [id],
    );
  const addressOf = async ({ accountId }: Person) =>
    (await house.sql<{ email: string }>('select email from account where id = $1', [accountId]))[0]!.email;

  it('to everybody who works in the school when it starts, with its days and what it is to show, and to nobody else', async () => {
    const { body } = await start();
    const mails = await mailsOf(body.id as string);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [await addressOf(teacher), await addressOf(head)].toSorted(),
    );
    for (const mail of mails) {
      expect(mail.subject.replaceAll(/\s/g, ' ')).toBe('École pilote : votre école l’essaie');
      expect(mail.body.replaceAll(/\s/g, ' ')).toContain('À regarder : Est-ce que le son porte ?');
      expect(mail.body).toContain(`/catalogue/pilotes/${body.id as string}`);
      expect(mail.body.replaceAll(/\s/g, ' ')).toMatch(/du mar\. 6 oct\. au ven\. 6 nov\./);
    }
  });

  it('once, to whoever works there twice over', async () => {
    const school = await house.build.school();
    await house.build.convention(school);
    const both = await house.person('school-head', { school_id: school.id });
    await house.build.insert('assignment', {
      ...{
        account_id: both.accountId,
        role: 'teacher',
        scope_kind: 'school',
        school_id: school.id,
        from_day: '2025-09-01',
      },
    });
    const { body } = await start({ schoolId: school.id });
    expect(await mailsOf(body.id as string)).toHaveLength(1);
  });

  it('when it is ended before its time, and not when it is refused', async () => {
    const { body } = await start();
    const id = body.id as string;
    const { version } = await pageOf(manager, id);
    await manager.post(`/api/v1/pilots/${id}/end`, undefined, { version });
    await manager.post(`/api/v1/pilots/${id}/end`, undefined, { version: version + 1 });
    const ended = (await mailsOf(id)).filter(({ subject }) => subject.endsWith('l’essai s’arrête'));
    expect(ended).toHaveLength(2);
    expect(ended[0]!.body).not.toContain('Est-ce que le son porte');
  });
});

describe('a trial that is refused', () => {
  it('is of an item that is decided, at wrong days, or in no school', async () => {
    const nowhere = '01900000-0000-7000-8000-00000000dead';
    expect(codeOf(await start({ itemId: await undecided('validated') }))).toBe('409 pilot.item-decided');
    expect(codeOf(await start({ itemId: nowhere }))).toBe('404 object.not-found');
    expect(codeOf(await start({ schoolId: nowhere }))).toBe('422 pilot.school-unknown');
    expect(codeOf(await start({ toDay: '2026-10-05' }))).toBe('422 pilot.days-wrong');
    expect(codeOf(await start({ fromDay: '2026-09-01', toDay: '2026-10-05' }))).toBe('422 pilot.days-wrong');
  });

  it('is in a school that no convention covers', async () => {
    expect(codeOf(await start({ schoolId: (await house.build.school()).id }))).toBe('422 pilot.convention-missing');
  });

  it('is a second one of the same item at the same days, of four at once all but one', async () => {
    const itemId = await undecided();
    const answers = await Promise.all([1, 2, 3, 4].map(() => start({ itemId })));
    expect(answers.map(codeOf).sort()).toEqual(['201', ...Array(3).fill('409 pilot.already')]);
    expect((await start({ itemId, fromDay: '2026-11-07', toDay: '2026-12-01' })).status).toBe(201);
  });

  it('orders nothing and charges nothing', async () => {
    const count = async () =>
      (
        await house.sql(
          'select (select count(*) from installation_order) as orders, (select count(*) from ledger_entry) as entries',
        )
      )[0];
    const before = await count();
    const { body } = await start();
    await say(teacher, body.id as string);
    expect(await count()).toEqual(before);
  });
});
