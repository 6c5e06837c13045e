import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '../src/platform/config/settings.js';
import { createApplication } from '../src/server.js';
import { checkAnswer } from './harness/contract.js';
import { House } from './harness/house.js';
import { Person } from './harness/person.js';

let house: House;
/** Another server on the same database. */
let other: NestFastifyApplication;
let schoolId: string;

beforeAll(async () => {
  house = await House.open();
  const quiet = { LOG_LEVEL: 'silent', PORT: '0', JOBS: 'off', REQUESTS_PER_MINUTE: '0' };
  other = await createApplication(readSettings({ DATABASE_URL: house.database.url, ...quiet }));
  schoolId = (await house.build.school()).id;
});
afterAll(async () => {
  await other.close();
  await house.close();
});

let manager: { assignmentId: string; here: Person; there: Person };
let teacherId: string;

/** Somebody who manages the plan and teaches, signed in here, whom the other server has read a moment ago. */
beforeEach(async () => {
  // Both clocks are the machine's: the servers believe what they have read for the same half minute.
  house.setNow(new Date().toISOString());
  const { id, email } = await house.build.account('plan-manager');
  teacherId = await house.build.assignment(id, 'teacher', { school_id: schoolId, from_day: '2024-01-01' });
  const here = await house.signIn(email);
  const there = new Person(other, here.cookies, here.session, checkAnswer);
  manager = { assignmentId: here.session!.assignment.id, here, there };
  expect((await there.get('/api/v1/accounts')).status).toBe(200);
});

const take = (assignmentId: string) => manager.here.put('/api/v1/session/assignment', { assignmentId });
const invitation = () => ({
  ...{ email: `nouvelle-${Math.random().toString(36).slice(2)}@exemple.fr`, name: 'Nouvelle Personne' },
  ...{ role: 'teacher', scopeId: schoolId, fromDay: '2026-01-01' },
});

describe('a role changed on one server', () => {
  it('holds on the other at once, and signs nobody out', async () => {
    expect((await take(teacherId)).status).toBe(200);
    expect(await manager.there.get('/api/v1/orders')).toMatchObject({ status: 200 });
    expect(await manager.there.get('/api/v1/accounts')).toMatchObject({ status: 403, body: { code: 'role.may-not' } });
    expect((await manager.there.get('/api/v1/session')).body.assignment.role).toBe('teacher');
  });

  it('is not refused on the other what the new role may', async () => {
    await take(teacherId);
    expect((await manager.there.get('/api/v1/orders')).status).toBe(200);
    await take(manager.assignmentId);
    expect((await manager.there.get('/api/v1/accounts')).status).toBe(200);
  });

  it('lets a write through under the role one has, once', async () => {
    await take(teacherId);
    await take(manager.assignmentId);
    await manager.there.get('/api/v1/session');
    const body = invitation();
    const made = await manager.there.post('/api/v1/accounts', body, { key: 'une-seule-fois' });
    expect(made.status).toBe(201);
    expect((await manager.there.post('/api/v1/accounts', body, { key: 'une-seule-fois' })).body).toEqual(made.body);
    const rows = await house.sql('select from account where email = $1', [body.email]);
    expect(rows.length).toBe(1);
  });

  it('refuses a write that the new role may not, and keeps nothing of it', async () => {
    await take(teacherId);
    await manager.there.get('/api/v1/session');
    const body = invitation();
    expect(await manager.there.post('/api/v1/accounts', body)).toMatchObject({
      status: 403,
      body: { code: 'role.may-not' },
    });
    expect(await house.sql('select from account where email = $1', [body.email])).toEqual([]);
  });

  it.each(['here', 'there'] as const)(
    'writes nothing that a page opened under the former role sends, though the new one may: %s',
    async (at) => {
      const elsewhere = (await house.build.school()).id;
      const scope = { school_id: elsewhere, from_day: '2024-01-01' };
      const teacherElsewhere = await house.build.assignment(manager.here.accountId, 'teacher', scope);
      await take(teacherId);
      const application = at === 'here' ? house.application : other;
      const page = new Person(application, manager.here.cookies, manager.here.session, checkAnswer);
      expect((await page.get('/api/v1/orders')).status).toBe(200);
      await take(teacherElsewhere);
      const draft = { lines: [], wishes: [], contact: '', note: '', prerequisites: [] };
      expect(await page.post('/api/v1/orders', draft)).toMatchObject({ status: 403, body: { code: 'session.csrf' } });
      const written = 'select from installation_order where school_id in ($1, $2)';
      expect(await house.sql(written, [schoolId, elsewhere])).toEqual([]);
      // It reads its session again, and knows for whom it writes.
      expect((await page.get('/api/v1/session')).body.assignment.schoolId).toBe(elsewhere);
      expect((await page.post('/api/v1/orders', draft)).status).toBe(201);
    },
  );

  it('holds within a request that waited while it was changed', async () => {
    const holder = await house.pool.connect();
    await holder.query('begin');
    await holder.query('lock table security_event in share mode');
    const body = invitation();
    const waiting = manager.here.post('/api/v1/accounts', body);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await house.arrange('update session set version = version + 1 where account_id = $1', [manager.here.accountId]);
    await holder.query('commit');
    holder.release();
    expect((await waiting).status).toBe(201);
    expect((await house.sql('select from account where email = $1', [body.email])).length).toBe(1);
  });
});

describe('a session that no longer holds', () => {
  const ENDS = {
    'was ended': 'update session set ended_at = now() where account_id = $1',
    'has an account that was closed': 'update account set active = false where id = $1',
    'has a role that ended yesterday': `update assignment set to_day = (now() at time zone 'Europe/Paris')::date where account_id = $1`,
    'has a role that begins tomorrow': `update assignment set from_day = (now() at time zone 'Europe/Paris')::date + 1 where account_id = $1`,
  };

  it.each(Object.entries(ENDS))('because it %s is refused by lists and writes alike', async (_why, statement) => {
    await house.arrange(statement, [manager.here.accountId]);
    const body = invitation();
    const answers = [await manager.there.get('/api/v1/accounts'), await manager.there.post('/api/v1/accounts', body)];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(await house.sql('select from account where email = $1', [body.email])).toEqual([]);
  });

  it.each(Object.entries(ENDS))(
    'because it %s keeps nothing of a write that was under way',
    async (_why, statement) => {
      const holder = await house.pool.connect();
      await holder.query('begin');
      await holder.query('lock table security_event in share mode');
      const body = invitation();
      const waiting = manager.here.post('/api/v1/accounts', body);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await house.arrange(statement, [manager.here.accountId]);
      await holder.query('commit');
      holder.release();
      expect((await waiting).status).toBe(401);
      expect(await house.sql('select from account where email = $1', [body.email])).toEqual([]);
    },
  );
});
