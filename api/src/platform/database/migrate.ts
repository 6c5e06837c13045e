import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { CODE_FOLDER } from '../code-folder.js';

/** A fixed number for `pg_advisory_lock`: replicas that start together migrate one after the other. */
const MIGRATION_LOCK = 727_201;

const OLDEST_SERVER = 180_000;

export class DatabaseError extends Error {}

export interface Migration {
  name: string;
  up: string;
  down: string;
}

/** Reads `NNNN-name.up.sql` and its `.down.sql` in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.up.sql')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace('.up.sql', ''),
      up: await readFile(join(folder, file), 'utf8'),
      down: await readFile(join(folder, file.replace('.up.', '.down.')), 'utf8'),
    })),
  );
}

export const MIGRATIONS_FOLDER = join(CODE_FOLDER, '../migrations');

/**
 * Brings the database to the newest version, each migration in a transaction of its own.
 * @throws DatabaseError when the server is away, older than PostgreSQL 18, or holds a migration this code does not know.
 */
export async function migrate(url: string, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  return withMigrationLock(url, async (client) => {
    const migrations = await readMigrations(folder);
    const applied = await appliedMigrations(client);
    const unknown = applied.find((name) => !migrations.some((migration) => migration.name === name));
    if (unknown) throw new DatabaseError(`the database is newer than this version: it holds migration ${unknown}`);
    const due = migrations.filter((migration) => !applied.includes(migration.name));
    for (const migration of due) {
      await inTransaction(client, migration.up);
      await client.query('insert into migration (name) values ($1)', [migration.name]);
    }
    return due.map((migration) => migration.name);
  });
}

/** Takes back the newest migrations, down to and including `name`. */
export async function migrateDownTo(url: string, name: string, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  return withMigrationLock(url, async (client) => {
    const migrations = await readMigrations(folder);
    const due = (await appliedMigrations(client)).filter((applied) => applied >= name).reverse();
    for (const applied of due) {
      await inTransaction(client, migrations.find((migration) => migration.name === applied)!.down);
      await client.query('delete from migration where name = $1', [applied]);
    }
    return due;
  });
}

async function withMigrationLock<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseError(
      `the database does not answer (${(error as { code?: string }).code ?? (error as Error).message})`,
    );
  }
  try {
    const version = await client.query<{ number: string }>("select current_setting('server_version_num') as number");
    if (Number(version.rows[0]!.number) < OLDEST_SERVER) throw new DatabaseError('PostgreSQL 18 or later is needed');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query("select set_config('parc.actor', 'system:migration', false)");
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    return await work(client);
  } finally {
    await client.end();
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by name');
  return rows.map((row) => row.name);
}

async function inTransaction(client: pg.Client, sql: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
