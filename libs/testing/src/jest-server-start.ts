import { openRunFolder } from './once-a-run.ts';
import { useTestServer, type TestServer } from './server.ts';

/** Jest's global set-up; the workers inherit TEST_DATABASE_URL. */
export default async function startServer(): Promise<void> {
  openRunFolder();
  (globalThis as { testServer?: TestServer }).testServer = await useTestServer();
}
