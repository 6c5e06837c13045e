import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { TurnsOfEach } from '../src/platform/bounds/turns-of-each.js';
import { LIMITS } from '../src/platform/limits.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';

/** Reading costs little; a thousand readings at once by one person cost everybody. */
let house: House;
let administrator: Person;
let manager: Person;
let port: number;

beforeAll(async () => {
  house = await House.open();
  [administrator, manager] = [await house.person('administrator'), await house.person('plan-manager')];
  await house.application.listen(0, '127.0.0.1');
  port = (house.application.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => house.close());

const { atOnce, waiting, waitMilliseconds } = LIMITS.ofOnePerson;
/** Well before a statement gives a lock up. */
const SOON = LIMITS.lockMilliseconds.request / 2;

describe('the requests of one person', () => {
  let holder: pg.PoolClient;
  // The mails are the administrator's alone to read: who asks for them waits.
  beforeEach(async () => {
    holder = await house.pool.connect();
    await holder.query('begin');
    await holder.query('lock table mail in access exclusive mode');
  });
  afterEach(() => holder.release());
  const letGo = () => holder.query('commit');

  const mails = (times: number): Promise<Answer>[] =>
    Array.from({ length: times }, () => administrator.get('/api/v1/mails'));
  const statusOf = (answer: Promise<Answer>) => answer.then(({ status }) => status);

  it('wait behind one another, and nobody else behind them', async () => {
    const flood = mails(LIMITS.poolConnections * 3);
    const other = await Promise.race([statusOf(manager.get('/api/v1/orders')), pause(SOON, 'still waits')]);
    expect(other).toBe(200);
    await letGo();
    expect(new Set(await Promise.all(flood.map(statusOf)))).toEqual(new Set([200]));
  });

  it('are so many; the next is told when to come back', async () => {
    const flood = mails(atOnce + waiting + 5);
    const first = await Promise.race(flood);
    expect(first).toMatchObject({ status: 429, body: { code: 'work.too-many' } });
    expect(first.headers['retry-after']).toBe(String(waitMilliseconds / 1000));
    await letGo();
    const statuses = await Promise.all(flood.map(statusOf));
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await administrator.get('/api/v1/mails')).status).toBe(200);
  });

  it('count together, whatever the sessions', async () => {
    const email = 'deux.fenetres@exemple.fr';
    await house.build.account('administrator', {}, { email });
    const [here, there] = [await house.signIn(email), await house.signIn(email)];
    const flood = Array.from({ length: atOnce }, () => here.get('/api/v1/mails'));
    await pause(100);
    const second = await Promise.race([statusOf(there.get('/api/v1/account')), pause(SOON / 2, 'waits')]);
    expect(second).toBe('waits');
    await letGo();
    await Promise.all(flood);
  });

  it('are judged again after the wait: a session that ended meanwhile reads nothing', async () => {
    const leaving = await house.person('administrator');
    const flood = Array.from({ length: atOnce }, () => leaving.get('/api/v1/mails'));
    const last = leaving.get('/api/v1/account');
    await pause(100);
    await house.arrange('update session set ended_at = now() where account_id = $1', [leaving.accountId]);
    await letGo();
    await Promise.all(flood);
    expect((await last).status).toBe(401);
  });
});

describe('the turns of each', () => {
  it('say who waited, and forget whoever has left', async () => {
    const turns = new TurnsOfEach({ atOnce: 1, waiting: 1, waitMilliseconds: 4_000 });
    const first = await turns.enter('Ada');
    const second = turns.enter('Ada');
    await expect(turns.enter('Ada')).rejects.toMatchObject({ code: 'work.too-many' });
    const other = await turns.enter('Grace');
    expect([first.waited, other.waited, turns.people]).toEqual([false, false, 2]);
    first.leave();
    // Given back twice is given back once.
    first.leave();
    expect((await second).waited).toBe(true);
    (await second).leave();
    other.leave();
    expect(turns.people).toBe(0);
  });
});

describe('the requests of one connection', () => {
  const allAnswered = (count: number, path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let text = '';
      const socket = connect({ port, host: '127.0.0.1' }, () =>
        socket.write(`GET ${path} HTTP/1.1\r\nhost: parc.exemple.fr\r\n\r\n`.repeat(count)),
      );
      socket.on('data', (piece) => (text += piece.toString()));
      const end = setTimeout(() => socket.destroy(), 2_000);
      socket.on('close', () => (clearTimeout(end), resolve(text)));
      socket.on('error', reject);
    });
  const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

  it.each(['/api/v1/session/options', '/nulle-part.js'])(
    'that come before their answers are few: %s a hundred times',
    async (path) => {
      const answers = statuses(await allAnswered(100, path));
      expect(answers.slice(0, LIMITS.unansweredOfConnection)).not.toContain(429);
      // It says so, and hangs up.
      expect(answers.slice(LIMITS.unansweredOfConnection)).toEqual([429]);
    },
  );

  it('that come one after the other are as many as one likes', async () => {
    const socket = connect({ port, host: '127.0.0.1' });
    let text = '';
    socket.on('data', (piece) => (text += piece.toString()));
    for (let sent = 1; sent <= LIMITS.unansweredOfConnection * 2; sent++) {
      socket.write('GET /api/health/live HTTP/1.1\r\nhost: parc.exemple.fr\r\n\r\n');
      while (statuses(text).length < sent) await pause(1);
    }
    expect(new Set(statuses(text))).toEqual(new Set([200]));
    socket.destroy();
  });
});
