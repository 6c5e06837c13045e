import { removeRunFolder } from './once-a-run.ts';
import type { TestServer } from './server.ts';

/** Jest's global tear-down. */
export default async function stopServer(): Promise<void> {
  removeRunFolder();
  await (globalThis as { testServer?: TestServer }).testServer?.release();
}
