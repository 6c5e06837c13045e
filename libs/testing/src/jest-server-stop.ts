import type { TestServer } from './server.ts';

/** Jest's global tear-down. */
export default async function stopServer(): Promise<void> {
  await (globalThis as { testServer?: TestServer }).testServer?.release();
}
