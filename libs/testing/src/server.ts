import { startThrowawayPostgres } from '../../launcher/src/index.ts';

/** A PostgreSQL server the tests may fill as they like. */
export interface TestServer {
  /** Connection string of a superuser. */
  url: string;
  /** Stops the server if it was started here; the run's own server is left to whoever started it. */
  release(): Promise<void>;
}

/** The run's server (TEST_DATABASE_URL, given by `npm test`), else one of one's own, for a test file run alone. */
export async function useTestServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, release: () => Promise.resolve() };
  const server = await startThrowawayPostgres();
  process.env['TEST_DATABASE_URL'] = server.url;
  return {
    url: server.url,
    release: async () => {
      delete process.env['TEST_DATABASE_URL'];
      await server.stop();
    },
  };
}

/** The server of this run, once something has started it. */
export function testServerUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error("No test server: the project's Jest configuration lacks `withDatabase`");
  return url;
}
