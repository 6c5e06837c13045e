import { createHash, randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { testServerUrl } from './server.ts';

/** A database of its own for one test file. */
export interface TestDatabase {
  name: string;
  url: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/** The migrations a template is made from; they give it its name, so that a server kept for long never serves an old one. */
const migrations = join(import.meta.dirname, '../../../api/migrations');

/** Two files that ask at the same moment must not both make it: the second waits for this lock. */
const templateLock = 712_024;

/**
 * The database every test file copies: made once per server by `migrate`, which receives its connection string.
 * `variant` names another content over the same migrations (the demonstration plan, for the journeys).
 * Answers its name.
 */
export async function createTemplate(migrate: (url: string) => Promise<unknown>, variant = 'empty'): Promise<string> {
  const name = `parc_template_${variant}_${migrationsMark()}`;
  return withAdministrator(async (administrator) => {
    await administrator.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const found = await administrator.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 1) return name;
    // Under another name until it is whole: a migration that fails must not leave a template behind.
    const draft = `${name}_draft`;
    await administrator.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await administrator.query(`CREATE DATABASE ${draft}`);
    await migrate(databaseUrl(draft));
    await administrator.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    return name;
  });
}

/** A copy of the template (about 20 ms); without a template, an empty database. */
export async function createTestDatabase(template?: string): Promise<TestDatabase> {
  const name = `parc_test_${randomBytes(6).toString('hex')}`;
  const source = template === undefined ? '' : ` TEMPLATE ${template} STRATEGY file_copy`;
  await withAdministrator((administrator) => administrator.query(`CREATE DATABASE ${name}${source}`));
  const drop = async () => {
    await withAdministrator((administrator) => administrator.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  return { name, url: databaseUrl(name), drop };
}

function migrationsMark(): string {
  const hash = createHash('sha256');
  for (const name of globSync('**/*.*', { cwd: migrations }).sort()) {
    hash.update(name).update(readFileSync(join(migrations, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

function databaseUrl(name: string): string {
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

/** The advisory lock ends with the connection. */
async function withAdministrator<Result>(work: (administrator: Client) => Promise<Result>): Promise<Result> {
  const administrator = new Client({ connectionString: testServerUrl() });
  await administrator.connect();
  try {
    return await work(administrator);
  } finally {
    await administrator.end();
  }
}
