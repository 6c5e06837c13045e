import { freePort, prepareDemonstration, startApi, waitForHealth } from '@parc/launcher';
import { createTemplate, createTestDatabase, useTestServer } from '@parc/testing';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '..');

/** One house for all journeys: a PostgreSQL of its own, the demonstration plan, the built application. */
export default async function openHouse(): Promise<() => Promise<void>> {
  const server = await useTestServer();
  const template = await createTemplate((url) => prepareDemonstration(repository, url), `demonstration_${planMark()}`);
  const database = await createTestDatabase(template);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const api = startApi({
    entry: join(repository, 'dist/api/src/main.js'),
    folder: repository,
    environment: {
      DATABASE_URL: database.url,
      PORT: String(port),
      PUBLIC_URL: origin,
      DEMO: 'on',
      JOBS: 'off',
      LOG_LEVEL: 'warn',
      WEB_ROOT: join(repository, 'dist/web/browser'),
    },
  });
  await waitForHealth(origin, api);
  process.env['HOUSE_ORIGIN'] = origin;
  process.env['HOUSE_DATABASE_URL'] = database.url;
  return async () => {
    await api.stop();
    await database.drop();
    await server.release();
  };
}

/** The plan is made for a day, by its own files: a server kept for long never serves an old one. */
function planMark(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  const built = join(repository, 'dist/libs/demo/src');
  for (const name of globSync('**/*.js', { cwd: built }).sort()) hash.update(readFileSync(join(built, name)));
  return hash.digest('hex').slice(0, 8);
}
