import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { StartRefusal } from './refusal.ts';

/**
 * Brings the database to its newest shape, and loads the demonstration plan where nothing is yet.
 * @param on.migrated told once the tables stand, before they are filled
 * @param on.loaded told once all of it can be read: the database is put in order meanwhile
 */
export async function prepareDemonstration(
  repository: string,
  databaseUrl: string,
  on: { migrated?: () => void; loaded?: () => void } = {},
): Promise<void> {
  if (await holdsAccounts(databaseUrl)) {
    on.migrated?.();
    on.loaded?.();
    return;
  }
  // The plan is made up while the tables are: it waits for them to be told that they stand.
  const plan = run(repository, databaseUrl, 'dist/libs/demo/src/command.js');
  plan.ended.catch(() => undefined);
  try {
    await run(repository, databaseUrl, 'dist/api/src/main.js', '--migrate').ended;
  } catch (error) {
    plan.process.disconnect();
    throw error;
  }
  plan.process.send('migrated');
  on.migrated?.();
  await Promise.race([once(plan.process, 'message'), plan.ended]);
  on.loaded?.();
  await plan.ended;
}

/** One question instead of two processes: a warm start is not to wait for either. */
async function holdsAccounts(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string | null }>("select to_regclass('account') as table");
    if (!rows[0]?.table) return false;
    return ((await client.query('select from account limit 1')).rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}

function run(repository: string, databaseUrl: string, file: string, ...parameters: string[]) {
  const child = fork(join(repository, file), parameters, {
    cwd: repository,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Not the launcher's own line of life: it would end what gives up its channel.
    execArgv: [],
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new StartRefusal(`La préparation de la base a échoué (${[file, ...parameters].join(' ')}, code ${code}).`),
        );
    });
  });
  return { process: child, ended };
}
