import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build, builds, staleParts } from './build.ts';
import { checkGivenDatabase } from './given-database.ts';
import { embeddedFolders, startEmbeddedPostgres } from './postgres.ts';
import { runEntryPoint } from './refusal.ts';
import { readLaunchSettings } from './settings.ts';

const repository = join(import.meta.dirname, '../../..');

/**
 * `npm run administrator -- ADDRESS NAME`: the first account of a plan that begins empty. The API makes it, and says why it
 * does not; the embedded server is left as it was found, running or not.
 */
await runEntryPoint(async () => {
  const settings = readLaunchSettings(process.env);
  if (settings.databaseUrl !== null) await checkGivenDatabase(settings.databaseUrl);
  await build(repository, staleParts(repository, ['api']));
  const embedded = settings.databaseUrl === null ? await startEmbeddedPostgres(embeddedFolders(repository)) : null;
  try {
    process.exitCode = await makeAdministrator(settings.publicUrl, settings.databaseUrl ?? embedded!.url);
  } finally {
    if (embedded?.reused === false) await embedded.stop();
  }
});

async function makeAdministrator(publicUrl: string, databaseUrl: string): Promise<number> {
  const command = [join(repository, builds.api.product), '--first-administrator', ...process.argv.slice(2)];
  const child = spawn(process.execPath, command, {
    cwd: repository,
    env: { ...process.env, DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
