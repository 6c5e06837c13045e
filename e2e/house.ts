import { freePort, prepareDemonstration, startApi, waitForHealth } from '@parc/launcher';
import { createTemplate, createTestDatabase, useTestServer } from '@parc/testing';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '..');

/** One house for all journeys: a PostgreSQL of its own, the demonstration plan, the built application. */
export default async function openHouse(): Promise<() => Promise<void>> {
  const server = await useTestServer();
  const template = await createTemplate((url) => prepareDemonstration(repository, url), 'demonstration');
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
