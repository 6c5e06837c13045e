import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { PreparingClient } from '../src/platform/database/preparing-client.js';
import { LIMITS } from '../src/platform/limits.js';
import { House } from './harness/house.js';
import { draft, smallPlan } from './harness/plan.js';

/** Often enough to be prepared, and some times more as prepared. */
const TIMES = LIMITS.prepared.afterTimes + 3;

let house: House;
let clients: pg.Client[] = [];

beforeAll(async () => {
  house = await House.open();
  await house.sql(`create table thing (id int primary key, name text, unique (name), check (id < 1000))`);
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.end()));
  clients = [];
  await house.sql('truncate thing');
});
afterAll(() => house.close());

type Form = () => Promise<pg.Client>;

async function connected(client: pg.Client): Promise<pg.Client> {
  clients.push(client);
  await client.connect();
  return client;
}
const plain: Form = () => connected(new pg.Client({ connectionString: house.database.url }));
const preparing: Form = () =>
  connected(new PreparingClient({ connectionString: house.database.url, pipeline: true } as pg.ClientConfig));

/** Rows, types and count of an answer, or what its error says. */
async function told(asked: Promise<pg.QueryResult>): Promise<unknown> {
  try {
    const { rows, rowCount, command, fields } = await asked;
    return { rows, rowCount, command, types: fields.map(({ name, dataTypeID }) => [name, dataTypeID]) };
  } catch (error) {
    const { code, message, detail, constraint, position, severity } = error as pg.DatabaseError;
    // A programmer's slip may name the statement: the one thing that tells the forms apart.
    const said = message.replace(/prepared statement "\w*"/, 'the statement');
    return { failed: { code, message: said, detail, constraint, position, severity } };
  }
}

async function bothForms(scenario: (open: Form) => Promise<unknown>): Promise<unknown> {
  const expected = await scenario(plain);
  await house.sql('truncate thing');
  expect(await scenario(preparing)).toEqual(expected);
  return expected;
}

const READS: Record<string, [text: string, values: unknown[]]> = {
  'whole numbers and text': ['select $1::int as a, $2::text as b', [7, 'élève']],
  null: ['select $1::int as a, $2::text is null as b', [null, null]],
  arrays: [
    'select $1::int[] as a, $2::text[] as b, 3 = any($1) as c',
    [
      [1, 2, 3],
      ['a,b', 'c"d', null],
    ],
  ],
  'an empty array': ['select $1::uuid[] as a', [[]]],
  jsonb: ['select $1::jsonb as a, $1::jsonb -> $2 as b', [{ deep: [1, { x: null }] }, 'deep']],
  bigint: ['select $1::bigint as a, sum(x)::bigint as b from unnest($2::bigint[]) x', ['9007199254740991', [1, 2]]],
  numeric: ['select $1::numeric as a, $2::float8 as b', ['12345678901234567890.123', 0.1]],
  dates: ['select $1::date as a, $2::timestamptz as b, $3::time as c', ['2026-10-25', new Date(0), '08:30']],
  bytes: ['select $1::bytea as a', [Buffer.from([0, 1, 255])]],
  booleans: ['select $1::boolean as a, $2::boolean as b', [true, false]],
  'types the statement leaves open': ['select $1 as a, id from thing where id = $2', ['x', 1]],
  'no row': ['select $1::int as a where false', [1]],
  'columns of one name': ['select $1::int as a, 2 as a', [1]],
  'many parameters': [
    `select ${Array.from({ length: 900 }, (_, index) => `$${index + 1}::int`).join(' + ')} as sum`,
    Array.from({ length: 900 }, (_, index) => index),
  ],
};

const FAILURES: Record<string, [text: string, values: unknown[]]> = {
  'a division by zero': ['select 1 / $1::int as a', [0]],
  'a value of another type': ['select $1::int as a', ['eight']],
  'a statement that is none': ['selekt $1', [1]],
  'a table that is not there': ['select $1::int from nowhere', [1]],
  'too few values': ['select $1::int + $2::int as a', [1]],
  'too many values': ['select $1::int as a', [1, 2]],
  'a check': ['insert into thing values ($1, $2)', [1_000, 'x']],
};

