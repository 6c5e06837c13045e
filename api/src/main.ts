import 'reflect-metadata';
import { startServer } from './server.js';
import { DatabaseError, migrate } from './platform/database/migrate.js';
import { readSettings, SettingsError } from './platform/config/settings.js';

/** Configuration, database, migrations, listen; `--migrate` stops before listening. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  await migrate(settings.DATABASE_URL);
  if (!process.argv.includes('--migrate')) await startServer(settings);
}

main().catch((error: unknown) => {
  const expected =
    error instanceof SettingsError ||
    error instanceof DatabaseError ||
    (error as { code?: string }).code === 'EADDRINUSE';
  process.stderr.write(`${expected ? (error as Error).message : String((error as Error).stack)}\n`);
  process.exit(1);
});
