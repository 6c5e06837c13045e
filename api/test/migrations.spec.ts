import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@parc/testing';
import pg from 'pg';
import { migrate, migrateDownTo, readMigrations, MIGRATIONS_FOLDER } from '../src/platform/database/migrate.js';
import { AT, aDevice, aFleet } from './harness/equipment-builders.js';
import { anAttendanceGround } from './harness/attendance-builders.js';
import { House } from './harness/house.js';
import { anOrder } from './harness/order-builders.js';
import { BUILT_STATES } from './harness/order-histories.js';
import { orderWorld } from './harness/order-world.js';
import { aSession } from './harness/training-builders.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/**
 * Everything the schema is made of, as text: columns, constraints, indexes, triggers, functions, sequences, collations. A rule
 * taken back may find rows written since that it forbids: whether it was held against them is left out.
 */
async function shape(): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(`
      select format('column %s.%s %s %s %s %s', table_name, column_name, data_type, is_nullable, column_default, generation_expression) as line
        from information_schema.columns where table_schema = 'public'
      union all select format('constraint %s %s %s', conrelid::regclass, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')) from pg_constraint where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select format('sequence %s', sequence_name) from information_schema.sequences where sequence_schema = 'public'
      union all select format('collation %s %s', collname, collicurules) from pg_collation where collnamespace = 'public'::regnamespace
      union all select regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g') from pg_proc p where pronamespace = 'public'::regnamespace and prokind = 'f'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by line`);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  it('go up once, and a second time do nothing', async () => {
    const names = (await readMigrations(MIGRATIONS_FOLDER)).map(({ name }) => name);
    expect(await migrate(database.url)).toEqual(names);
    expect(await migrate(database.url)).toEqual([]);
  });

  it('are taken back one by one, each to the shape that was there before it', async () => {
    const names = (await readMigrations(MIGRATIONS_FOLDER)).map(({ name }) => name);
    const takenBack = new Map<string, string[]>();
    for (const name of [...names].reverse()) {
      expect(await migrateDownTo(database.url, name)).toEqual([name]);
      takenBack.set(name, await shape());
    }
    expect(takenBack.get(names[0]!)!.filter((line) => !line.includes('migration'))).toEqual([]);
    const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
    try {
      for (const name of names) {
        expect({ before: name, shape: takenBack.get(name) }).toEqual({ before: name, shape: await shape() });
        for (const way of ['up', 'down'])
          await symlink(join(MIGRATIONS_FOLDER, `${name}.${way}.sql`), join(folder, `${name}.${way}.sql`));
        expect(await migrate(database.url, folder)).toEqual([name]);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('go down past an order in each of its states, one by one, and up again', async () => {
    const house = await House.open();
    try {
      const world = await orderWorld(house);
      for (const state of BUILT_STATES)
        for (const performer of ['metropole', 'contract'] as const) await anOrder(world, { performer }).in(state);
      const { url } = house.database;
      const names = (await readMigrations(MIGRATIONS_FOLDER)).map(({ name }) => name);
      for (const name of [...names].reverse()) expect(await migrateDownTo(url, name)).toEqual([name]);
      expect(await migrate(url)).toEqual(names);
    } finally {
      await house.close();
    }
  });

  it('bring back the rooms that were taken away around devices, and date what was retired before by its history', async () => {
    const house = await House.open();
    try {
      const { url } = house.database;
      await migrateDownTo(url, '0043-school-year-and-guards');
      const fleet = await aFleet(house);
      await aDevice(house, fleet, 'in-service');
      const retired = await aDevice(house, fleet, 'retired', { retirement_number: 'D-1' });
      await house.arrange('update room set removed = true where id = $1', [fleet.roomId]);
      await house.arrange('insert into room (school_id, name) select school_id, name from room where id = $1', [
        fleet.roomId,
      ]);
      await migrate(url);
      expect(await house.sql('select removed, name from room where id = $1', [fleet.roomId])).toEqual([
        { removed: false, name: expect.stringContaining('(retirée, ') },
      ]);
      expect(
        await house.sql('select retired_on::text as day, retirement_kind as kind from equipment where id = $1', [
          retired,
        ]),
      ).toEqual([{ day: AT.slice(0, 10), kind: 'decision' }]);
    } finally {
      await house.close();
    }
  });

  it('put a session of the maker under an account again: what is held under who proposed it, what is planned is cancelled', async () => {
    const house = await House.open();
    try {
      const { url } = house.database;
      const { session } = await anAttendanceGround(house);
      const outside = { trainer_id: null, outside_trainer: 'Inès Faure', outside_firm: 'Ardoise' };
      const at = { starts_at: '2026-12-02T13:00:00Z', ends_at: '2026-12-02T15:00:00Z' };
      // Who proposed it trains at that moment.
      await aSession(house, { ...session, trainerId: session.by }, 'open', at);
      const planned = await aSession(house, session, 'confirmed', { ...outside, ...at });
      const held = await aSession(house, session, 'held', outside);
      await migrateDownTo(url, '0086-outside-trainers');
      const rows = await house.sql<{ id: string }>(
        `select t.id, t.state, t.trainer_id, d.trainer_id as at_date from training_session t join training_date d on d.session_id = t.id
          where t.id = any($1)`,
        [[planned, held]],
      );
      const under = { trainer_id: session.by, at_date: session.by };
      expect(new Map(rows.map((row) => [row.id, row]))).toEqual(
        new Map([
          [planned, { id: planned, state: 'cancelled', ...under }],
          [held, { id: held, state: 'held', ...under }],
        ]),
      );
      await migrate(url);
      await expect(aSession(house, session, 'open', outside)).resolves.toEqual(expect.any(String));
    } finally {
      await house.close();
    }
  });

  it('take what opens a door out of the history written before, and nothing else', async () => {
    await migrateDownTo(database.url, '0024-personal-texts');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `insert into history (actor, table_name, row_id, operation, before, after) values
        ('system:test', 'school', gen_random_uuid(), 'UPDATE', '{"access_note": null, "version": 1}', '{"access_note": "code 1234", "version": 2}'),
        ('system:test', 'room', gen_random_uuid(), 'INSERT', null, '{"title": "kept"}')`,
    );
    await migrate(database.url);
    const { rows } = await client.query('select before, after from history order by id');
    await expect(client.query('delete from history')).rejects.toThrow('only ever added');
    await client.end();
    expect(rows).toEqual([
      { before: { version: 1 }, after: { version: 2 } },
      { before: null, after: { title: 'kept' } },
    ]);
  });

  it('refuse a database that holds a migration they do not know', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`insert into migration (name) values ('9999-tomorrow')`);
    await expect(migrate(database.url)).rejects.toThrow('newer than this version');
    await client.query(`delete from migration where name = '9999-tomorrow'`);
    await client.end();
  });

  it('say that the database does not answer', async () => {
    await expect(migrate('postgres://nobody@127.0.0.1:1/nothing')).rejects.toThrow('does not answer');
  });
});