describe('the plain client and the one that prepares', () => {
  it.each(Object.entries(READS))('read %s alike, each time', async (_what, [text, values]) => {
    await bothForms(async (open) => {
      const client = await open();
      const answers = [];
      for (let times = 0; times < TIMES; times++) answers.push(await told(client.query(text, values)));
      return answers;
    });
  });

  it.each(Object.entries(FAILURES))('fail alike at %s, each time, and serve again', async (_what, [text, values]) => {
    await bothForms(async (open) => {
      const client = await open();
      const answers = [];
      for (let times = 0; times < TIMES; times++) {
        answers.push(await told(client.query(text, values)), await told(client.query('select $1::int as a', [times])));
      }
      expect(answers[0]).toHaveProperty('failed.code');
      return answers;
    });
  });

  it('write alike: inserted, refused by a constraint, changed, deleted', async () => {
    await bothForms(async (open) => {
      const client = await open();
      const answers = [];
      for (let id = 1; id <= TIMES; id++) {
        answers.push(await told(client.query('insert into thing values ($1, $2) returning *', [id, `n${id}`])));
        answers.push(await told(client.query('insert into thing values ($1, $2) returning *', [id, `n${id}`])));
        answers.push(await told(client.query('update thing set name = $2 where id = $1', [id, `m${id}`])));
        if (id % 2 === 0) answers.push(await told(client.query('delete from thing where id = $1', [id])));
      }
      return [...answers, await told(client.query('select * from thing order by id'))];
    });
  });

  it('keep and undo transactions alike, a failed one refuses what follows', async () => {
    await bothForms(async (open) => {
      const client = await open();
      const answers = [];
      for (const [id, ending] of ['COMMIT', 'ROLLBACK', 'COMMIT', 'ROLLBACK', 'COMMIT', 'ROLLBACK'].entries()) {
        await client.query('START TRANSACTION');
        answers.push(await told(client.query('insert into thing values ($1)', [id])));
        if (id > 3) answers.push(await told(client.query('insert into thing values ($1)', [id])));
        answers.push(await told(client.query('select count(*)::int as n from thing where id > $1', [-1])));
        answers.push(await told(client.query(ending)));
      }
      await client.query('START TRANSACTION');
      answers.push(await told(client.query('ROLLBACK')));
      return [...answers, await told(client.query('select id from thing order by id'))];
    });
  });

  it('begin a transaction for who waits by a callback', async () => {
    await bothForms(async (open) => {
      const client = await open();
      const called = await new Promise((resolve) => client.query('START TRANSACTION', (error) => resolve(error)));
      await client.query('insert into thing values ($1)', [1]);
      await client.query('ROLLBACK');
      return [called, await told(client.query('select * from thing'))];
    });
  });

  it('read a table that has changed since: its new columns, without a failure', async () => {
    await bothForms(async (open) => {
      await house.sql('drop table if exists changing; create table changing (a int); insert into changing values (1)');
      const client = await open();
      const read = () => told(client.query('select * from changing where a = $1', [1]));
      const answers = [];
      for (let times = 0; times < TIMES; times++) answers.push(await read());
      await house.sql('alter table changing add b text; alter table changing alter a type bigint');
      for (let times = 0; times < TIMES; times++) answers.push(await read());
      return answers;
    });
  });

  it('read a table that comes only after it was asked for', async () => {
    await bothForms(async (open) => {
      await house.sql('drop table if exists coming');
      const client = await open();
      const read = () => told(client.query('select * from coming where a = $1', [1]));
      const answers = [];
      for (let times = 0; times < TIMES; times++) answers.push(await read());
      await house.sql('create table coming (a int); insert into coming values (1)');
      return [...answers, await read(), await read()];
    });
  });

  it('say alike that two transactions met: serialisation, deadlock, a lock waited for too long', async () => {
    await bothForms(async (open) => {
      const [one, other] = [await open(), await open()];
      const change = (client: pg.Client, id: number) =>
        told(client.query('update thing set name = null where id = $1', [id]));
      await one.query('insert into thing values (1), (2)');
      const answers: unknown[] = [];
      for (let times = 0; times < TIMES; times++) {
        await one.query('START TRANSACTION');
        await one.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        await one.query('select * from thing where id = $1', [1]);
        answers.push(await change(other, 1), await change(one, 1), await told(one.query('ROLLBACK')));
      }
      await other.query("set lock_timeout = '50ms'");
      await one.query('START TRANSACTION');
      answers.push(await change(one, 1), await change(other, 1));
      await other.query("set lock_timeout = '0'; set deadlock_timeout = '10s'");
      await one.query("set local deadlock_timeout = '50ms'");
      await other.query('START TRANSACTION');
      await change(other, 2);
      const waiting = change(other, 1);
      const met = (await change(one, 2)) as { failed: { code: string } };
      await one.query('ROLLBACK');
      answers.push(met.failed.code, await waiting, await told(other.query('COMMIT')));
      expect(JSON.stringify(answers)).toMatch(/40001.*55P03.*40P01/);
      return answers;
    });
  });

  it('answer many asked at once in their order, those after a failure too', async () => {
    await bothForms(async (open) => {
      const client = await open();
      const asked = Array.from({ length: 20 }, (_, index) =>
        told(client.query('select 12 / $1::int as a', [index % 5])),
      );
      return Promise.all(asked);
    });
  });
});

