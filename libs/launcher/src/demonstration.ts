import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { StartRefusal } from './refusal.ts';

/** Brings the database to its newest shape, and loads the demonstration plan where nothing is yet. */
export async function prepareDemonstration(repository: string, databaseUrl: string): Promise<void> {
  if (await holdsAccounts(databaseUrl)) return;
  await run(repository, databaseUrl, ['dist/api/src/main.js', '--migrate']);
  await run(repository, databaseUrl, ['dist/libs/demo/src/command.js']);
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

function run(repository: string, databaseUrl: string, parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const [file, ...rest] = parameters;
    const child = spawn(process.execPath, [join(repository, file!), ...rest], {
      cwd: repository,
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new StartRefusal(`La préparation de la base a échoué (${parameters.join(' ')}, code ${code}).`));
    });
  });
}
