import 'reflect-metadata';
import { once } from 'node:events';
import { makeFirstAdministrator } from './first-administrator.js';
import { startServer } from './server.js';
import { DatabaseError, migrate } from './platform/database/migrate.js';
import { readSettings, SettingsError } from './platform/config/settings.js';

/** HOST and PORT name no place where this process may listen. */
const UNLISTENABLE = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND']);

/**
 * Configuration, database, migrations, listen; `--migrate` stops before listening, `--first-administrator` does one thing instead.
 * With `--when-told` it is read in while the launcher makes the database ready, and goes on at its word.
 */
async function main(): Promise<void> {
  const [command, ...given] = process.argv.slice(2);
  if (command === '--when-told') await theWord();
  const settings = readSettings(process.env);
  await migrate(settings.DATABASE_URL);
  if (command === '--first-administrator') process.stdout.write(`${await makeFirstAdministrator(settings, given)}\n`);
  else if (command !== '--migrate') await startServer(settings);
}

/** The channel holds nobody who has opened: it does whoever waits for it. */
async function theWord(): Promise<void> {
  process.channel?.ref();
  await once(process, 'message');
  process.channel?.unref();
}

main().catch((error: unknown) => {
  const expected =
    error instanceof SettingsError ||
    error instanceof DatabaseError ||
    UNLISTENABLE.has((error as { code?: string }).code ?? '');
  process.stderr.write(`${expected ? (error as Error).message : String((error as Error).stack)}\n`);
  process.exit(1);
});