describe('statements sent in one breath', () => {
  it('leave in one packet, the beginning of their transaction and its end too', async () => {
    const client = await preparing();
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    const packets = [jest.spyOn(stream, '_write'), jest.spyOn(stream, '_writev' as '_write')];
    const sent = () => packets.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    await client.query('START TRANSACTION');
    expect(sent()).toBe(0);
    await Promise.all([client.query('select $1::int', [1]), client.query('select $1::int + 1', [1])]);
    expect(sent()).toBe(1);
    const kept = client.query('select $1::int', [2]);
    // As a transaction goes on to its COMMIT, some promises later.
    await Promise.resolve().then(() => null);
    await Promise.all([kept, client.query('COMMIT')]);
    expect(sent()).toBe(2);
  });
});

describe('a changed table inside a transaction', () => {
  it('fails that transaction once, and its repetition goes through', async () => {
    await house.sql('create table altered (a int); insert into altered values (1)');
    const client = await preparing();
    const read = () => told(client.query('select * from altered where a = $1', [1]));
    for (let times = 0; times < TIMES; times++) await read();
    await house.sql('alter table altered add b text');
    await client.query('START TRANSACTION');
    expect(await read()).toHaveProperty('failed.code', '0A000');
    await client.query('ROLLBACK');
    await client.query('START TRANSACTION');
    expect(await read()).toMatchObject({ rows: [{ a: 1, b: null }] });
    await client.query('COMMIT');
  });
});

describe('the application with PREPARED_STATEMENTS=off', () => {
  it('serves by the plain client, and prepares nothing', async () => {
    const plainHouse = await House.open({ PREPARED_STATEMENTS: 'off' });
    try {
      const plan = await smallPlan(plainHouse);
      const sent = [];
      for (let times = 0; times < TIMES; times++) {
        const { id } = await draft(plan);
        sent.push((await plan.head.act(id, 'submit')).status);
      }
      expect(sent).toEqual(Array.from({ length: TIMES }, () => 200));
      const source = plainHouse.application.get(DataSource);
      expect(await source.query('select name from pg_prepared_statements')).toEqual([]);
    } finally {
      await plainHouse.close();
    }
  });
});
